"""Change cells in a workbook, keeping their formatting (修改单元格)."""

import re
from collections.abc import Sequence
from copy import deepcopy
from decimal import Decimal
from typing import Final

from lxml import etree

from quanheng.annotate.archive import with_members
from quanheng.annotate.markup import (
    Splice,
    locate,
    opening,
    spliced,
    text,
    with_attributes,
)
from quanheng.annotate.note import Change, Changed
from quanheng.annotate.parts import Parts
from quanheng.annotate.pieces import Piece, rewritten
from quanheng.annotate.xlsx.origin import Book, NewCell, SheetOrigin
from quanheng.annotate.xlsx.styles import Styles
from quanheng.core.quantity import plain
from quanheng.office.xml import parse
from quanheng.readers.workbook.number_format import shown_number
from quanheng.readers.workbook.sheet import Place
from quanheng.readers.workbook.xlsx_parts import space, whole

_NUMBER: Final = re.compile(
    r"[+-]?(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?P<point>\.(?P<places>\d+))?(?P<percent>%?)"
)
_READINGS: Final = frozenset({"rPh", "phoneticPr"})
"""Phonetic elements, which belong to the old text."""


def with_changes(data: bytes, changes: Sequence[Change]) -> Changed:
    """A workbook (xlsx) with cells changed; the rest is kept byte by byte.

    A new number is stored as a number, in a number format that displays it as given.
    A text keeps its formatting. Results of formulas can't be changed. There is at
    most one change per place.

    Raises:
        UnreadableFileError: The file is damaged.
    """
    parts = Parts(data)
    cells = _Cells(parts)
    done = tuple(change for change in changes if cells.change(change))
    if not done:
        return Changed(data, ())
    cells.save()
    return Changed(with_members(data, parts.changed), done)


class _Cells:
    """Collects the changed cells of a workbook."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._book = Book(parts)
        self._styles = Styles(parts, self._book.main)
        self._new: dict[str, tuple[SheetOrigin, dict[Place, NewCell]]] = {}
        self._strings: list[etree._Element] | None = None

    def change(self, change: Change) -> bool:
        """Add a change; return False if it can't be made."""
        sheet = self._book.sheet(change.at)
        if sheet is None or not change.at.column:
            return False
        place = change.at.row - 1, change.at.column - 1
        new = self._made(sheet, place, change)
        if new is not None:
            self._new.setdefault(sheet.part, (sheet, {}))[1][place] = new
        return new is not None

    def save(self) -> None:
        """Write the changes into the parts."""
        for part, (sheet, new) in self._new.items():
            self._parts.changed[part] = spliced(sheet.data, sheet.splices(new))
        self._styles.save()
        self._ask_to_compute()

    def _made(self, sheet: SheetOrigin, place: Place, change: Change) -> NewCell | None:
        style, cell = sheet.style(place), sheet.cells.get(place)
        if cell is None or not len(cell):
            return None if change.old else self._number(sheet.prefix, style, change.new)
        if any(etree.QName(part).localname == "f" for part in cell):
            return None
        if cell.get("t", "n") == "n":
            shown = self._book.reader.text(cell, sheet.name).strip()
            texts = rewritten([Piece(shown)], change.old, change.new)
            return self._number(sheet.prefix, style, texts[0]) if texts else None
        item = self._item(cell)
        return None if item is None else _text(item, style, change)

    def _number(self, p: str, style: int, words: str) -> NewCell:
        """A number if the text is one and can be displayed so, else a text."""
        number = _NUMBER.fullmatch(words)
        if number is None:
            return _plain_text(p, style, words)
        value = Decimal(words.rstrip("%").replace(",", ""))
        value = value / 100 if number["percent"] else value
        if self._book.reader.styles.text(float(value), style) != words:
            code = _code(number)
            if shown_number(float(value), code) != words:
                return _plain_text(p, style, words)
            style = self._styles.formatted(style, code)
        return NewCell(style, "n", f"<{p}v>{plain(value)}</{p}v>")

    def _item(self, cell: etree._Element) -> etree._Element | None:
        """The formatted text of a cell, None if it has none."""
        kind, tags = cell.get("t"), space(cell)
        if kind == "inlineStr":
            return cell.find(f"{tags}is")
        value = cell.findtext(f"{tags}v") or ""
        if kind == "s":
            number = whole(value.strip(), len(self._shared))
            return self._shared[number] if number < len(self._shared) else None
        if kind != "str":
            return None
        item = etree.Element(f"{tags}is")
        etree.SubElement(item, f"{tags}t").text = value
        return item

    @property
    def _shared(self) -> list[etree._Element]:
        if self._strings is None:
            part = self._parts.package.related(self._book.main, "sharedStrings")
            root = parse(self._parts.package.read(part), part) if part else None
            self._strings = [] if root is None else list(root.iterchildren("{*}si"))
        return self._strings

    def _ask_to_compute(self) -> None:
        """Have formulas recomputed when the workbook is opened."""
        data = self._parts.read(self._book.main)
        for tag in locate(data, {"calcPr"}):
            start = with_attributes(opening(data, tag), {"fullCalcOnLoad": "1"})
            splice = Splice(tag.start, tag.inner, start)
            self._parts.changed[self._book.main] = spliced(data, [splice])


def _text(item: etree._Element, style: int, change: Change) -> NewCell | None:
    """The changed text, stored in this cell alone: a shared text has other uses."""
    own, tags = deepcopy(item), space(item)
    own.tag, own.tail = f"{tags}is", None
    for part in list(own):
        if etree.QName(part).localname in _READINGS:
            own.remove(part)
    # The same text elements that the reader reads, in the same order.
    found = list(own.iter(f"{tags}t"))
    texts = rewritten([Piece(t.text or "") for t in found], change.old, change.new)
    if texts is None:
        return None
    for element, words in zip(found, texts, strict=True):
        element.text = words
        element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    etree.cleanup_namespaces(own)
    return NewCell(style, "inlineStr", etree.tostring(own, encoding="unicode"))


def _plain_text(p: str, style: int, words: str) -> NewCell:
    content = f'<{p}is><{p}t xml:space="preserve">{text(words)}</{p}t></{p}is>'
    return NewCell(style, "inlineStr", content)


def _code(number: re.Match[str]) -> str:
    """The number format that displays a number as written: ``#,##0.00``."""
    grouped = "#,##0" if "," in number["whole"] else "0"
    places = "." + "0" * len(number["places"]) if number["point"] else ""
    return f"{grouped}{places}{number['percent']}"
