"""Tables of indicators without a head: the cells say what they hold."""

from collections.abc import Callable

import pytest

from quanheng.core.field import text_of
from quanheng.document.blocks import Document
from quanheng.forms.recognise import recognise
from quanheng.forms.recognising.indicators.labelled_cells import label_of_all, labelled

Draw = Callable[..., Document]

NAMED = "项目名称 | 公园夜间值守 | 主管部门 | 某市园林局"
KEYS = ("name", "weight", "target", "actual", "completion", "score")
SAID = """
产出指标（50分） | < | < | < | < | <
数量指标 | 值守点位数（15分） | 目标值42个 | 实际值42个 | 完成率100% | 得分15
数量指标 | 巡查次数（15分） | 目标值≥365次 | 实际值370次 | 完成率100% | 得分15
质量指标 | 巡查合格率（20分） | 目标值≥95% | 实际值90% | 完成率95% | 得分18
效益指标（30分） | < | < | < | < | <
社会效益 | 治安案件下降率（30分） | 目标值≥5% | 实际值6% | 完成率100% | 得分30
"""
WANTED = [
    "值守点位数（15分）/15/42个/42个/100%/15",
    "巡查次数（15分）/15/≥365次/370次/100%/15",
    "巡查合格率（20分）/20/≥95%/90%/95%/18",
    "治安案件下降率（30分）/30/≥5%/6%/100%/30",
]


@pytest.mark.parametrize(
    "table",
    [
        SAID,
        SAID.replace("目标值", "目标：")
        .replace("实际值", "实际：")
        .replace("率1", "率:1"),
        SAID.replace("目标值", "計劃值").replace("实际值", "實際完成值"),
    ],
)
def test_labels_in_cells_stand_for_a_head(draw: Draw, table: str) -> None:
    project = recognise(draw(NAMED + table)).projects[0]
    read = ["/".join(text_of(getattr(r, k)) for k in KEYS) for r in project.indicators]
    assert read == WANTED


def test_a_figure_without_a_label_is_no_other_value(draw: Draw) -> None:
    project = recognise(draw(NAMED + SAID.replace("得分", ""))).projects[0]
    row = project.indicators[0]
    assert (text_of(row.target), text_of(row.actual)) == ("42个", "42个")
    assert text_of(row.score) in ("", "15")
    assert text_of(row.weight) in ("", "15")


@pytest.mark.parametrize(
    ("text", "role", "value"),
    [
        ("目标值42个", "target", "42个"),
        ("实际：已完成验收", "actual", "已完成验收"),
        ("完成率 : 95%", "completion", "95%"),
        ("自评得分9.5分", "score", "9.5分"),
        ("42个", "", ""),
        ("不低于95%", "", ""),
        ("公园值守：42个", "", ""),
        ("目标值", "", ""),
    ],
)
def test_a_cell_may_say_what_it_holds(text: str, role: str, value: str) -> None:
    assert labelled(text) == (role, value)


def test_labels_of_two_meanings_name_no_column() -> None:
    assert label_of_all(["目标值42个", "实际值42个"]) == ""


def test_words_before_a_figure_stay_below_a_head(draw: Draw) -> None:
    table = """
        一级指标 | 三级指标 | 目标值 | 实际完成值 | 分值 | 得分
        产出指标 | 举办培训 | ≥12期 | 完成13期 | 20 | 20
        产出指标 | 编印简报 | ≥6期 | 完成6期 | 20 | 20
        效益指标 | 受训人数 | ≥300人 | 完成310人 | 30 | 30
        """
    project = recognise(draw(NAMED, table)).projects[0]
    assert [text_of(row.actual) for row in project.indicators] == [
        *("完成13期", "完成6期", "完成310人")
    ]
