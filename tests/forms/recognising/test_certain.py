"""What was cut from glued text is given only where its ends are certain."""

import pytest

from quanheng.document.table import Cell
from quanheng.forms.recognising.dumps.certain import certain_rows
from quanheng.forms.recognising.dumps.certain_values import (
    are_certain_amounts,
    is_certain_value,
)
from quanheng.forms.recognising.dumps.columned import Line

ROLES = ("level1", "level2", "level3", "target", "actual", "weight", "score", "reason")
GOOD = (
    "产出指标|数量指标|清淤长度|≥30公里|32公里|15|14.5|受汛期影响。",
    "||检查次数|≥4次|4次|10|10|",
    "|质量指标|验收合格率|≥95%|96%|10|10|",
)


def _line(text: str) -> Line:
    return tuple(
        Cell(part, 0, n) if part else None for n, part in enumerate(text.split("|"))
    )


def _told(*rows: str) -> list[bool]:
    return [row is not None for row in certain_rows([*map(_line, rows)], ROLES)]


def test_rows_between_classes_and_figures_are_certain() -> None:
    assert _told(*GOOD) == [True] * 3


@pytest.mark.parametrize(
    "row",
    [
        "||检查次数等于|4次|4次|10|10|",
        "||检查次数(|4次|4次|10|10|",
        "||检查次数|≥71人/次≥71人|/次|10|10|",
        "||水质|可持续可持续|可持续|10|10|",
        "||检查次数|≥4次|4次|10|20|",
        "||检查次数|≥4次|4次|1010|10|",
        "||检查次数|≥4次||10|10|",
        "||检查次数||4次|10|10|",
    ],
)
def test_a_row_with_a_doubtful_end_is_left_out(row: str) -> None:
    assert _told(*GOOD, row) == [True, True, True, False]


def test_a_class_within_a_name_leaves_the_rows_behind_it_without_one() -> None:
    rows = (*GOOD, "||时效指标按期开工率|≥95%|96%|10|10|", GOOD[1], GOOD[0], *GOOD)
    assert _told(*rows) == [True, True, True, False, False, True, True, True, True]


def test_a_bare_class_may_begin_a_name() -> None:
    bare = "产出|数量|清淤长度|≥30公里|32公里|15|14.5|"
    assert _told(bare, bare, bare, bare, GOOD[1].replace("检查", "质量检查")) == [
        *[True] * 4,
        False,
    ]


def test_no_row_is_given_where_most_are_doubtful() -> None:
    assert not any(_told(*GOOD, *["||检查次数等于|4次|4次|10|10|"] * 3))


def test_a_part_of_a_text_is_no_reason() -> None:
    (row,) = certain_rows([_line(GOOD[0].replace("影响。", "影响，按"))], ROLES)
    assert row is not None
    assert row[-1] is None


@pytest.mark.parametrize(
    ("label", "text", "is_certain"),
    [
        ("项目名称", "河道清淤项目", True),
        ("项目名称", "河道清淤项目归口管理机构石桥区水务局", False),
        ("项目名称", "河道清淤中央", False),
        ("主管部门", "石桥区水务局", True),
        ("主管部门", "名称石桥区水务局", False),
        ("主管部门", "石桥区水务局石桥区水务局本级", False),
        ("年度总体目标", "完成清淤。保障行洪安全。", True),
        ("年度总体目标", "完成清淤。保障行洪安全。四、", False),
    ],
)
def test_a_value_ends_where_the_next_label_begins(
    label: str, text: str, *, is_certain: bool
) -> None:
    assert is_certain_value(label, text, "实施单位", is_alone=True) is is_certain


def test_a_name_behind_two_labels_may_hold_both_values() -> None:
    name = "经常性河道清淤项目"
    assert not is_certain_value("项目名称", name, "实施单位", is_alone=False)


def test_the_last_word_of_a_name_may_begin_the_label_behind_it() -> None:
    assert not is_certain_value("项目名称", "水质监测", "项目单位", is_alone=True)


@pytest.mark.parametrize(
    ("figures", "is_certain"),
    [
        ("20.00 20.00 10.00 10 50.00% 5", True),
        ("20.00 20.00 10.00", True),
        ("20.00 10.00", False),
        ("20.00 20.00 10.0", False),
        ("20.0020.0010.00", False),
    ],
)
def test_a_row_of_money_has_the_figures_that_its_heads_name(
    figures: str, *, is_certain: bool
) -> None:
    heads = ("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
    assert are_certain_amounts(figures.split(), heads) is is_certain
