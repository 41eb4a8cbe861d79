"""Pieces find their columns by what they look like, or none."""

import pytest

from quanheng.forms.recognising.dumps.pieces import Piece
from quanheng.forms.recognising.dumps.placing import SURE, Board, placed, worth

COLUMNS = (
    *("level1", "level2", "level3", "weight", "target", "actual", "score"),
    "reason",
)
MONEY = ("money_label", *["money_amount"] * 3, "money_rate")


def pieces(text: str) -> list[Piece]:
    words = text.split()
    return [Piece(w.strip("_"), starts=n == 0) for n, w in enumerate(words)]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("产出指标 数量指标 采购册数 20 500册 520册 20", [0, 1, 2, 3, 4, 5, 6]),
        (
            "质量指标 验收合格率 20 100% 98% 19.6 有缺页，已退换。",
            [1, 2, 3, 4, 5, 6, 7],
        ),
        ("采购册数 20 500册 520册 20", [2, 3, 4, 5, 6]),
    ],
)
def test_pieces_go_where_they_fit(text: str, columns: list[int]) -> None:
    board = Board(COLUMNS, blanks=False, rows="given")
    assert [place.column for place in placed(pieces(text), board)] == columns


def test_a_blank_that_is_kept_holds_its_column() -> None:
    board = Board(COLUMNS, blanks=True, rows="given")
    row = pieces("采购册数 _ 500册 520册 20 _")
    assert [place.column for place in placed(row, board)] == [2, 3, 4, 5, 6, 7]


def test_an_amount_that_two_columns_could_hold_is_not_sure() -> None:
    board = Board(MONEY, blanks=False, rows="given")
    label, *amounts = placed(pieces("其他资金 5.00 4.00"), board)
    assert label.margin > SURE
    assert all(place.margin < SURE for place in amounts)


def test_rows_are_cut_where_they_fit_best() -> None:
    board = Board(COLUMNS, blanks=False, rows="free")
    text = (
        "产出指标 数量指标 采购册数 20 500册 520册 20 上架册数 10 500册 500册 10 "
        "质量指标 验收合格率 20 100% 98% 19.6"
    )
    assert [place.row for place in placed(pieces(text), board)] == [0] * 7 + [1] * 5 + [
        2
    ] * 6


def test_nothing_and_too_much_have_no_place() -> None:
    board = Board(MONEY, blanks=False, rows="given")
    assert placed([], board) == []
    assert worth(pieces("合计 1 2 3 4% 5"), board) == float("-inf")
