"""Numbers are given as a person sees them in the cell."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quanheng.readers.workbook.builtin_formats import BUILTIN_FORMATS
from quanheng.readers.workbook.number_format import shown_number

FILE = Path(__file__).with_name("number_format.cases.yaml")
CASES = yaml.safe_load(FILE.read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[f"{c[0]} as {c[1]}" for c in CASES])
def test_case(case: list[Any]) -> None:
    value, code, text, *epoch = case
    assert shown_number(value, code, since_1904=bool(epoch)) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(9, "4456100%"), (14, "2021/12/31"), (31, "2021年12月31日"), (41, "44,561")],
)
def test_formats_that_files_name_by_number(number: int, text: str) -> None:
    assert shown_number(44561, BUILTIN_FORMATS[number]) == text


@given(
    st.floats(),
    st.text('0#?.,%/@;[]<>=1"\\_*E+-ymdhsa上午/下午 General', max_size=300),
)
def test_any_format_shows_any_number(value: float, code: str) -> None:
    assert isinstance(shown_number(value, code), str)


@given(st.decimals(-(10**9), 10**9, places=2))
def test_two_decimals_of_a_number_with_two_are_itself(value: Any) -> None:
    assert shown_number(float(value), "#,##0.00") == f"{value:,.2f}".replace(
        "-0.00", "0.00"
    )
