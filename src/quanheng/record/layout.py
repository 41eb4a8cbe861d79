"""How a report is set, as plain data and back (版面数据)."""

from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, TypeVar

from quanheng.core.field import Field
from quanheng.core.layout import (
    Alignment,
    Layout,
    PageNumber,
    PageSetup,
    Properties,
    TableLayout,
    TextLayout,
    TextRole,
    Trace,
    TraceKind,
    Typesetting,
)
from quanheng.core.quantity import plain
from quanheng.core.source import Source
from quanheng.record.node import Node, member, wrong

Member = TypeVar("Member", bound=StrEnum)

_MOST_DIGITS = 9
"""Of a number of rows, points or millimetres."""
_SIDES = ("width", "height", "top", "bottom", "left", "right")


def load_layout(node: Node) -> Layout:
    """Plain data → Layout.

    Raises:
        UnreadableFileError: A number or name is none.
    """
    people = node.node("properties")
    return Layout(
        tuple(_page(part) for part in node.nodes("pages")),
        tuple(_text(part) for part in node.nodes("texts")),
        tuple(_table(part) for part in node.nodes("tables")),
        tuple(
            Trace(_member(part, "kind", TraceKind), _said(part, "author"), part.at)
            for part in node.nodes("traces")
        ),
        Properties(*(_said(people, key) for key in ("creator", "editor", "company"))),
    )


def _page(node: Node) -> PageSetup:
    sides = (_number(node, side) for side in _SIDES)
    numbers = tuple(
        PageNumber(
            _said(part, "font"),
            _number(part, "size"),
            _member(part, "align", Alignment),
            is_dashed=part.is_true("is_dashed"),
            is_even=part.is_true("is_even"),
        )
        for part in node.nodes("page_numbers")
    )
    width, height, top, bottom, left, right = sides
    return PageSetup(width, height, top, bottom, left, right, numbers, node.at)


def _text(node: Node) -> TextLayout:
    setting = Typesetting(
        _said(node, "font"),
        _number(node, "size"),
        _number(node, "pitch"),
        _number(node, "indent"),
        _member(node, "align", Alignment),
    )
    first = node.field("first") or Field("", node.at)
    count = _number(node, "count") or Decimal(1)
    return TextLayout(_member(node, "role", TextRole), setting, first, int(count))


def _table(node: Node) -> TableLayout:
    return TableLayout(
        int(_number(node, "rows")),
        _number(node, "height"),
        _number(node, "room"),
        has_head=node.is_true("has_head"),
        repeats_head=node.is_true("repeats_head"),
        ragged=tuple(_row(row, path) for row, path in node.items("ragged")),
        at=node.at,
    )


def _row(row: object, path: str) -> int:
    if not str(row).isdecimal():
        raise wrong(path, "行号", "the number of a row")
    return int(str(row))


def _said(node: Node, key: str) -> str:
    field = node.field(key)
    return field.raw if field else ""


def _number(node: Node, key: str) -> Decimal:
    """A number, 0 where there is none."""
    said = _said(node, key) or "0"
    try:
        number = Decimal(said)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or number.adjusted() > _MOST_DIGITS:
        raise wrong(node.below(key), "数字", "a number")
    return number


def _member(node: Node, key: str, kind: type[Member]) -> Member:
    """A member of an enumeration, the first where the data name none."""
    said = _said(node, key)
    return member(kind, said, node.below(key)) if said else next(iter(kind))


def dump_layout(layout: Layout | None, lang: str = "zh") -> dict[str, Any] | None:
    """A layout as nested data; lengths in millimetres, type in points."""
    if layout is None:
        return None
    people = layout.properties
    return {
        "pages": [_page_data(page, lang) for page in layout.pages],
        "texts": [_text_data(text, lang) for text in layout.texts],
        "tables": [_table_data(table, lang) for table in layout.tables],
        "traces": [
            {"kind": t.kind.value, "author": t.author, "at": place(t.at, lang)}
            for t in layout.traces
        ],
        "properties": {
            "creator": people.creator,
            "editor": people.editor,
            "company": people.company,
        },
    }


def _page_data(page: PageSetup, lang: str) -> dict[str, Any]:
    numbers = [
        {
            "font": number.font,
            "size": plain(number.size),
            "align": number.align.value,
            "is_dashed": number.is_dashed,
            "is_even": number.is_even,
        }
        for number in page.page_numbers
    ]
    sides = {side: plain(getattr(page, side)) for side in _SIDES}
    return {**sides, "page_numbers": numbers, "at": place(page.at, lang)}


def _text_data(text: TextLayout, lang: str) -> dict[str, Any]:
    setting = text.setting
    return {
        "role": text.role.value,
        "font": setting.font,
        "size": plain(setting.size),
        "pitch": plain(setting.pitch),
        "indent": plain(setting.indent),
        "align": setting.align.value,
        "first": {"raw": text.first.raw, "at": place(text.first.at, lang)},
        "count": text.count,
    }


def _table_data(table: TableLayout, lang: str) -> dict[str, Any]:
    return {
        "rows": table.rows,
        "height": plain(table.height),
        "room": plain(table.room),
        "has_head": table.has_head,
        "repeats_head": table.repeats_head,
        "ragged": list(table.ragged),
        "at": place(table.at, lang),
    }


def place(at: Source, lang: str) -> dict[str, str]:
    """A place for people and for machines."""
    return {"text": at.text(lang), "path": at.path}
