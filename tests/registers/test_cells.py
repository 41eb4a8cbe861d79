"""Texts of cells as people write them: a value, or a reason why not."""

from pathlib import Path

import pytest
import yaml

from quanheng.registers.kind import RegisterField
from quanheng.registers.kinds import kinds
from quanheng.registers.reading.values import cell_reader
from quanheng.registers.reading.values.many import many_reader
from quanheng.registers.reading.values.outcome import Circumstances, Problem, Warned

CASES = yaml.safe_load(Path(__file__).with_name("cells.yaml").read_text("utf-8"))
CSV = Circumstances(card_words=("银行",))


def cases(part: str) -> list[tuple[str, str, str]]:
    return [
        (place, text, said)
        for place, tables in CASES.items()
        for text, said in tables.get(part, {}).items()
    ]


def field_of(place: str) -> RegisterField:
    register, name = place.split(".")
    return kinds()[register].field(name)


@pytest.mark.parametrize(("place", "text", "value"), cases("values"))
def test_values(place: str, text: str, value: str) -> None:
    assert str(cell_reader(field_of(place), None, CSV)(text)) == value


@pytest.mark.parametrize(("place", "text", "reason"), cases("reasons"))
def test_reasons(place: str, text: str, reason: str) -> None:
    found = cell_reader(field_of(place), None, CSV)(text)
    assert isinstance(found, Problem)
    assert reason in found.reason.zh
    assert found.reason.en


@pytest.mark.parametrize(
    ("place", "text"),
    [(p, t) for part in ("values", "reasons") for p, t, _ in cases(part)],
)
def test_many_at_once_read_as_one_by_one_or_not_at_all(place: str, text: str) -> None:
    field = field_of(place)
    found = many_reader(field, None)([text, "12"])
    if found is not None:
        assert found[0] == cell_reader(field, None, CSV)(text)


@pytest.mark.parametrize(
    ("text", "kept", "warning"),
    [
        ("@SUM(1+1)", "@SUM(1+1)", "公式符号"),
        ("+1+1|cmd", "+1+1|cmd", "公式符号"),
        ("请拨打13812345678", "请拨打138****5678", "已遮盖"),
        ("号码110101199003074610。", "号码1101**********4610。", "已遮盖"),
        ("农业银行6222021234567890128", "农业银行6222***********0128", "已遮盖"),
        ("宣\ufffd活动", "宣\ufffd活动", "乱码"),
    ],
)
def test_odd_texts_are_kept_and_pointed_out(text: str, kept: str, warning: str) -> None:
    field = field_of("activities.title")
    found = cell_reader(field, None, CSV)(text)
    assert isinstance(found, Warned)
    assert (found.value, warning in found.warning.zh) == (kept, True)
    assert many_reader(field, None)([text, "x"]) is None


def test_negative_number_as_text_is_no_formula() -> None:
    assert cell_reader(field_of("activities.title"), None, CSV)("-12 ") == "-12"
