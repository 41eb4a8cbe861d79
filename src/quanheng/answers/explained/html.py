"""The document with each value coloured by its state (读取说明网页)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from quanheng.answers.assets import asset
from quanheng.answers.explained.words import STATE_WORDS, evidence_of
from quanheng.core.bilingual import COLON, LANGUAGE_TAG, SEMICOLON, Words
from quanheng.core.field import FieldState
from quanheng.core.source import Source
from quanheng.document.blocks import Block, Heading, Paragraph
from quanheng.document.table import Cell, Table
from quanheng.tasks.reading.explain_reading import Explained, Reason
from quanheng.writers.html.page import page
from quanheng.writers.html.text import attribute, text

TITLE: Final = Words("读取说明", "What was read, and why")
_UNUSED: Final = Words("标签及未采用的内容", "labels, and what was not used")
_GRAVEST: Final = (FieldState.UNCERTAIN, FieldState.READ, FieldState.BLANK)
_SHOWN: Final = 12
"""Values of one cell that are told; a class stands for many rows."""

ByPlace = Mapping[Source, Sequence[Reason]]


def explained_html(found: Explained, lang: str) -> str:
    """A page with the document's lines and tables."""
    by_place: dict[Source, list[Reason]] = defaultdict(list)
    for reason in found.reasons:
        for at in (reason.field.at, *reason.field.also):
            by_place[at].append(reason)
    title = TITLE.text(lang)
    blocks = "".join(_block(block, by_place, lang) for block in found.document.blocks)
    name = text(found.document.name)
    content = f"<header><h1>{title}</h1><p>{name}</p>{_legend(lang)}</header>{blocks}"
    return page(
        f"{title} {found.document.name}",
        content,
        lang=LANGUAGE_TAG.text(lang),
        style=asset("explained.css"),
    )


def _legend(lang: str) -> str:
    shown = [(state.value, STATE_WORDS[state]) for state in _GRAVEST]
    parts = (
        f'<li data-state="{state}">{words.text(lang)}</li>'
        for state, words in (*shown, ("unused", _UNUSED))
    )
    return f'<ul class="legend">{"".join(parts)}</ul>'


def _block(block: Block, by_place: ByPlace, lang: str) -> str:
    if isinstance(block, Heading | Paragraph):
        if not block.text.strip():
            return ""
        return f"<p{_marked(by_place.get(block.at, ()), lang)}>{_lines(block.text)}</p>"
    if isinstance(block, Table):
        return f"<table>{''.join(_rows(block, by_place, lang))}</table>"
    return ""


def _rows(table: Table, by_place: ByPlace, lang: str) -> Iterator[str]:
    rows: dict[int, list[Cell]] = defaultdict(list)
    for cell in table.cells:
        rows[cell.row].append(cell)
    for number in range(table.row_count):
        cells = "".join(_cell(cell, by_place, lang) for cell in rows.get(number, ()))
        yield f"<tr>{cells}</tr>"


def _cell(cell: Cell, by_place: ByPlace, lang: str) -> str:
    spans = "".join(
        f' {name}="{span}"'
        for name, span in (("rowspan", cell.row_span), ("colspan", cell.column_span))
        if span > 1
    )
    marked = _marked(by_place.get(cell.at, ()), lang)
    return f"<td{spans}{marked}>{_lines(cell.text)}</td>"


def _marked(reasons: Sequence[Reason], lang: str) -> str:
    """The attributes of a place with values: the gravest state, and why."""
    if not reasons:
        return ""
    known = {reason.state for reason in reasons}
    state = next((one for one in _GRAVEST if one in known), FieldState.READ)
    told = list(dict.fromkeys(_told(reason, lang) for reason in reasons))[:_SHOWN]
    title = attribute("\n".join(told))
    return f' data-state="{state.value}" title="{title}"'


def _told(reason: Reason, lang: str) -> str:
    state = STATE_WORDS[reason.state].text(lang)
    head = reason.name.text(lang) + COLON.text(lang) + state
    return SEMICOLON.text(lang).join((head, *evidence_of(reason, lang)))


def _lines(said: str) -> str:
    return "<br>".join(map(text, said.split("\n")))
