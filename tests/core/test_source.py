"""Places as people say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.core.source import Source, column_letters


@pytest.mark.parametrize(
    ("at", "zh", "en"),
    [
        (
            Source(sheet="附件1", row=14, column=9),
            "工作表“附件1” I14",
            "sheet “附件1” I14",
        ),
        (Source(sheet="附件1", row=14), "工作表“附件1” 第14行", "sheet “附件1” row 14"),
        (Source(table=1, row=8, column=4), "表1 第8行 第4列", "table 1 row 8 column 4"),
        (Source(paragraph=3), "第3段", "paragraph 3"),
        (Source(), "全文", "whole file"),
    ],
)
def test_a_cell_of_a_workbook_has_the_name_that_a_person_looks_for(
    at: Source, zh: str, en: str
) -> None:
    assert (at.text(), at.text("en")) == (zh, en)


@pytest.mark.parametrize(
    ("column", "letters"), [(0, ""), (1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")]
)
def test_columns_are_lettered_as_in_a_workbook(column: int, letters: str) -> None:
    assert column_letters(column) == letters


NUMBERS = st.integers(0, 10**6)
SHEETS = st.text(st.characters(exclude_characters="[]"), max_size=31)
PLACES = st.builds(
    Source,
    **dict.fromkeys(["paragraph", "table", "row", "column", "page"], NUMBERS),
    sheet=SHEETS,
)
KEYS = st.from_regex(
    r"[a-z_]{1,9}(\[[0-9]{1,3}\])?(\.[a-z_]{1,9}){1,3}", fullmatch=True
)


@given(PLACES | st.builds(Source, key=KEYS))
def test_a_path_is_read_as_the_place_that_wrote_it(at: Source) -> None:
    assert Source.parse(at.path) == at


@given(st.text() | st.from_regex(r"(sheet\[.*\]/)?((row|table)\[\d+\]/?)*"))
def test_any_text_names_a_place_of_the_same_path(text: str) -> None:
    assert Source.parse(text).path == text
