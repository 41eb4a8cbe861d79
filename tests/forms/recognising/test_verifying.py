"""A text that cannot be the value of its field is not taken, only seen."""

import pytest

from quanheng.core.field import Field, text_of
from quanheng.core.indicator import Indicator
from quanheng.core.report import IndicatorTable, Project
from quanheng.core.source import Source
from quanheng.document.blocks import Document, Paragraph
from quanheng.document.table import Cell, Table
from quanheng.forms.recognising.judging.decisions import Decisions
from quanheng.forms.recognising.judging.path import Choice
from quanheng.forms.recognising.rows import Row
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
    (found,) = verified([project], DOCUMENT, Decisions())
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


@pytest.mark.parametrize("text", ["98", "≥", "|"])
def test_of_an_indicator_without_a_sure_name_nothing_is_taken(text: str) -> None:
    row = Indicator(cell(text), Field(""), score=cell("6"), target=cell("场"))
    sure = Indicator(cell("技能培训"), Field(""))
    table = checked(Project(table=IndicatorTable((row, sure)))).table
    assert table is not None
    found, _ = table.rows
    assert found.name.seen == text
    assert text_of(found.score) == text_of(found.target) == ""


@pytest.mark.parametrize(("margin", "kept"), [(1e3, True), (-1.0, False)])
def test_what_was_judged_by_a_hair_is_not_taken(margin: float, kept: bool) -> None:
    sure, judged = Choice("indicator", 1e3, "note"), Choice("score", margin, "weight")
    line = Row(TABLE.grid[0], TABLE.cells, (), AT[0], *sure)
    decisions = Decisions()
    decisions.note_rows([line])
    decisions.note_columns([line], {5: (judged, None)})
    row = Indicator(cell("技能培训"), Field(""), score=cell("98"))
    project = Project(table=IndicatorTable((row,)))
    ((found,),) = (p.indicators for p in verified([project], DOCUMENT, decisions))
    assert found.score is not None
    assert (found.score.raw, found.score.seen) == (("98", "") if kept else ("", "98"))
    assert found.score.margin == min(margin, 1e3)


def test_a_table_without_a_sure_indicator_is_none() -> None:
    row = Indicator(cell("98"), Field(""))
    assert checked(Project(table=IndicatorTable((row,)))).table is None
