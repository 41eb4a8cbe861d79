"""Class rows know their level by their number or by how they stand."""

import pytest

from quanheng.core.source import Source
from quanheng.document.table import Cell
from quanheng.forms.recognising.indicators.class_rows import class_levels, names_in
from quanheng.forms.recognising.rows import Row


def row(*texts: str, kind: str = "class") -> Row:
    cells = tuple(Cell(text, 0, place) for place, text in enumerate(texts))
    return Row(cells, cells, (), Source(), kind=kind)


@pytest.mark.parametrize(
    "classes",
    [
        "一、产出指标 （一）数量指标 · （二）成本指标 · 二、满意度指标 （一）满意度指标 ·",
        "1.产出指标 （1）数量指标 · （2）成本指标 · 2.满意度指标 （1）满意度指标 ·",
        "产出指标 数量指标 · 成本指标 · 满意度指标 居民满意度指标 ·",
        "工作成果 办了多少 · 花了多少 · 群众看法 是否满意 ·",
    ],
)
def test_levels_by_number_or_nesting(classes: str) -> None:
    body = [row(t, kind="indicator" if t == "·" else "class") for t in classes.split()]
    assert list(class_levels(body)) == [1, 2, 2, 1, 2]


@pytest.mark.parametrize(
    "classes", ["产出指标 · 成本指标 · 满意度指标 ·", "甲 · 乙 · 丙 ·"]
)
def test_classes_of_one_level(classes: str) -> None:
    body = [row(t, kind="indicator" if t == "·" else "class") for t in classes.split()]
    assert list(class_levels(body)) == [1, 1, 1]


def test_points_beside_a_class_are_no_name() -> None:
    assert [cell.text for cell in names_in(row("产出指标", "50", "48分"))] == [
        "产出指标"
    ]
