"""Where year or region is unknown, only what every version gives is found."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from quanheng.audit.dossier import Dossier
from quanheng.audit.engine import Outcome, Verdict, audit
from quanheng.audit.rule import Answer, Hit, Rule, Severity, rule
from quanheng.audit.under_every_version import unanimous
from quanheng.core.bilingual import Words
from quanheng.core.source import Source
from quanheng.law.book import NATIONWIDE, DatedValue, Law, LawBook, Parameter
from quanheng.law.citation import Citation
from quanheng.law.load import load_book
from quanheng.testing.cases import dossier_of, valid_record

NAME = "test.words"
CITE = Citation("practice", "一般做法")


def book(*values: tuple[str, str, str]) -> LawBook:
    dated = tuple(
        DatedValue((word,), date.fromisoformat(day), region, CITE)
        for word, day, region in values
    )
    parameter = Parameter(NAME, Words("词", "words"), "", dated)
    return load_book().with_own([parameter])


def fault(dossier: Dossier) -> Iterator[Answer]:
    for number, word in enumerate(dossier.law.words(NAME)[0], 1):
        if word == "x":
            yield Hit(at=Source(paragraph=number))


@pytest.fixture
def reader() -> Rule:
    declare = rule(
        code="XX101",
        name="xx",
        title=Words("题", "title"),
        message=Words("话", "text"),
        severity=Severity.INFO,
        basis=(),
        law=(NAME,),
    )
    return declare(fault)


def verdict(rule: Rule, law: Law) -> Verdict:
    dossier = replace(dossier_of(valid_record()), law=law)
    (settled,) = unanimous(audit(dossier, [rule]), dossier)
    return settled


DAY = date(2023, 12, 31)
OLD, NEW = "2020-02-25", "2021-08-18"


@pytest.mark.parametrize(
    ("values", "day", "region", "places"),
    [
        ([("xx", OLD, "全国")], None, NATIONWIDE, [1, 2]),
        ([("xx", OLD, "全国"), ("xo", NEW, "中央部门")], DAY, NATIONWIDE, [1]),
        ([("xx", OLD, "全国"), ("xo", NEW, "中央部门")], DAY, "山西省", [1, 2]),
        ([("xo", OLD, "全国"), ("ox", NEW, "中央部门")], DAY, NATIONWIDE, []),
        ([("xo", OLD, "全国"), ("xx", NEW, "全国")], None, NATIONWIDE, [1]),
        ([("xo", OLD, "全国"), ("xx", NEW, "全国")], DAY, NATIONWIDE, [1, 2]),
        ([("xo", OLD, "全国"), ("xx", NEW, "全国")], None, "山西省", [1]),
    ],
)
def test_finding_stays_where_every_version_gives_it(
    reader: Rule,
    values: list[tuple[str, str, str]],
    day: date | None,
    region: str,
    places: list[int],
) -> None:
    found = verdict(reader, book(*values).law(day, region))
    assert [f.hit.at.paragraph for f in found.findings] == places


def test_disputed_finding_becomes_insufficient_data(reader: Rule) -> None:
    law = book(("xo", OLD, "全国"), ("oo", NEW, "中央部门")).law(DAY)
    found = verdict(reader, law)
    assert found.outcome is Outcome.INSUFFICIENT_DATA
    assert "各版本" in found.why.zh


@pytest.mark.parametrize(
    ("second", "asked"), [("xo", 1), ("xx", 3)], ids=["the same", "another"]
)
def test_a_rule_is_asked_again_only_where_the_versions_differ(
    reader: Rule, second: str, asked: int
) -> None:
    days: list[date | None] = []

    def counted(dossier: Dossier) -> Iterator[Answer]:
        days.append(dossier.law.day)
        yield from fault(dossier)

    law = book(("xo", OLD, NATIONWIDE), (second, NEW, NATIONWIDE)).law()
    verdict(replace(reader, check=counted), law)
    assert len(days) == asked
