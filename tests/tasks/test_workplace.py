import pickle
from dataclasses import replace
from datetime import date

import pytest

from quanheng.core.report import Project
from quanheng.law.book import LawBook
from quanheng.law.load import load_book
from quanheng.record.load import load_project
from quanheng.tasks.workplace import Workplace
from quanheng.testing.cases import valid_record

DAY = date(2025, 3, 1)
TOLERANCE = "self_evaluation.weight_tolerance"
ENDINGS = "words.unit_endings"


@pytest.fixture
def project() -> Project:
    return load_project(valid_record())


def test_a_project_is_judged_by_the_law_of_the_last_day_of_its_year(
    project: Project,
) -> None:
    law = Workplace(load_book(), DAY, "山西").law_of(project)
    assert law.day == date(project.evaluation_year or 0, 12, 31)
    assert law.region == "山西"


def test_reports_of_a_year_share_one_law(project: Project) -> None:
    workplace = Workplace(load_book(), DAY)
    assert workplace.law_of(project) is workplace.law_of(replace(project))
    assert workplace.law_of(project) is not workplace.law_on(DAY)


def test_a_scheme_picked_by_name_holds_for_every_project(project: Project) -> None:
    law = Workplace(load_book(), DAY, scheme="2020").law_of(project)
    assert law != Workplace(load_book(), DAY).law_of(project)


def own_book() -> LawBook:
    """The shipped book with an office's own endings of names over it."""
    endings = replace(load_book().lexicon[ENDINGS], value=("驻村工作站",))
    return load_book().with_own([endings])


def travelled(workplace: Workplace) -> Workplace:
    """A workplace as another process gets it."""
    copy: Workplace = pickle.loads(pickle.dumps(workplace))  # noqa: S301 - our own
    return copy


OWN = Workplace(own_book(), DAY)


@pytest.mark.parametrize("workplace", [OWN, travelled(OWN)], ids=["here", "elsewhere"])
def test_an_office_has_its_own_words_and_everything_else_of_the_book(
    workplace: Workplace,
) -> None:
    shipped = Workplace(load_book(), DAY)
    assert workplace.law_on(DAY).words(ENDINGS) == ("驻村工作站",)
    assert "驻村工作站" not in shipped.law_on(DAY).words(ENDINGS)
    assert workplace.law_on(DAY).number(TOLERANCE) == shipped.law_on(DAY).number(
        TOLERANCE
    )
