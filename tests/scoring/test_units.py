import pytest

from quanheng.core.grammar import read_expression
from quanheng.scoring.units import Conflict, conflict_of, unit_of


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ("天", "%", Conflict.DIMENSION),
        ("套", "%", Conflict.DIMENSION),
        ("元", "次", Conflict.DIMENSION),
        ("元/人", "%", Conflict.DIMENSION),
        ("元", "万元", Conflict.FACTOR),
        ("人次", "万人次", Conflict.FACTOR),
        ("亩", "公顷", Conflict.FACTOR),
        ("平方米", "㎡", None),
        ("次", "场", None),
        ("人", "户", None),
        ("天", "个月", None),
        ("年", "个月", None),
        ("天", "工作日", None),
        ("%", "百分点", None),
        ("元", "元/人", None),
        ("次/季度", "次", None),
        ("元/册", "天", Conflict.DIMENSION),
    ],
)
def test_units_exclude_each_other_or_not(
    one: str, other: str, conflict: Conflict | None
) -> None:
    first, second = (unit_of(read_expression(f"1{unit}")) for unit in (one, other))
    assert first is not None
    assert second is not None
    assert conflict_of(first, second) is conflict
    assert conflict_of(second, first) is conflict
