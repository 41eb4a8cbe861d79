"""Rows that are lower than their text: whole lines go to the cell of their text."""

from collections.abc import Callable
from typing import Any

import pytest

Blocks = Callable[..., list[Any]]


def low(paper: Any, rows: int = 4, height: int = 14) -> Any:
    """Three columns of low rows, with one word in the middle of each cell's row."""
    page = paper()
    for row in range(rows):
        top = 100 + row * height
        for column in range(3):
            left = 70 + column * 60
            page.cell(left, top, left + 60, top + height)
    return page


def fill(page: Any, words: dict[tuple[int, int], str], height: int = 14) -> Any:
    """Texts in the middle of their cells, in one pitch of 11 points."""
    for (row, column), text in sorted(words.items()):
        lines = text.split("\n")
        foot = 100 + row * height + height / 2 + 4 - 5.5 * (len(lines) - 1)
        for number, line in enumerate(lines):
            page.text(75 + column * 60, foot + 11 * number, line)
    return page


@pytest.mark.parametrize(
    ("row", "text"),
    [(1, "全年预\n算数"), (1, "年度\n总体\n目标"), (2, "指标\n（万元）")],
)
def test_lines_over_the_rules_return_to_their_cell(
    row: int, text: str, paper: Any, blocks: Blocks
) -> None:
    words = {(r, c): f"甲{r}{c}" for r in range(4) for c in range(3)}
    [table] = blocks(fill(low(paper), words | {(row, 1): text}))
    expected = [[words[r, c] for c in range(3)] for r in range(4)]
    expected[row][1] = text
    assert table == expected


def test_the_foot_of_the_last_row_is_in_the_table(paper: Any, blocks: Blocks) -> None:
    words = {(r, c): f"甲{r}{c}" for r in range(4) for c in range(3)}
    words[3, 0] = "满意\n度\n指标"
    [table] = blocks(fill(low(paper), words))
    assert table[3] == ["满意\n度\n指标", "甲31", "甲32"]


def test_a_text_over_a_wall_stays_whole(paper: Any, blocks: Blocks) -> None:
    words = {(0, 0): "一二三四五六", (0, 2): "丙", (1, 0): "丁", (1, 1): "戊"}
    [table] = blocks(fill(low(paper, rows=2), words))
    assert table == [["一二三四五六", "", "丙"], ["丁", "戊", ""]]


def test_lines_in_cells_below_each_other_stay_apart(paper: Any, blocks: Blocks) -> None:
    words = {(r, 1): "一二三四五" for r in range(4)}
    [table] = blocks(fill(low(paper), words))
    assert [row[1] for row in table] == ["一二三四五"] * 4
