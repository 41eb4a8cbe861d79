"""Indicator tables of every design become the same rows."""

from collections.abc import Callable

import pytest

from quanheng.core.field import Field, text_of
from quanheng.core.report import Project
from quanheng.document.blocks import Document
from quanheng.forms.coverage import coverage
from quanheng.forms.recognise import recognise

Draw = Callable[..., Document]

KEYS = ("level1", "level2", "name", "weight", "target", "actual", "score", "reason")


def rows(project: Project) -> list[str]:
    """The rows as text: level1/level2/name/weight/target/actual/score/reason."""
    return [
        "/".join(text_of(getattr(row, key)) for key in KEYS)
        for row in project.indicators
    ]


def read(draw: Draw, *texts: str) -> Project:
    return recognise(draw(*texts)).projects[0]


PLAIN = """
一级指标 | 二级指标 | 三级指标 | 分值 | 年度指标值 | 实际完成值 | 得分 | 偏差原因
产出指标 | 数量指标 | 图书采购册数 | 20 | ≥500册 | 520册 | 20 |
^ | 质量指标 | 验收合格率 | 30 | 100% | 98% | 29.4 | 两册有缺页
效益指标 | 社会效益 | 到馆人次 | 40 | 12万人次 | 12万人次 | 40 |
"""
EXPECTED = [
    "产出指标/数量指标/图书采购册数/20/≥500册/520册/20/",
    "产出指标/质量指标/验收合格率/30/100%/98%/29.4/两册有缺页",
    "效益指标/社会效益/到馆人次/40/12万人次/12万人次/40/",
]
DESIGNS = {
    "left-out level cells": PLAIN.replace("^ |", " |"),
    "merged level cells": PLAIN,
    "a block label left of the header": """
项目名称 | 图书采购 | < | < | < | < | < | < | <
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 分值 | 指标值 | 实际完成值 | 得分 | 偏差原因
^ | 产出指标 | 数量指标 | 图书采购册数 | 20 | ≥500册 | 520册 | 20 |
^ | ^ | 质量指标 | 验收合格率 | 30 | 100% | 98% | 29.4 | 两册有缺页
^ | 效益指标 | 社会效益 | 到馆人次 | 40 | 12万人次 | 12万人次 | 40 |
""",
    "sign, value and unit in cells of their own": """
一级指标 | 二级指标 | 三级指标 | 性质 | 指标值 | 单位 | 完成值 | 权重 | 得分 | 偏差原因
产出指标 | 数量指标 | 图书采购册数 | ≥ | 500 | 册 | 520册 | 20 | 20 |
 | 质量指标 | 验收合格率 | 定量 | 100 | % | 98% | 30 | 29.4 | 两册有缺页
效益指标 | 社会效益 | 到馆人次 | | 12万人次 | 人次 | 12万人次 | 40 | 40 |
""",
    "a header of two rows": """
绩效指标 | < | < | 年度指标值 | < | < | 实际完成值 | 分值 | 得分 | 偏差原因
一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | ^ | ^ | ^ | ^
产出指标 | 数量指标 | 图书采购册数 | ≥ | 500 | 册 | 520册 | 20 | 20 |
^ | 质量指标 | 验收合格率 | | 100 | % | 98% | 30 | 29.4 | 两册有缺页
效益指标 | 社会效益 | 到馆人次 | | 12万 | 人次 | 12万人次 | 40 | 40 |
""",
    "rows that lost their empty cells": """
一级指标 | 二级指标 | 三级指标 | 分值 | 年度指标值 | 实际完成值 | 得分 | 偏差原因
产出指标 | 数量指标 | 图书采购册数 | 20 | ≥500册 | 520册 | 20
质量指标 | 验收合格率 | 30 | 100% | 98% | 29.4 | 两册有缺页
效益指标 | 社会效益 | 到馆人次 | 40 | 12万人次 | 12万人次 | 40
""",
    "filler rows, a subtotal, a total and a note": PLAIN
    + """
 | | …… | | | | |
 | | 指标2： | | | | |
小计 | | | 90 | | | 89.4 |
总分 | < | < | 100 | | | 98.4 |
注：得分保留两位小数 | < | < | < | < | < | < | <
""",
}


@pytest.mark.parametrize("design", DESIGNS)
def test_every_design_gives_the_same_rows(draw: Draw, design: str) -> None:
    assert rows(read(draw, DESIGNS[design])) == EXPECTED


def test_a_table_goes_on_below_a_repeated_header(draw: Draw) -> None:
    header, *lines = PLAIN.strip().splitlines()
    first = "\n".join([header, lines[0]])
    second = "\n".join([header, lines[1].replace("^", "产出指标"), lines[2]])
    project = read(draw, first, "续表", second)
    assert rows(project) == EXPECTED
    assert project.section_tables == ()


def test_a_level_cell_keeps_its_own_place_when_filled_down(draw: Draw) -> None:
    first, second, _ = read(draw, PLAIN).indicators
    assert first.level1 == second.level1
    assert second.level1 is not None
    assert second.level1.at.path == "table[1]/row[2]/column[1]"
    assert second.at.path == "table[1]/row[3]"


@pytest.mark.parametrize(
    "label", ["产出指标（50分）", "产出指标(50)", "产出指标50分）"]
)
def test_the_weight_in_a_level_cell_is_read(draw: Draw, label: str) -> None:
    row = read(draw, PLAIN.replace("产出指标", label)).indicators[0]
    assert row.level1 is not None
    assert row.level1_weight == Field("50", row.level1.at)
    assert text_of(row.level1) == label


def test_a_new_level_one_ends_level_two(draw: Draw) -> None:
    project = read(
        draw,
        """
一级指标 | 二级指标 | 三级指标 | 指标值
产出指标 | 数量指标 | 举办场次 | 6场
满意度指标 | | 参训人员满意度 | 90%
""",
    )
    level2 = project.indicators[1].level2
    assert level2 is not None
    assert level2.raw == ""


def test_absent_columns_are_none_and_empty_cells_are_blank(draw: Draw) -> None:
    row = read(
        draw,
        """
二级指标 | 三级指标 | 权重 | 目标值 | 得分
数量指标 | 举办场次 | 10 | | 10
""",
    ).indicators[0]
    assert row.level1 is None
    assert row.actual is None
    assert row.target is not None
    assert row.target.raw == ""


def test_total_and_grade_of_the_last_row_are_read(draw: Draw) -> None:
    project = read(draw, PLAIN + "总分 | < | < | 100 | | | 96 | 优")
    assert text_of(project.table_total) == "96"
    assert project.table is not None
    assert text_of(project.table.total_weight) == "100"
    assert text_of(project.grade) == "优"


def test_the_printed_labels_are_kept(draw: Draw) -> None:
    table = read(draw, PLAIN.replace("三级指标", "目标指标")).table
    assert table is not None
    assert table.labels["level3"].raw == "目标指标"
    assert table.labels["level3"].at.path == "table[1]/row[1]/column[3]"


def test_a_blank_form_has_no_rows(draw: Draw) -> None:
    project = read(
        draw,
        """
项目名称 | | 项目属性 |
一级指标 | 二级指标 | 指标内容 | 指标值
产出指标 | 数量指标 | |
^ | 质量指标 | |
满意度指标 | 具体指标 | |
""",
    )
    assert project.indicators == ()
    assert text_of(project.name) == ""


def test_of_period_and_annual_indicators_the_annual_ones_stand(draw: Draw) -> None:
    project = read(
        draw,
        """
长期绩效指标 | 一级指标 | 二级指标 | 指标内容 | 指标值
^ | 产出指标 | 数量指标 | 三年举办场次 | 18场
年度绩效指标 | 一级指标 | 二级指标 | 指标内容 | 指标值
^ | 产出指标 | 数量指标 | 本年举办场次 | 6场
""",
    )
    assert [row.name.raw for row in project.indicators] == ["本年举办场次"]


BESIDE = """
一级指标 | 实施期绩效指标 | < | < | 年度绩效指标 | < | <
^ | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值
产出指标 | 数量指标 | 三年场次 | 18场 | 数量指标 | 本年场次 | 6场
^ | 质量指标 | | | 质量指标 | 合格率 | 95%
"""
BELOW = """
长期绩效指标 | 一级指标 | 二级指标 | 指标内容 | 指标值
^ | 产出指标 | 数量指标 | 三年场次 | 18场
年度绩效指标 | 一级指标 | 二级指标 | 指标内容 | 指标值
^ | 产出指标 | 数量指标 | 本年场次 | 6场
"""


@pytest.mark.parametrize("form", [BESIDE, BELOW])
def test_indicators_of_the_whole_period_stand_apart(draw: Draw, form: str) -> None:
    document = draw("项目支出绩效自评表", "项目名称 | 技能培训", form)
    report = recognise(document)
    assert report.projects[0].indicators[0].name.raw == "本年场次"
    assert text_of(report.projects[0].indicators[0].level1) == "产出指标"
    table = report.projects[0].period_table
    assert table is not None
    assert [(r.name.raw, text_of(r.target)) for r in table.rows] == [
        ("三年场次", "18场")
    ]
    assert text_of(table.rows[0].level1) == "产出指标"
    assert coverage(document, report).is_whole


def test_targets_of_the_whole_period_stand_beside_those_of_the_year(draw: Draw) -> None:
    project = read(
        draw,
        """
一级指标 | 二级指标 | 三级指标 | 实施期指标值 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 举办场次 | ≥18场 | ≥6场 | 7场 | 50 | 50
^ | 质量指标 | 合格率 | ≥90% | ≥95% | 96% | 40 | 40
""",
    )
    assert [text_of(row.target) for row in project.indicators] == ["≥6场", "≥95%"]
    assert project.period_table is not None
    of_period = [(r.name.raw, text_of(r.target)) for r in project.period_table.rows]
    assert of_period == [("举办场次", "≥18场"), ("合格率", "≥90%")]
    assert project.period_table.rows[0].score is None


@pytest.mark.parametrize(
    "form", [BELOW.split("年度", 1)[0], "年度" + BELOW.split("年度", 1)[1], PLAIN]
)
def test_one_set_of_indicators_is_read_whole(draw: Draw, form: str) -> None:
    assert recognise(draw(form)).unread == ()


@pytest.mark.parametrize(
    "head",
    [
        "一级指标 | 二级指标 | 年度指标 | < | 实际 | 得分\n"
        "^ | ^ | 三级指标 | 指标值 | 完成值 | ^",
        "一级指标 | 二级指标 | 年度指标 | | | 得分\n | | 三级指标 | 指标值 | 完成值 | ",
    ],
)
def test_levels_may_stand_a_line_above_the_other_heads(draw: Draw, head: str) -> None:
    rows = "产出指标 | 数量指标 | 培训场次 | 6场 | 7场 | 10"
    (row,) = read(draw, f"{head}\n{rows}").indicators
    assert (text_of(row.level1), text_of(row.level2)) == ("产出指标", "数量指标")
    assert (row.name.raw, text_of(row.target)) == ("培训场次", "6场")
    assert text_of(row.score) == "10"


def test_a_points_head_is_the_score_column(draw: Draw) -> None:
    project = read(
        draw,
        """
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 50
产出指标 | 数量指标 | 举办场次 | 6场 | 6场 | 5
""",
    )
    assert text_of(project.indicators[0].score) == "5"


def test_indicators_are_found_in_sentences(draw: Draw) -> None:
    project = read(
        draw,
        "一、绩效指标完成情况",
        "1、产出数量指标：第一，举办培训场次年初指标值为不低于6场，全年实际完成值7场。"
        "第二，培训人次年初目标值≥480人，实际完成值=512人，自评得分20分。",
    )
    assert rows(project) == [
        "/产出数量指标/举办培训场次//不低于6场/7场//",
        "/产出数量指标/培训人次//≥480人/=512人/20分/",
    ]


@pytest.mark.xfail(strict=True, reason="a second and last row is taken for a total")
def test_weights_beside_the_levels_are_those_of_the_levels(draw: Draw) -> None:
    project = read(
        draw,
        """
一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值 | 指标值 | 得分
产出指标 | 50 | 数量指标 | 30 | 举办场次 | 10 | 6场 | 10
^ | ^ | ^ | ^ | 参训人次 | 20 | 480人次 | 20
""",
    )
    row = project.indicators[1]
    assert text_of(row.level1_weight) == "50"
    assert text_of(row.level2_weight) == "30"
    assert text_of(row.weight) == "20"


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(
            "绩效指标 | 目标值 | 完成值 | 得分\n举办场次 | 6场 | 7场 | 10",
            marks=pytest.mark.xfail(strict=True, reason="one row says too little"),
        ),
        "一级指标 | 二级指标 | 绩效指标 | 目标值 | 完成值 | 得分\n"
        "产出指标 | 数量指标 | 举办场次 | 6场 | 7场 | 10",
    ],
)
def test_the_head_of_the_names_may_be_short(draw: Draw, table: str) -> None:
    assert rows(read(draw, table))[0].endswith("举办场次//6场/7场/10/")


def test_a_table_goes_on_without_a_header(draw: Draw) -> None:
    lines = PLAIN.strip().splitlines()
    first = "\n".join(lines[:3])
    assert rows(read(draw, first, lines[3])) == EXPECTED


def test_another_table_is_no_continuation(draw: Draw) -> None:
    report = recognise(draw(PLAIN, "1 | 2 | 3 | 四 | 五 | 六 | 七 | 8"))
    assert len(report.projects[0].indicators) == 3
    assert [part.at.path for part in report.unread] == ["table[2]"]


def test_the_total_may_stand_off_its_column(draw: Draw) -> None:
    project = read(draw, PLAIN + "自评总分 | 98.4 | < | < | < | 自评等级 | 优 | <")
    assert text_of(project.table_total) == "98.4"
    assert text_of(project.grade) == "优"


def test_a_level_two_named_like_a_goal_ends_no_table(draw: Draw) -> None:
    project = read(
        draw,
        """
一级指标 | 二级指标 | 三级指标 | 分值 | 评分标准 | 得分
决策 | 项目立项 | 立项依据充分性 | 5 | 充分得满分 | 5
^ | 绩效目标 | 绩效目标合理性 | 5 | 合理得满分 | 4
^ | ^ | 绩效指标明确性 | 5 | 明确得满分 | 4
""",
    )
    assert [row.name.raw for row in project.indicators] == [
        "立项依据充分性",
        "绩效目标合理性",
        "绩效指标明确性",
    ]
    assert text_of(project.indicators[2].level2) == "绩效目标"
    assert project.goals.annual is None


SIDEWAYS = """
一级指标 | 产出指标 | < | 效益指标
二级指标 | 数量指标 | 质量指标 | 社会效益
三级指标 | 图书采购册数 | 验收合格率 | 到馆人次
指标解释 | 采购的册数 | 合格的比例 | 到馆的人次
分值 | 20 | 30 | 40
年度指标值 | ≥500册 | 100% | 12万人次
实际完成值 | 520册 | 98% | 12万人次
得分 | 20 | 29.4 | 40
偏差原因 | | 两册有缺页 |
"""


@pytest.mark.parametrize(
    "form",
    [SIDEWAYS, "预期目标 | 买书 | < | <\n实际完成情况 | 已买 | < | <" + SIDEWAYS],
)
def test_a_table_on_its_side_is_turned(draw: Draw, form: str) -> None:
    assert rows(read(draw, form)) == EXPECTED


def test_a_list_of_labels_is_no_table_on_its_side(draw: Draw) -> None:
    project = read(draw, "项目名称 | 图书采购\n主管部门 | 文旅局\n备注 | 无", PLAIN)
    assert text_of(project.name) == "图书采购"
    assert rows(project) == EXPECTED


@pytest.mark.parametrize(
    ("cell", "target", "actual"),
    [
        (r"目标：≥12期\n实际：13期", "≥12期", "13期"),
        (r"目標：≥12期\n實際：13期", "≥12期", "13期"),
        (r"≥12期\n13期", "≥12期", "13期"),
        ("", "", ""),
    ],
)
def test_target_and_actual_in_one_cell(
    draw: Draw, cell: str, target: str, actual: str
) -> None:
    table = rf"""
        一级指标 | 三级指标 | 目标值\n实际值 | 分值 | 得分
        产出指标 | 举办培训 | {cell} | 20 | 20
        产出指标 | 编印简报 | ≥6期\n6期 | 20 | 20
        效益指标 | 受训人数 | ≥300人\n310人 | 30 | 30
        """
    row, *_ = read(draw, table).indicators
    assert (text_of(row.target), text_of(row.actual)) == (target, actual)


def test_a_head_that_is_printed_again_is_no_row(draw: Draw) -> None:
    header, *lines = PLAIN.strip().splitlines()
    table = "\n".join([header, lines[0], lines[1], header, lines[2]])
    assert rows(read(draw, "项目名称 | 图书采购", table)) == EXPECTED


def test_of_four_levels_the_last_one_names_the_row(draw: Draw) -> None:
    project = read(
        draw,
        """
一级指标 | 二级指标 | 三级指标 | 四级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 采购任务 | 图书采购册数 | ≥500册 | 520册 | 50 | 50
^ | 质量指标 | 验收任务 | 验收合格率 | ≥95% | 98% | 40 | 40
""",
    )
    assert [row.name.raw for row in project.indicators] == [
        "图书采购册数",
        "验收合格率",
    ]
    assert text_of(project.indicators[1].level2) == "质量指标"
    assert project.period_table is None


def test_a_score_of_reviewers_is_not_the_own_one(draw: Draw) -> None:
    table = PLAIN.replace("得分 |", "得分 | 财政复核得分 |", 1)
    table = table.replace("| 20 |\n", "| 20 | 19 |\n").replace("29.4 |", "29.4 | 28 |")
    project = read(draw, table.replace("| 40 |\n", "| 40 | 38 |\n"))
    assert [text_of(row.score) for row in project.indicators] == ["20", "29.4", "40"]


def test_an_indicator_without_any_value_is_no_class(draw: Draw) -> None:
    blank = "^ | ^ | 验收及时率 | | | | |\n"
    last = PLAIN.strip().splitlines()[-1]
    project = read(draw, PLAIN.replace(last, blank + last))
    assert rows(project) == [
        *EXPECTED[:2],
        "产出指标/质量指标/验收及时率/////",
        EXPECTED[2],
    ]


@pytest.mark.parametrize("head", ["完成比例", "全年完成比例", "目标达成率"])
@pytest.mark.parametrize("behind", ["实际完成值", "年度指标值"])
def test_the_completion_may_stand_beside_any_value(
    draw: Draw, head: str, behind: str
) -> None:
    lines = [
        [cell.strip() for cell in line.split("|")]
        for line in PLAIN.replace("^ |", "产出指标 |").strip().splitlines()
    ]
    place = lines[0].index(behind) + 1
    for line, text in zip(lines, (head, "104%", "98%", "100%"), strict=True):
        line.insert(place, text)
    project = read(draw, "\n".join(" | ".join(line) for line in lines))
    assert [text_of(row.completion) for row in project.indicators] == [
        *("104%", "98%", "100%")
    ]
    assert rows(project) == EXPECTED


def test_a_figure_is_no_unit(draw: Draw) -> None:
    table = """
        一级指标 | 三级指标 | 目标值 | 单位 | 实际完成值 | 分值 | 得分
        产出指标 | 举办培训 | ≥12 | 期 | 13 | 20 | 20
        产出指标 | 培训合格率 | ≥95% | 98% | 98% | 20 | 20
        """
    project = read(draw, table)
    assert [text_of(row.target) for row in project.indicators] == ["≥12期", "≥95%"]
