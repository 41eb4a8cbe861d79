"""Form is put in order before printing; figures and wording stay."""

from dataclasses import replace
from datetime import date

import pytest

from quanheng.core.field import Field, text_of
from quanheng.core.report import Project, Report
from quanheng.core.source import Source
from quanheng.record.load import load_project
from quanheng.revising.amend import with_shared_places
from quanheng.tasks.writing.tidy_report import tidy_report
from quanheng.testing.cases import WORKPLACE, overlaid, valid_record

LATER = replace(WORKPLACE, day=date(2026, 1, 1))


def valid(**given: object) -> Project:
    project = load_project(overlaid(valid_record(), given))
    return with_shared_places(Report("a.yaml", (project,))).projects[0]


def tidied(project: Project) -> Project:
    (result,) = tidy_report(Report("a.yaml", (project,)), LATER).projects
    return result


def with_headings(changes: dict[str, str]) -> Project:
    project = valid()
    sections = tuple(
        replace(
            section,
            heading=replace(
                section.heading,
                raw=changes.get(section.heading.raw, section.heading.raw),
            ),
        )
        for section in project.sections
    )
    return replace(project, sections=sections)


def test_a_report_in_order_stays_as_it_is() -> None:
    assert tidied(valid()) == valid()


@pytest.mark.parametrize(
    "heading",
    [
        "（1）. 项目实施期绩效目标",
        "（1）项目实施期绩效目标",
        "1、项目实施期绩效目标",
        "[bookmark: _Toc61505636]1.项目实施期绩效目标",
    ],
)
def test_headings_are_numbered_by_the_standard(heading: str) -> None:
    project = tidied(with_headings({"1.项目实施期绩效目标": heading}))
    assert "1.项目实施期绩效目标" in [s.heading.raw for s in project.sections]


def test_a_gap_between_numbers_stays() -> None:
    changes = {"四、项目主要经验做法": "七、项目主要经验做法"}
    assert tidied(with_headings(changes)) == with_headings(changes)


def test_an_annex_is_announced() -> None:
    project = tidied(valid(attachment_note=None))
    assert text_of(project.attachment_note) == "附件：项目支出绩效自评表"


def test_a_sole_annex_has_no_number() -> None:
    project = tidied(valid(annex="附件1.项目支出绩效自评表", attachment_note=None))
    assert text_of(project.annex) == "附件 项目支出绩效自评表"


def test_a_note_on_another_annex_stays() -> None:
    project = valid(attachment_note="附件：采购合同")
    assert tidied(project) == project


def test_a_report_without_annex_gets_no_note() -> None:
    project = valid(annex=None, attachment_note=None)
    assert tidied(project).attachment_note is None


def test_what_a_field_says_stays() -> None:
    project = valid()
    odd = replace(project, name=Field("1、图书馆项目", Source(key="project.name")))
    assert tidied(odd).name == odd.name
