"""A text that cannot be the value of its field is not taken, only seen."""

import pytest

from quanheng.core.field import Field
from quanheng.core.indicator import Indicator
from quanheng.core.report import IndicatorTable, Project
from quanheng.core.source import Source
from quanheng.document.blocks import Document, Paragraph
from quanheng.document.table import Cell, Table
from quanheng.forms.recognising.verifying import verified

CELLS = ("技能培训", "项目名称", "|", "：", "据实核算", "98", "—", "≥", "6", "场", "")
AT = [Source(table=1, row=1, column=n + 1) for n in range(len(CELLS))]
TABLE = Table(
    tuple(Cell(t, 0, n, at=AT[n]) for n, t in enumerate(CELLS)), 1, len(CELLS)
)
DOCUMENT = Document("form", (Paragraph("一行", at=Source(paragraph=1)), TABLE))


def cell(text: str, *also: str) -> Field:
    at, *others = (AT[CELLS.index(t)] for t in (also or (text,)))
    return Field(text, at, tuple(others))


def checked(project: Project) -> Project:
    (found,) = verified([project], DOCUMENT)
    return found


@pytest.mark.parametrize("text", ["项目名称", "|", "："])
def test_a_label_or_a_mark_is_no_name(text: str) -> None:
    assert checked(Project(name=cell(text))).name == cell(text).doubted()


@pytest.mark.parametrize("text", ["技能培训", "—"])
def test_words_and_empty_marks_stay(text: str) -> None:
    assert checked(Project(name=cell(text))).name == cell(text)


def score(field: Field) -> Field | None:
    row = Indicator(cell("技能培训"), Field(""), score=field)
    table = checked(Project(table=IndicatorTable((row,)))).table
    assert table is not None
    return table.rows[0].score


@pytest.mark.parametrize("text", ["98", "—"])
def test_figures_and_empty_marks_stay(text: str) -> None:
    assert score(cell(text)) == cell(text)


def test_points_without_a_figure_are_doubted() -> None:
    assert score(cell("据实核算")) == cell("据实核算").doubted()


@pytest.mark.parametrize(("text", "kept"), [("≥6场", True), ("≥8场", False)])
def test_joined_cells_must_make_up_the_text(text: str, kept: bool) -> None:
    field = Field(text, AT[8], (AT[7], AT[9]))
    row = Indicator(cell("技能培训"), Field(""), target=field)
    table = checked(Project(table=IndicatorTable((row,)))).table
    assert table is not None
    assert table.rows[0].target == (field if kept else field.doubted())
