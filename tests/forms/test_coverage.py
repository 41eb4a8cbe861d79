"""What of a document went into its report, and what did not."""

from collections.abc import Callable
from dataclasses import replace

from quanheng.core.source import Source
from quanheng.core.unread import SCANNED, Unread, unread_text
from quanheng.document.blocks import Document
from quanheng.forms.coverage import Coverage, coverage
from quanheng.forms.recognise import recognise

Draw = Callable[..., Document]

FORM = """
项目名称 | 技能培训 | < | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 年度指标值 | < | < | 得分
^ | ^ | ^ | 性质 | 指标值 | 单位 | ^
产出指标 | 数量指标 | 培训场次 | ≥ | 6 | 场 | 20
^ | ^ | 指标2： | | | |
总分 | < | < | | | | 20
"""
SPACED = [
    "项目支出绩效自评表",
    "项目名称 技能培训 实施单位 平川县就业中心",
    "一级指标 二级指标 三级指标 分值 年度指标值 实际完成值 得分",
    "产出指标 数量指标 培训场次 50 ≥6场 7场 50",
    "效益指标 社会效益指标 就业率 50 ≥60% 65% 50",
    "总分 100 100",
    "打印设备 三号柜台",
]


def found(document: Document) -> Coverage:
    return coverage(document, recognise(document))


def texts(document: Document) -> list[str]:
    return [field.raw for field in found(document).unused]


def test_a_form_that_is_read_whole_has_nothing_unused(draw: Draw) -> None:
    whole = found(draw(FORM))
    assert whole.unused == ()
    assert whole.used == whole.filled == 19
    assert whole.is_whole


def test_sign_and_unit_joined_into_a_target_count_as_used(draw: Draw) -> None:
    assert not {"≥", "场"} & set(texts(draw(FORM)))


def test_marks_of_empty_cells_are_no_text(draw: Draw) -> None:
    with_marks = FORM.replace("指标2： | | | |", "指标2： | — | …… | / |")
    assert found(draw(with_marks)).filled == found(draw(FORM)).filled


def test_a_value_beside_no_known_label_is_unused_with_its_place(draw: Draw) -> None:
    more = found(draw(FORM.strip() + "\n经办窗口 | 三号柜台 | < | < | < | < | <"))
    assert [(f.raw, f.at.text()) for f in more.unused] == [
        ("经办窗口", "表1 第7行 第1列"),
        ("三号柜台", "表1 第7行 第2列"),
    ]
    assert more.filled - more.used == 2
    assert not more.is_whole


def test_of_a_table_that_is_not_understood_nothing_is_used(draw: Draw) -> None:
    other = found(draw(FORM, "设备 | 项目 | 数量\n打印机 | 二 | 2"))
    assert unread_text(other.unread) == ("表2未能识别",)
    assert [f.raw for f in other.unused] == [
        "设备",
        "项目",
        "数量",
        "打印机",
        "二",
        "2",
    ]


def test_lines_count_by_their_pieces_where_there_are_no_tables(draw: Draw) -> None:
    lines = found(draw(*SPACED))
    assert [f.raw for f in lines.unused] == ["打印设备", "三号柜台"]
    assert lines.used == 29


def test_marks_of_empty_cells_and_a_unit_alone_are_no_text_of_lines(
    draw: Draw,
) -> None:
    lines = [*SPACED[:2], "（万元）", *SPACED[2:4], "……", *SPACED[4:-1]]
    assert texts(draw(*lines)) == []


def test_what_was_not_looked_at_is_no_whole(draw: Draw) -> None:
    page = Unread(Source(page=4), SCANNED, unseen=True)
    seen = found(replace(draw(FORM), unread=(page,)))
    assert seen.unused == ()
    assert seen.unread == (page,)
    assert not seen.is_whole
