"""The VML drawing of a sheet, with the boxes of cell notes (批注框)."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final
from unicodedata import east_asian_width

from lxml import etree

from quanheng.annotate.markup import Splice, into, locate
from quanheng.annotate.parts import OFFICE, STRICT_OFFICE, Parts
from quanheng.annotate.xlsx.origin import SheetOrigin
from quanheng.readers.workbook.sheet import Place
from quanheng.readers.workbook.xlsx_parts import elements, rows, whole

_TYPE: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_SPACES: Final = (
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_KIND: Final = "_x0000_t202"
_SHAPE_TYPE: Final = (
    f'<v:shapetype {_SPACES} id="{_KIND}" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE_NUMBER: Final = re.compile(rb"_s(\d+)")
_LAYOUT: Final = (
    f'<xml {_SPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>'
    "</o:shapelayout></xml>"
)
_SHAPES_IN_BLOCK: Final = 1024
"""Size of a block of shape numbers; the layout above claims the first block."""
_AFTER: Final = frozenset(
    {"legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls"}
    | {"webPublishItems", "tableParts", "extLst"}
)
"""Elements that follow the drawing in a sheet."""

_WIDTH: Final = 300
_LINE: Final = 16
_COLUMNS: Final = 44
"""Width of a box and height of a line in pixels, and a line's half-width characters."""
_TALLEST: Final = 480
_FARTHEST: Final = 60
"""Most rows or columns that a box covers."""


def add_boxes(
    parts: Parts, sheet: SheetOrigin, texts: Mapping[Place, str]
) -> Iterator[Splice]:
    """Draw a hidden box for each note text; yield the edits of the sheet's part."""
    if not texts:
        return
    part = parts.package.related(sheet.part, "vmlDrawing")
    if part is None:
        part = parts.free_name("xl/drawings/vmlDrawing{}.vml")
        parts.changed[part] = _LAYOUT.encode()
        key = parts.relate(sheet.part, part, "vmlDrawing")
        parts.declare_suffix("vml", _TYPE)
        yield _mention(sheet, key)
    data = parts.read(part)
    numbers = [int(number) for number in _SHAPE_NUMBER.findall(data)]
    first = max(numbers, default=_SHAPES_IN_BLOCK) + 1
    sizes = _Sizes(sheet.root)
    shapes = [
        _shape(number, place, sizes.anchor(place, words))
        for number, (place, words) in enumerate(texts.items(), first)
    ]
    kind = "" if _KIND.encode() in data else _SHAPE_TYPE
    # A drawing may be ill-formed XML: programs write line breaks as in HTML.
    end = data.rindex(b"</")
    content = kind + "".join(shapes)
    parts.changed[part] = data[:end] + content.encode() + data[end:]


def _mention(sheet: SheetOrigin, key: str) -> Splice:
    """The element that refers to the drawing, inserted in the sheet."""
    base = STRICT_OFFICE if b"purl.oclc.org/ooxml" in sheet.data else OFFICE
    root, *others = locate(sheet.data, {"worksheet", *_AFTER})
    later = (tag.start for tag in others)
    element = f'<{root.prefix}legacyDrawing xmlns:r="{base}" r:id="{key}"/>'
    return into(sheet.data, root, element, min(later, default=root.close))


def _shape(number: int, place: Place, anchor: str) -> str:
    row, column = place
    return (
        f'<v:shape {_SPACES} id="_x0000_s{number}" type="#{_KIND}" '
        'style="position:absolute;visibility:hidden" fillcolor="#ffffe1" '
        'o:insetmode="auto"><v:fill color2="#ffffe1"/>'
        '<v:shadow on="t" color="black" obscured="t"/>'
        '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto">'
        '<div style="text-align:left"></div></v:textbox>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )


class _Sizes:
    """The sizes of a sheet's rows and columns in pixels."""

    def __init__(self, root: etree._Element) -> None:
        formats = (dict(e.attrib) for e in elements(root, "sheetFormatPr"))
        usual: dict[str, str] = next(formats, {})
        self._column = _pixels(usual.get("defaultColWidth"), 7, 5) or 64
        self._row = _pixels(usual.get("defaultRowHeight"), 4 / 3) or 20
        self._columns: list[tuple[int, int, int]] = []
        for column in elements(root, "col"):
            first, last = whole(column.get("min")), whole(column.get("max"))
            size = 0 if _is_hidden(column) else _pixels(column.get("width"), 7, 5)
            self._columns.append((first - 1, last - 1, size))
        self._rows = {
            number: 0 if _is_hidden(row) else _pixels(row.get("ht"), 4 / 3)
            for number, row in rows(root)
            if row.get("ht") or _is_hidden(row)
        }

    def anchor(self, place: Place, words: str) -> str:
        """The anchor of a box beside a cell, large enough for a short text."""
        row, column = place
        right, across = _reach(column + 1, _WIDTH + 15, self._width_of)
        bottom, down = _reach(max(row - 1, 0), _height(words) + 10, self._height_of)
        numbers = (column + 1, 15, max(row - 1, 0), 10, right, across, bottom, down)
        return ", ".join(map(str, numbers))

    def _width_of(self, column: int) -> int:
        found = (s for first, last, s in self._columns if first <= column <= last)
        return next(found, self._column)

    def _height_of(self, row: int) -> int:
        return self._rows.get(row, self._row)


def _reach(first: int, pixels: int, size: Callable[[int], int]) -> tuple[int, int]:
    """The row or column in which a length ends, and the offset in it."""
    for number in range(first, first + _FARTHEST):
        own = size(number)
        if pixels < own:
            return number, pixels
        pixels -= own
    return first + _FARTHEST, 0


def _height(words: str) -> int:
    lines = sum(1 + _columns(line) // _COLUMNS for line in words.split("\n"))
    return min(lines * _LINE + 10, _TALLEST)


def _columns(line: str) -> int:
    return sum(1 + (east_asian_width(c) in "WF") for c in line)


def _pixels(size: str | None, unit: float, more: int = 0) -> int:
    try:
        return int(float(size or 0) * unit) + more if size else 0
    except ValueError:
        return 0


def _is_hidden(line: etree._Element) -> bool:
    return line.get("hidden") in ("1", "true")
