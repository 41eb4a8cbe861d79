"""Cells find their columns by what they look like."""

import pytest

from quanheng.forms.recognising.alignment import align, shape

KINDS = ("level1", "level2", "level3", "weight", "target", "actual", "score", "reason")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "blank"),
        ("——", "dash"),
        ("≥", "sign"),
        ("定性", "sign"),
        ("12.85", "number"),
        ("20分", "number"),
        ("≥95%", "percent"),
        ("29.5亩", "amount"),
        ("2021年底", "amount"),
        ("指标1：采购册数", "item"),
        ("产出指标", "level1"),
        ("时效指标", "level2"),
        ("成本指标", "cost"),
        ("万元", "short"),
        ("严格执行制度", "text"),
    ],
)
def test_a_text_has_a_shape(text: str, expected: str) -> None:
    assert shape(text) == expected


@pytest.mark.parametrize(
    ("texts", "places"),
    [
        ("产出指标 数量指标 采购册数 20 500册 520册 20", [0, 1, 2, 3, 4, 5, 6]),
        ("质量指标 验收合格率 20 100% 98% 19.6 有缺页", [1, 2, 3, 4, 5, 6, 7]),
        ("其中桃树种植面积 1.5亩 1.5亩", [2, 4, 5]),
        ("采购册数 20 500册 520册 20", [2, 3, 4, 5, 6]),
        ("效益指标 经济效益指标", [0, 1]),
        ("采购册数", [2]),
    ],
)
def test_cells_go_where_they_fit(texts: str, places: list[int]) -> None:
    assert align(texts.split(), KINDS)[1] == places
