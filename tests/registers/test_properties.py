"""No row is ever lost, whatever stands in it."""

import csv
import io

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.registers.registers_from_csv import read_csv

CELLS = st.one_of(
    st.sampled_from(
        [
            "",
            " ",
            "2021-3-5",
            "21-3-5",
            "示例",
            "=1+1",
            "5",
            "1,200",
            "13812345678",
            "甲",
        ]
    ),
    # Rows of nothing but another delimiter make it the delimiter of the file.
    st.text(
        st.characters(
            exclude_categories=("Cs", "Cc", "Co", "Cn"), exclude_characters=";，；|"
        ),
        max_size=12,
    ),
)
ROWS = st.lists(st.lists(CELLS, max_size=4), max_size=40)


@settings(max_examples=150, deadline=None)
@given(rows=ROWS)
def test_every_row_is_an_entry_or_says_why_not(rows: list[list[str]]) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["活动日期", "活动名称", "受众人数"])
    writer.writerows(rows)
    register = read_csv("activities", text.getvalue())
    assert register.row_count == len(rows)
    refused = [item.row for item in register.refused]
    assert sorted({*register.rows, *refused}) == sorted([*register.rows, *refused])
    for values in register.columns.values():
        assert len(values) == len(register.rows)
    assert None not in register.column("held_on")
