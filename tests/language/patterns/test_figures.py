from pathlib import Path

import pytest
import yaml

from quanheng.core.expression import Span
from quanheng.core.quantity import Quantity
from quanheng.language.patterns.figures import (
    Figure,
    figures,
    has_data,
    has_date,
    years,
)

TABLE = yaml.safe_load(Path(__file__).with_name("figures.yaml").read_text("utf-8"))


def said(quantity: Quantity) -> str:
    return f"{quantity.value} {quantity.unit.symbol}"


def shown(figure: Figure) -> str:
    value = figure.value
    if isinstance(value, Span):
        return f"{value.low.value}-{said(value.high)}"
    return f"{value.sign or ''} {said(value.quantity)}".strip()


@pytest.mark.parametrize("row", TABLE, ids=lambda row: str(row["text"]))
def test_figures_of_running_text(row: dict[str, object]) -> None:
    assert [shown(figure) for figure in figures(str(row["text"]))] == row["found"]


def test_a_figure_knows_where_it_stands() -> None:
    text = "全年举办活动24场"
    (figure,) = figures(text)
    assert text[figure.start : figure.end] == figure.raw == "24场"


@pytest.mark.parametrize(
    ("text", "answer"), [("举办二十场", True), ("举办24场", True), ("一批成果", False)]
)
def test_counts_in_chinese_numerals_are_data(text: str, *, answer: bool) -> None:
    assert has_data(text) is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [("10月底前", True), ("年底前", True), ("二季度完成", True), ("尽快", False)],
)
def test_points_in_time_are_seen(text: str, *, answer: bool) -> None:
    assert has_date(text) is answer


def test_years_are_read_with_their_sign_only() -> None:
    assert years("2021年至2023年，共2022册") == {2021, 2023}
