"""Every measure: value, rows used and left out, formula, warnings, as cases."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from quanheng.core.bilingual import Words
from quanheng.core.computed.binding_record import read_binding
from quanheng.core.computed.measured import Measured
from quanheng.core.errors import QuanhengError
from quanheng.evidence.measures.base.ask import Ask, Limits
from quanheng.evidence.measures.base.catalogue import measure_named, measure_names
from quanheng.registers.register import Refused
from tests.registers.registers_in_words import register_of

LIMITS = Limits(Decimal(30), Decimal(95), Decimal(5), Decimal(70))
PERIOD = date(2021, 1, 1), date(2021, 12, 31)
CASES = Path(__file__).with_name("cases")


def cases() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.yaml")):
        whole = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506
        for case in whole["cases"]:
            registers = {**whole.get("registers", {}), **case.get("registers", {})}
            named = f"{path.stem}: {case['name']}"
            yield pytest.param({**case, "registers": registers}, id=named)


def measured(case: dict[str, Any]) -> Measured:
    binding = read_binding(case["binding"], "case")
    registers = {
        name: register_of(name, rows) for name, rows in case["registers"].items()
    }
    period = None if case.get("period") == "unknown" else PERIOD
    ask = Ask(registers[binding.register], binding, period, LIMITS, registers)
    return measure_named(binding.measure).of_register(ask)


@pytest.mark.parametrize("case", list(cases()))
def test_measure(case: dict[str, Any]) -> None:
    expected = case["expect"]
    if "error" in expected:
        with pytest.raises(QuanhengError) as caught:
            measured(case)
        assert expected["error"] in caught.value.text()
        assert expected["error_en"] in caught.value.text("en")
        return
    found = measured(case)
    said = {
        "text": found.text,
        "used": " ".join(map(str, found.used)),
        "left_out": {
            left.reason.zh: " ".join(map(str, left.rows)) for left in found.left_out
        },
        "formula": found.formula.zh,
        "formula_en": found.formula.en,
        "warnings": [warning.zh for warning in found.warnings],
        "warnings_en": [warning.en for warning in found.warnings],
        "interval": [str(limit) for limit in found.interval or ()],
        "parts": {name: str(value) for name, value in found.parts.items()},
        "also": {name: " ".join(map(str, rows)) for name, rows in found.also.items()},
        "unrounded": str(found.unrounded)[:12],
    }
    assert {key: said[key] for key in expected} == expected


def test_every_measure_has_cases() -> None:
    tried = {case.values[0]["binding"]["measure"] for case in cases()}
    assert tried == set(measure_names())


@pytest.mark.parametrize("name", measure_names())
def test_every_measure_says_what_it_is_and_where_it_comes_from(name: str) -> None:
    found = measure_named(name)
    assert found.name == name
    for words in (found.title, found.formula, found.source, *found.options.values()):
        assert words.zh
        assert words.en


def test_an_unknown_measure_is_refused_with_those_there_are() -> None:
    with pytest.raises(QuanhengError, match="无名称为“mean”") as caught:
        measure_named("mean")
    assert "count" in caught.value.hint.zh


def test_rows_that_were_refused_are_left_out_with_the_others() -> None:
    reason = Words("日期看不懂", "no date")
    rows = [{"held_on": "2021-03-01", "title": "甲"}]
    again = Refused(4, "", Words("与第2行重复", "the same as row 2"), repeats=2)
    refused = [Refused(3, "活动日期", reason), again]
    register = register_of("activities", rows, refused)
    binding = read_binding({"from": "activities", "measure": "count"}, "x")
    found = measure_named("count").of_register(Ask(register, binding, PERIOD, LIMITS))
    assert found.text == "1条"
    assert [list(left.rows) for left in found.left_out] == [[3], [4]]
    assert list(found.unread) == [3]


def test_a_measure_that_needs_another_register_says_which() -> None:
    register = register_of("producers", [{"producer": "P1", "kind": "农户"}])
    binding = read_binding({"from": "producers", "measure": "households_helped"}, "x")
    with pytest.raises(QuanhengError, match="缺少消费帮扶订单台账（orders）"):
        measure_named("households_helped").of_register(
            Ask(register, binding, PERIOD, LIMITS)
        )
