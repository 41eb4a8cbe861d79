"""Two papers on the library project held against each other, cell by cell."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from quanheng.comparing.change import (
    Change,
    Difference,
    Effect,
    Kind,
    Occasion,
    Part,
    ProjectDifferences,
)
from quanheng.core.report import Report
from quanheng.tasks.checking.diff_reports import diff_reports
from quanheng.testing.cases import WORKPLACE
from tests.comparing.conftest import PAPERS, paper

PERCENT_POINTS = "个百分点"


def compared(old: Report, new: Report) -> ProjectDifferences:
    (project,) = diff_reports(old, new, WORKPLACE).projects
    return project


def changes(given: Any, before: Any = None) -> list[Change]:
    """What differs between the library's report and a changed copy of it."""
    return list(compared(paper(before or {}), paper(given)).changes)


def said(change: Change) -> tuple[str, str, Kind, str, str]:
    return change.row.zh, change.key, change.kind, *change.texts


def row(number: int, **cells: str) -> dict[str, Any]:
    return {"indicators": {number: cells}}


def test_a_report_does_not_differ_from_itself(library: Report) -> None:
    found = compared(library, library)
    assert (found.changes, found.lacks, found.trends) == ((), (), ())
    assert found.occasion is Occasion.VERSIONS


@pytest.mark.parametrize(
    ("given", "before"),
    [
        (row(1, actual="0.615万册"), row(1, actual="6150册")),
        (row(1, target="不少于6000册"), {}),
        (row(8, target="≥8.0%"), {}),
        (row(9, score="12.00"), {}),
        (row(6, actual="2023-10-20"), {}),
        (row(1, level1="产出指标（50分）"), {}),
        (row(2, reason="无。"), row(2, reason="无 。")),
        ({"project": {"year": "2023"}}, {}),
        ({"grade": "优秀"}, {}),
        ({"budget": {"rows": {"annual": {"total": "50万元"}}}}, {}),
        ({"budget": {"rows": {"annual": {"total": "500,000元"}}}}, {}),
        ({"budget": {"rows": {"execution_rate": {"total": "98.4%"}}}}, {}),
    ],
)
def test_the_same_value_in_other_writing_is_told_apart(given: Any, before: Any) -> None:
    assert {change.kind for change in changes(given, before)} <= {Kind.REWRITTEN}


def test_a_unit_that_the_cell_does_not_show_makes_a_value_another_one() -> None:
    (name, target, actual) = changes(
        row(1, level3="新购图书数量（万册）", target="≥6000", actual="6150"),
        row(1, target="≥6000", actual="6150"),
    )
    assert (name.key, name.kind) == ("level3", Kind.CHANGED)
    assert [c.kind for c in (target, actual)] == [Kind.CHANGED, Kind.CHANGED]
    assert target.difference == Difference(
        Decimal("5999.4"), "万册", Decimal("999900.00")
    )


@pytest.mark.parametrize(
    ("number", "target", "left", "effect"),
    [
        (1, "≥6500册", Difference(Decimal(500), "册", Decimal("8.33")), "tightened"),
        (1, "≥5500册", Difference(Decimal(-500), "册", Decimal("-8.33")), "loosened"),
        (7, "≤40元/册", Difference(Decimal(2), "元/册", Decimal("5.26")), "loosened"),
        (
            7,
            "≤36元/册",
            Difference(Decimal(-2), "元/册", Decimal("-5.26")),
            "tightened",
        ),
        (6, "2023年11月30日前", Difference(Decimal(30), "天"), "loosened"),
        (8, "≥10%", Difference(Decimal(2), PERCENT_POINTS, Decimal(25)), "tightened"),
        (8, "≤8%", Difference(Decimal(0), PERCENT_POINTS, Decimal(0)), None),
        (10, "达成：制度齐全；未达成：不齐", None, None),
    ],
)
def test_a_target_is_loosened_or_tightened_by_its_direction(
    number: int, target: str, left: Difference | None, effect: str | None
) -> None:
    (change,) = changes(row(number, target=target))
    assert (change.key, change.kind) == ("target", Kind.CHANGED)
    assert change.difference == left
    assert change.effect == (Effect(effect) if effect else None)


def test_filled_and_emptied_cells_are_added_and_removed() -> None:
    found = changes({"indicators": {1: {"reason": "集中采购"}, 5: {"reason": ""}}})
    assert [(c.key, c.kind, c.texts[0][:4]) for c in found] == [
        ("reason", Kind.ADDED, ""),
        ("reason", Kind.REMOVED, "由于7月"),
    ]


def test_rows_are_renamed_added_and_removed() -> None:
    found = changes(
        {
            "indicators": {
                2: {"level3": "举办阅读推广活动场次（场）"},
                4: {"level3": "数字资源更新次数（次）", "level2": "数量指标"},
            }
        }
    )
    main = [change for change in found if change.part is Part.INDICATORS]
    assert [(c.row.zh, c.key, c.kind) for c in main] == [
        ("举办阅读推广活动场次（场）", "level3", Kind.CHANGED),
        ("数字资源更新次数（次）", "row", Kind.ADDED),
        ("馆舍设备完好率（%）", "row", Kind.REMOVED),
    ]
    assert "权重 6" in main[2].texts[0]


def test_tables_of_the_chapters_say_only_what_the_main_table_does_not() -> None:
    both = {
        "indicators": {1: {"score": "9"}},
        "section_tables": {1: {"indicators": {0: {"score": "9"}}}},
    }
    assert [c.part for c in changes(both)] == [Part.INDICATORS]
    inner = {"section_tables": {1: {"indicators": {0: {"score": "9"}}}}}
    (change,) = changes(inner)
    assert (change.part, change.key) == (Part.CHAPTER_TABLES, "score")


def test_budget_in_another_unit_is_only_written_differently(library: Report) -> None:
    in_yuan = {
        "budget": {
            "unit": "元",
            "rows": {
                row: {
                    column: f"{Decimal(text) * 10_000:f}"
                    for column, text in cells.items()
                    if text not in {"", "—"}
                }
                for row, cells in _rows(library).items()
            },
        }
    }
    found = changes(in_yuan)
    assert {change.kind for change in found} == {Kind.REWRITTEN}
    assert found[0].key == "money_unit"
    assert found[1].texts == ("48.00万元", "480000.00元")


def _rows(report: Report) -> dict[str, dict[str, str]]:
    budget = report.projects[0].budget
    assert budget
    rows: dict[str, dict[str, str]] = {}
    for (row, column), cell in budget.cells.items():
        if not row.value.endswith("rate"):
            rows.setdefault(row.value, {})[column.value] = cell.raw
    return rows


def test_an_amount_moves_in_money_and_percent() -> None:
    (change,) = changes({"budget": {"rows": {"spent": {"total": "41"}}}})
    assert said(change) == ("全年执行", "spent.total", Kind.CHANGED, "49.20", "41")
    assert change.difference == Difference(Decimal("-8.2"), "万元", Decimal("-16.67"))


def test_an_approval_shows_what_was_fixed_first(
    approved: Report, library: Report
) -> None:
    found = compared(approved, library)
    assert found.occasion is Occasion.APPROVED
    assert [(c.row.zh, c.key) for c in found.changes][:3] == [
        ("新购图书数量（册）", "target"),
        ("阅读推广活动场次（场）", "level3"),
        ("阅读推广活动场次（场）", "weight"),
    ]
    first_parts = list(dict.fromkeys(c.part for c in found.changes))
    assert first_parts == [Part.INDICATORS, Part.BUDGET]
    effects = [c.effect for c in found.changes if c.key == "target" and c.effect]
    assert effects == [Effect.LOOSENED, Effect.LOOSENED]


def test_what_only_one_paper_has_is_said_once(
    approved: Report, library: Report
) -> None:
    lacks = [
        (lack.part, [label.zh for label in lack.labels], lack.is_old)
        for lack in compared(approved, library).lacks
    ]
    assert (
        Part.INDICATORS,
        ["业绩值", "完成率", "得分", "偏差原因"],
        False,
    ) in lacks
    assert (Part.NARRATIVE, [], False) in lacks
    assert (Part.HEAD, ["标题"], True) in lacks
    turned = compared(library, approved).lacks
    assert {lack.is_old for lack in turned if lack.part is Part.NARRATIVE} == {True}


def test_two_years_have_trends(previous: Report, library: Report) -> None:
    found = compared(previous, library)
    assert found.occasion is Occasion.YEARS
    trends = {trend.label.zh: trend for trend in found.trends}
    assert trends["自评总分"].difference == Difference(
        Decimal("1.52"), "", Decimal("1.55")
    )
    assert trends["预算执行率"].difference == Difference(
        Decimal("3.4"), PERCENT_POINTS, Decimal("3.58")
    )
    assert (trends["全年预算"].old, trends["全年预算"].new) == ("40万元", "50万元")
    assert trends["到馆读者满意度（%）"].effect is Effect.WORSE
    assert trends["新购图书平均单价（元/册）"].effect is Effect.BETTER
    assert trends["馆舍设备完好率（%）"].difference == Difference(
        Decimal(0), PERCENT_POINTS, Decimal(0)
    )


def test_days_move_along_with_the_year(previous: Report, library: Report) -> None:
    found = compared(previous, library)
    target, actual, score = (
        change for change in found.changes if change.row.zh == "图书采购完成时间"
    )
    assert target.kind is Kind.REWRITTEN
    assert actual.difference == Difference(Decimal(-19), "天")
    assert actual.effect is Effect.BETTER
    assert score.difference == Difference(Decimal(5))


def test_a_leap_day_moves_to_the_last_of_february() -> None:
    ours = {"project": {"year": "2024年"}, **row(6, target="2024年2月29日前")}
    (target,) = (
        change
        for change in changes(ours, row(6, target="2023年2月28日前"))
        if change.part is Part.INDICATORS and change.key == "target"
    )
    assert target.kind is Kind.REWRITTEN


def test_paragraphs_are_changed_added_and_removed() -> None:
    first = "一是把图书选购权交给读者，荐书台账记有{}册。"
    found = changes(
        {
            "sections": {
                16: {"paragraphs": {0: first.format(900), 1: "二是统一编目。"}},
                17: {"heading": "五、存在的问题及原因分析"},
                18: None,
            }
        },
        {"sections": {16: {"paragraphs": {0: first.format(1280)}}}},
    )
    assert [(c.row.zh, c.key, c.kind) for c in found] == [
        ("项目主要经验做法", "paragraph", Kind.CHANGED),
        ("项目主要经验做法", "paragraph", Kind.ADDED),
        ("存在的问题及原因分析", "section", Kind.ADDED),
        ("项目管理中存在问题及原因分析", "section", Kind.REMOVED),
        ("进一步加强项目管理措施及建议", "section", Kind.REMOVED),
    ]


def test_a_heading_with_another_number_is_written_differently() -> None:
    (change,) = changes({"sections": {16: {"heading": "五、项目主要经验做法"}}})
    assert (change.key, change.kind) == ("heading", Kind.REWRITTEN)


def test_a_sentence_told_as_a_field_is_not_told_again_in_the_narrative() -> None:
    sentence = "县图书馆免费开放项目绩效自评总得分98分，等级为优。"
    found = changes(
        {"conclusion": sentence, "sections": {6: {"paragraphs": {0: sentence}}}}
    )
    assert [(c.part, c.key) for c in found] == [(Part.RESULT, "conclusion")]


def test_projects_are_matched_by_name(library: Report) -> None:
    (project,) = library.projects
    (other,) = paper({"project": {"name": "乡村道路养护项目"}}).projects
    found = diff_reports(
        replace(library, projects=(other, project)),
        replace(library, projects=(project,)),
        WORKPLACE,
    ).projects
    assert [p.changes[0].kind if p.changes else None for p in found] == [
        None,
        Kind.REMOVED,
    ]
    assert found[1].changes[0].texts == ("乡村道路养护项目", "")


def test_remarks_are_compared_by_their_label() -> None:
    def remark(text: str) -> dict[str, Any]:
        return {"remarks": [{"label": "项目代码", "text": text}]}

    (change,) = changes(remark("A-2"), remark("A-1"))
    assert said(change) == ("项目代码", "remark", Kind.CHANGED, "A-1", "A-2")
    (gone,) = changes({"remarks": None}, remark("A-1"))
    assert gone.kind is Kind.REMOVED


def test_overlays_are_the_papers_they_claim_to_be() -> None:
    assert set(PAPERS) == {"approved", "previous"}
