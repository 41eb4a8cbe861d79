"""Columns get the room that their texts need."""

import pytest

from quanheng.document.table import Cell, Table
from quanheng.writers.text_lines import text_lines
from quanheng.writers.widths import fitted_widths


def table(*rows: tuple[str, ...]) -> Table:
    cells = tuple(
        Cell(text, number, column)
        for number, row in enumerate(rows)
        for column, text in enumerate(row)
    )
    return Table(cells, len(rows), len(rows[0]))


def test_shares_fill_the_page() -> None:
    assert sum(fitted_widths(table(("一", "二"), ("三", "四")), 80)) == pytest.approx(1)


def test_long_text_gets_most() -> None:
    narrow, wide = fitted_widths(table(("10", "很长的一段文字" * 10)), 80)
    assert wide > 5 * narrow


def test_number_is_never_broken() -> None:
    first, _ = fitted_widths(table(("100.00%", "文字" * 200)), 40)
    assert text_lines("100.00%", round(first * 40)) == 1


def test_short_label_stays_whole_where_there_is_room() -> None:
    first, _ = fitted_widths(table(("数量指标", "说明文字" * 6)), 60)
    assert text_lines("数量指标", round(first * 60)) == 1


def test_many_rows_outweigh_one_tall_cell() -> None:
    rows = [("县图书馆新书验收合格率", "")] * 12 + [("率", "很长的偏差原因" * 8)]
    names, reasons = fitted_widths(table(*rows), 40)
    assert names > reasons


def test_widths_that_the_table_names_lead() -> None:
    named = Table((Cell("一", 0, 0),), 1, 2, widths=(1, 3))
    assert fitted_widths(named, 80) == (0.25, 0.75)


def test_line_breaks_count() -> None:
    assert text_lines("一\n二\n三", 20) == 3


def test_empty_table_is_shared_evenly() -> None:
    assert fitted_widths(table(("", "")), 40) == (0.5, 0.5)


@pytest.mark.parametrize(
    ("text", "unbroken"),
    [("执行率（B/A）", "（B/A）"), ("目标值≥95%。", "≥95%。"), ("支出＝60元", "＝60")],
)
def test_marks_and_signs_stay_with_what_they_belong_to(
    text: str, unbroken: str
) -> None:
    first, _ = fitted_widths(table((text, "很长的一段文字" * 40)), 40)
    assert text_lines(unbroken, round(first * 40)) == 1


def test_endless_word_does_not_crush_its_neighbours() -> None:
    _, name = fitted_widths(table(("A" * 400, "项目名称" * 10)), 80)
    assert name > 0.15
