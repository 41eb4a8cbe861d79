"""Any report at all is the same after it was written as data and read again."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.field import Field, Remark
from quanheng.core.indicator import Indicator
from quanheng.core.report import (
    Chapter,
    Goals,
    IndicatorTable,
    Preparer,
    Project,
    Report,
    Section,
)
from quanheng.forms.recognising.narrative import overview_of
from quanheng.office.plain_yaml import parse_yaml
from quanheng.readers import read_document
from quanheng.record.dump import dump_report, dump_yaml
from quanheng.record.load import load_report
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
FIELDS = st.builds(Field, TYPICAL | ANY)
MAYBE = st.none() | FIELDS
REMARKS = st.lists(st.builds(Remark, FIELDS, FIELDS), max_size=2).map(tuple)
ROWS = st.lists(
    st.builds(
        Indicator,
        name=FIELDS,
        remarks=REMARKS,
        **dict.fromkeys(
            [*LABELLED[:2], *LABELLED[3:], "level1_weight", "level2_weight"], MAYBE
        ),
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
)
BUDGETS = st.builds(
    Budget,
    cells=st.dictionaries(
        st.tuples(st.sampled_from(BudgetRow), st.sampled_from(BudgetColumn)),
        FIELDS,
        min_size=1,
        max_size=6,
    ),
    unit=MAYBE,
    weight=MAYBE,
    score=MAYBE,
    further=st.lists(FIELDS, max_size=2).map(tuple),
)
SECTIONS = st.builds(
    Section,
    heading=FIELDS,
    level=st.integers(0, 4),
    chapter=st.sampled_from(Chapter),
    paragraphs=st.lists(FIELDS, max_size=2).map(tuple),
)


@st.composite
def projects(draw: st.DrawFn) -> Project:
    table = draw(st.none() | TABLES)
    sections = tuple(draw(st.lists(SECTIONS, max_size=2)))
    return Project(
        form=draw(st.sampled_from(["", "national", "shanxi"])),
        preparer=draw(st.builds(Preparer, *[MAYBE] * 4)),
        overview=overview_of(sections),
        budget=draw(st.none() | BUDGETS),
        goals=draw(st.builds(Goals, *[MAYBE] * 3)),
        table=table,
        section_tables=tuple(draw(st.lists(TABLES, max_size=2))),
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
    )


REPORTS = st.builds(
    Report, st.just("x"), st.lists(projects(), min_size=1, max_size=2).map(tuple)
)


def through_json(report: Report) -> Report:
    return load_report(json.loads(json.dumps(dump_report(report))), "x.json")


def through_yaml(report: Report) -> Report:
    return load_report(parse_yaml(dump_yaml(report)), "x.yaml")


def through_xlsx(report: Report) -> Report:
    data = writer_for(".xlsx").write(record_document(report))
    return report_in(read_document(data, "x.xlsx"))


@pytest.mark.parametrize("through", [through_json, through_yaml, through_xlsx])
@given(report=REPORTS)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_any_report_comes_back(
    report: Report, through: Through, content: Callable[[Report], Any]
) -> None:
    assert content(through(report)) == content(report)
