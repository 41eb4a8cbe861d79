"""What is not certain of a report is kept in its record, and told with its guess."""

import json

import pytest

from quanheng.answers.findings.notes import notes_of
from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.field import Field
from quanheng.core.indicator import Indicator
from quanheng.core.report import IndicatorTable, Project, Report
from quanheng.core.source import Source
from quanheng.core.unread import unread_text
from quanheng.law.load import load_book
from quanheng.office.plain_yaml import parse_yaml
from quanheng.record.dump import dump_report, dump_yaml
from quanheng.record.load import load_report
from quanheng.record.uncertain import not_taken
from quanheng.tasks.checking.checked_file import CheckedFile

CELL = Source(table=1, row=5, column=4)
ROW = Indicator(Field("培训"), score=Field("优", CELL, margin=0.4).doubted())
PROJECT = Project(
    department=Field("：", Source(paragraph=2)).doubted(),
    budget=Budget({(BudgetRow.SPENT, BudgetColumn.TOTAL): Field("据实").doubted()}),
    table=IndicatorTable((ROW,)),
)
REPORT = Report("x.docx", (PROJECT,))


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "zh",
            "第2段“：”（主管部门？）、全文“据实”（全年执行/年度总金额？）、"
            "表1 第5行 第4列“优”（得分？）已看到但未能确定，未采用",
        ),
        (
            "en",
            "paragraph 2 “：” (department?), whole file “据实” (spent/total?), "
            "table 1 row 5 column 4 “优” (score?): seen, not understood and not taken",
        ),
    ],
)
def test_each_uncertain_text_is_told_with_its_place_and_guess(
    lang: str, told: str
) -> None:
    assert unread_text(not_taken(REPORT), lang) == (told,)


def test_json_has_what_was_seen_and_how_sure_it_is() -> None:
    (project,) = dump_report(REPORT)["projects"]
    (row,) = project["indicators"]
    assert {**row["score"], "at": ""} == {
        **{"raw": "", "value": None, "unit": None, "at": ""},
        **{"seen": "优", "margin": "0.40"},
    }


@pytest.mark.parametrize("raw", ["9.5", ""])
def test_who_corrects_a_value_may_leave_what_was_seen(raw: str) -> None:
    record = parse_yaml(dump_yaml(REPORT))
    record["projects"][0]["indicators"][0]["score"]["raw"] = raw
    score = load_report(record, "x.yaml").projects[0].indicators[0].score
    assert score is not None
    assert (score.raw, score.seen) == ((raw, "") if raw else ("", "优"))


def test_a_json_record_is_the_same_report() -> None:
    again = load_report(json.loads(json.dumps(dump_report(REPORT))), "x.json")
    assert again.projects[0].uncertain == PROJECT.uncertain


def test_a_comment_stands_where_a_text_was_not_understood() -> None:
    file = CheckedFile("x.docx", (), unread=not_taken(REPORT))
    said = {note.at: note.text for note in notes_of(file, load_book(), "zh")}
    assert "“优”（得分？）已看到但未能确定" in said[CELL]
