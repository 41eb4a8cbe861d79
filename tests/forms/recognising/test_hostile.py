"""Tables that are made to cost much: what is tried again and again has a limit."""

from collections.abc import Sequence

import pytest

from quanheng.core.source import Source
from quanheng.document.table import Cell
from quanheng.forms.recognising import project
from quanheng.forms.recognising.indicators.header import headers_of
from quanheng.forms.recognising.indicators.tables import TableReading
from quanheng.forms.recognising.project import ProjectReading
from quanheng.forms.recognising.rows import Row

ROWS = 400


def row(kind: str, *texts: str) -> Row:
    cells = tuple(Cell(text, 0, n) for n, text in enumerate(texts))
    return Row(cells, cells, (), Source(), kind)


def test_a_run_that_is_no_table_is_not_tried_from_all_its_rows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[int] = []

    def take(
        _self: object, _rows: object, number: int, *_: object, **_more: object
    ) -> int:
        tried.append(number)
        return number

    monkeypatch.setattr(project, "_MOST_LOOKS", 0)
    monkeypatch.setattr(TableReading, "take", take)
    ProjectReading().add_rows([row("indicator", "甲", "乙")] * ROWS, Source())
    assert len(tried) < ROWS / 10


def test_a_head_that_names_one_column_a_thousand_times(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[int] = []

    def likeliness(columns: Sequence[object]) -> float:
        tried.append(len(columns))
        return 0.0

    where = "quanheng.forms.recognising.indicators.header.likeliness"
    monkeypatch.setattr(where, likeliness)
    head = row("head", *["三级指标"] * 1000)
    headers_of([head], [row("indicator", *map(str, range(1000)))])
    assert len(tried) < 20
