"""Any report at all is the same after it was written as data and read again."""

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from typing import Any, get_args, get_origin

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.computed.binding import Binding, Condition
from quanheng.core.field import Field, Remark
from quanheng.core.indicator import Indicator
from quanheng.core.layout import Layout
from quanheng.core.report import (
    Chapter,
    Goals,
    IndicatorTable,
    Preparer,
    Project,
    Report,
    Section,
    TableShape,
)
from quanheng.core.source import Source
from quanheng.core.unread import Unread
from quanheng.forms.coverage import Coverage
from quanheng.forms.recognising.narrative import overview_of
from quanheng.office.plain_yaml import parse_yaml
from quanheng.readers import read_document
from quanheng.record.dump import dump_coverage, dump_report, dump_yaml
from quanheng.record.load import load_coverage, load_report
from quanheng.record.to_tables import record_document
from quanheng.tasks.reading.read_report import report_in
from quanheng.writers import writer_for

Through = Callable[[Report], Report]
LABELLED = [
    *("level1", "level2", "level3", "weight", "target", "actual"),
    *("completion", "score", "reason"),
]
TYPICAL = st.sampled_from(
    [
        *("", "≥95%", "12.90", "100%", "0.5", "-3", "1,200.00", "007", "2021-12-31"),
        *(
            "—",
            "null",
            "~",
            "yes",
            "1e3",
            "=1+1",
            "'a",
            "- b",
            "a: b",
            "# c",
            "_x0041_",
        ),
        "目标1：甲\n目标2",
    ]
)
ANY = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn"], include_characters="\n"),
    max_size=12,
).map(str.strip)
NUMBERS = st.integers(0, 10**6)
PLACES = st.builds(
    Source,
    **dict.fromkeys(["paragraph", "table", "row", "column", "page"], NUMBERS),
    sheet=st.text(st.characters(exclude_characters="[]"), max_size=5),
) | st.builds(Source, key=st.sampled_from(["title", "projects[0].goals.annual"]))
READ = st.builds(Field, TYPICAL | ANY, PLACES, st.lists(PLACES, max_size=2).map(tuple))
FIELDS = READ | READ.map(Field.doubted)
BINDINGS = st.sampled_from(
    [
        Binding("activities", "count"),
        Binding("spending", "sum", "amount", unit="万元", confirmed=False),
        Binding(
            *("posts", "gaps", "posted_on"),
            (Condition("kind", ("网站", "微信")), Condition("column", ("",))),
            options={"limit": "14"},
        ),
    ]
)
BINDABLE = st.builds(
    lambda field, binding: replace(field, binding=binding), FIELDS, st.none() | BINDINGS
)
MAYBE = st.none() | FIELDS
REMARKS = st.lists(st.builds(Remark, FIELDS, FIELDS), max_size=2).map(tuple)
ROWS = st.lists(
    st.builds(
        Indicator,
        name=FIELDS,
        remarks=REMARKS,
        **dict.fromkeys(
            [*LABELLED[:2], *LABELLED[3:], "level1_weight", "level2_weight"], MAYBE
        )
        | {"actual": st.none() | BINDABLE},
        at=PLACES,
    ),
    min_size=1,
    max_size=3,
).map(tuple)
TABLES = st.builds(
    IndicatorTable,
    rows=ROWS,
    labels=st.dictionaries(st.sampled_from(LABELLED), FIELDS),
    total_weight=MAYBE,
    total_score=MAYBE,
    at=PLACES,
)
BUDGETS = st.builds(
    Budget,
    cells=st.dictionaries(
        st.tuples(st.sampled_from(BudgetRow), st.sampled_from(BudgetColumn)),
        BINDABLE,
        min_size=1,
        max_size=6,
    ),
    unit=MAYBE,
    weight=MAYBE,
    score=MAYBE,
    further=st.lists(FIELDS, max_size=2).map(tuple),
    at=PLACES,
)
SECTIONS = st.builds(
    Section,
    heading=FIELDS,
    level=st.integers(0, 4),
    chapter=st.sampled_from(Chapter),
    paragraphs=st.lists(FIELDS, max_size=2).map(tuple),
)


KNOWN = {
    Source: PLACES,
    Field: FIELDS,
    Decimal: st.decimals(0, 9999, places=2),
    int: st.integers(0, 9999),
    str: ANY,
    bool: st.booleans(),
}


def any_of(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of a type that the layout of a report is made of."""
    if hint in KNOWN:
        return KNOWN[hint]
    if get_origin(hint) is tuple:
        return st.lists(any_of(get_args(hint)[0]), max_size=2).map(tuple)
    if not (isinstance(hint, type) and is_dataclass(hint)):
        return st.sampled_from(list(hint))
    return st.builds(hint, **{part.name: any_of(part.type) for part in fields(hint)})


@st.composite
def projects(draw: st.DrawFn) -> Project:
    table = draw(st.none() | TABLES)
    if table:
        table = replace(table, shape=draw(st.sampled_from(TableShape)))
    sections = tuple(draw(st.lists(SECTIONS, max_size=2)))
    return Project(
        form=draw(st.sampled_from(["", "national", "shanxi"])),
        preparer=draw(st.builds(Preparer, *[MAYBE] * 4)),
        overview=overview_of(sections),
        budget=draw(st.none() | BUDGETS),
        goals=draw(st.builds(Goals, *[MAYBE] * 3)),
        table=table,
        section_tables=tuple(draw(st.lists(TABLES, max_size=2))),
        period_table=draw(st.none() | TABLES),
        table_total=table.total_score if table else None,
        sections=sections,
        name=draw(MAYBE),
        year=draw(MAYBE),
        department=draw(MAYBE),
        unit=draw(MAYBE),
        stated_total=draw(MAYBE),
        grade=draw(MAYBE),
        conclusion=draw(MAYBE),
        annex=draw(MAYBE),
        attachment_note=draw(MAYBE),
        title=draw(MAYBE),
        remarks=draw(REMARKS),
        at=draw(PLACES),
        layout=draw(st.none() | any_of(Layout)),
    )


REPORTS = st.builds(
    Report,
    st.just("x.docx"),
    st.lists(projects(), min_size=1, max_size=2).map(tuple),
    any_of(tuple[Unread, ...]),
)
MANY = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def through_json(report: Report) -> Report:
    return load_report(json.loads(json.dumps(dump_report(report))), "x.json")


def through_yaml(report: Report) -> Report:
    return load_report(parse_yaml(dump_yaml(report)), "x.yaml")


def through_xlsx(report: Report) -> Report:
    data = writer_for(".xlsx").write(record_document(report))
    return report_in(read_document(data, "x.xlsx"))


@given(report=REPORTS, year=st.none() | st.integers(2000, 2099))
@MANY
def test_json_keeps_all_of_any_report(report: Report, year: int | None) -> None:
    report = report.in_year(year)
    assert through_json(report) == report


@given(
    found=st.builds(
        Coverage,
        KNOWN[int],
        KNOWN[int],
        st.lists(st.builds(Field, ANY, PLACES), max_size=2).map(tuple),
        any_of(tuple[Unread, ...]),
    )
)
@MANY
def test_coverage_is_kept_beside_it(found: Coverage) -> None:
    data = {"coverage": dump_coverage(found), "project": {"name": "甲"}}
    assert load_coverage(json.loads(json.dumps(data)), "x.json") == found


@pytest.mark.parametrize("through", [through_yaml, through_xlsx])
@given(report=REPORTS)
@MANY
def test_what_any_report_says_comes_back(
    report: Report, through: Through, content: Callable[[Report], Any]
) -> None:
    assert content(through(report)) == content(report)
