"""Read pages of PDF files through PDFium (页面读取)."""

import ctypes
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import pi
from typing import Any, Final

# The package has no types of its own.
import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from quanheng.core.bilingual import Words
from quanheng.core.refusals import damaged, password_protected, too_large
from quanheng.document.pdf_marks import OWN
from quanheng.readers.pdf.characters import as_written
from quanheng.readers.pdf.fonts import use_own_fonts
from quanheng.readers.pdf.page import Box, Glyph, Page, Rule
from quanheng.readers.pdf.tags import Tag, Tags

MOST_PAGES: Final = 2_000
"""Most pages of a file: one takes about 5 ms, and a file should be read within 20 s;
the longest known collection of forms has 400."""

MOST_CHARACTERS: Final = 2_000_000
"""Most characters of a file: one takes about 3 µs and 150 bytes; 200 full pages have
300,000."""

MOST_OBJECTS: Final = 500_000
"""Most drawn objects and segments of a file: one takes up to 20 µs; a page of tables
has 300, a drawn map 10,000."""

DEEPEST_DRAWING: Final = 10
"""Deepest nesting of form objects; office programs nest two or three."""

_THICKEST_RULE: Final = 3.0
"""Points; a thicker filled rectangle is shading, not a rule."""
_SHORTEST_RULE: Final = 3.0
_SLANT: Final = 0.1
"""Radians by which text may deviate from quarter turns; watermarks deviate more."""
_QUARTER: Final = pi / 2
_FOLLOWS: Final = 0.5
"""Most points between the boxes of consecutive characters of a line."""
_LINE_BREAKS: Final = frozenset((0, 10, 13))
_SOFT_HYPHEN: Final = 2
_LARGEST_CODE: Final = 0x10FFFF


class Budget:
    """The characters and drawn objects that may still be read of one file."""

    def __init__(self) -> None:
        self.characters = MOST_CHARACTERS
        self.objects = MOST_OBJECTS

    def spend(self, characters: int = 0, objects: int = 0) -> None:
        """Take from the budget.

        Raises:
            UnreadableFileError: The file exceeds a limit.
        """
        self.characters -= characters
        self.objects -= objects
        if self.characters < 0:
            raise too_large(
                Words(
                    f"文字超过{MOST_CHARACTERS // 10_000}万个",
                    f"it has more than {MOST_CHARACTERS:,} characters",
                )
            )
        if self.objects < 0:
            raise too_large(
                Words(
                    f"图形超过{MOST_OBJECTS // 10_000}万个",
                    f"it has more than {MOST_OBJECTS:,} drawn objects",
                )
            )


def pages_of(data: bytes) -> Iterator[Page]:
    """The pages of a file, one at a time.

    Raises:
        UnreadableFileError: The file is damaged, protected or too large.
    """
    document = _open(data)
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise too_large(
                Words(f"超过{MOST_PAGES}页", f"it has more than {MOST_PAGES:,} pages")
            )
        budget = Budget()
        tags = Tags() if document.get_metadata_value("Keywords") == OWN else None
        for number in range(count):
            yield _page(document, number, budget, tags)
    finally:
        document.close()


def _open(data: bytes) -> Any:
    use_own_fonts()
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise password_protected() from error
        raise damaged(Words("不是完整的 PDF", "it is no complete pdf")) from error


def _page(document: Any, number: int, budget: Budget, tags: Tags | None) -> Page:
    try:
        page = document[number]
    except pypdfium2.PdfiumError as error:
        raise damaged(
            Words(f"第{number + 1}页无法读取", f"page {number + 1} can't be read")
        ) from error
    try:
        sheet = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page.raw, sheet)
        box = Box(sheet.left, -sheet.top, sheet.right, -sheet.bottom)
        tagged = tags.of(page.raw) if tags else {}
        glyphs = _glyphs(page, budget, tagged)
        drawing = Drawing(budget)
        return _upright(box, glyphs, drawing.read(page.raw), drawing.pictures)
    finally:
        page.close()


def _upright(
    box: Box, glyphs: list[Glyph], strokes: list[Box], pictures: list[Box]
) -> Page:
    turns = Counter(glyph.turn for glyph in glyphs)
    turn = turns.most_common(1)[0][0] if turns else 0
    if turn:
        box = box.turned(turn)
        glyphs = [glyph.turned(turn) for glyph in glyphs]
        strokes = [stroke.turned(turn) for stroke in strokes]
        pictures = [picture.turned(turn) for picture in pictures]
    level: list[Rule] = []
    upright: list[Rule] = []
    for left, top, right, bottom in strokes:
        if right - left >= bottom - top:
            level.append(Rule((top + bottom) / 2, left, right))
        else:
            upright.append(Rule((left + right) / 2, top, bottom))
    return Page(box, glyphs, level, upright, pictures)


def _glyphs(page: Any, budget: Budget, tagged: Mapping[int, Tag]) -> list[Glyph]:
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        budget.spend(characters=count)
        return list(_read_glyphs(text_page.raw, count, tagged))
    finally:
        text_page.close()


def _read_glyphs(
    text_page: Any, count: int, tagged: Mapping[int, Tag]
) -> Iterator[Glyph]:
    get_code, get_box = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    get_angle = pdfium.FPDFText_GetCharAngle
    area = pdfium.FS_RECTF()
    reference = ctypes.byref(area)
    turn: int | None = 0
    edge = foot = float("nan")
    for index in range(count):
        code = get_code(text_page, index)
        if code in _LINE_BREAKS or code > _LARGEST_CODE:
            continue
        get_box(text_page, index, reference)
        left, bottom, right, top = area.left, area.bottom, area.right, area.top
        # Blanks inserted by the engine have no size.
        if left >= right or bottom >= top:
            continue
        # The angle is costly to get; consecutive characters of a line share it.
        if not (abs(left - edge) < _FOLLOWS and abs(bottom - foot) < _FOLLOWS):
            turn = _turn(get_angle(text_page, index))
        edge, foot = right, bottom
        if turn is not None:
            text = "-" if code == _SOFT_HYPHEN else as_written(chr(code))
            tag = tagged.get(_mark(text_page, index)) if tagged else None
            yield Glyph(text, Box(left, -top, right, -bottom), turn, tag)


def _mark(text_page: Any, index: int) -> int:
    """The marked-content ID of a character, -1 without one."""
    item = pdfium.FPDFText_GetTextObject(text_page, index)
    mark: int = pdfium.FPDFPageObj_GetMarkedContentID(item) if item else -1
    return mark


def _turn(angle: float) -> int | None:
    """Counterclockwise quarter turns of an angle, None if it is slanted."""
    quarters = angle / _QUARTER
    turn = round(quarters)
    return -turn % 4 if abs(quarters - turn) < _SLANT else None


class Drawing:
    """Reads the rules and the picture boxes of a page.

    Attributes:
        pictures: The boxes of the pictures, after reading.
    """

    def __init__(self, budget: Budget) -> None:
        self.pictures: list[Box] = []
        self._budget = budget
        self._found: list[Box] = []
        self._edges = tuple(ctypes.c_float() for _ in range(4))
        self._references = tuple(map(ctypes.byref, self._edges))

    def read(self, page: Any) -> list[Box]:
        """The rules of a PDFium page as thin boxes.

        Raises:
            UnreadableFileError: The page has too many objects.
        """
        count = pdfium.FPDFPage_CountObjects(page)
        self._budget.spend(objects=count)
        for index in range(count):
            item = pdfium.FPDFPage_GetObject(page, index)
            self._read_object(item, pdfium.FPDFPageObj_GetType(item), ())
        return self._found

    def _read_object(self, item: Any, kind: int, frames: tuple[Any, ...]) -> None:
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._read_path(item, frames)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            self.pictures += self._bounds(item, frames)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and len(frames) < DEEPEST_DRAWING:
            frame = pdfium.FS_MATRIX()
            pdfium.FPDFPageObj_GetMatrix(item, frame)
            count = pdfium.FPDFFormObj_CountObjects(item)
            self._budget.spend(objects=max(count, 0))
            for index in range(count):
                inner = pdfium.FPDFFormObj_GetObject(item, index)
                inner_kind = pdfium.FPDFPageObj_GetType(inner)
                self._read_object(inner, inner_kind, (frame, *frames))

    def _read_path(self, path: Any, frames: tuple[Any, ...]) -> None:
        bounds = self._bounds(path, frames)
        if not bounds or self._add_rule(*bounds):
            return
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
        if not (fill.value or stroke.value):
            return
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFPageObj_GetMatrix(path, matrix)
        for outline in self._outlines(path):
            points = _framed(outline, (matrix, *frames))
            if stroke.value:
                for start, end in pairwise(points):
                    self._add(start, end)
            else:
                across, down = zip(*points, strict=True)
                self._add((min(across), min(down)), (max(across), max(down)))

    def _bounds(self, item: Any, frames: tuple[Any, ...]) -> list[Box]:
        """The box of an object on the page, empty if unknown."""
        if not pdfium.FPDFPageObj_GetBounds(item, *self._references):
            return []
        left, bottom, right, top = (edge.value for edge in self._edges)
        (x0, y0), (x1, y1) = _framed(((left, bottom), (right, top)), frames)
        return [Box(min(x0, x1), -max(y0, y1), max(x0, x1), -min(y0, y1))]

    def _outlines(self, path: Any) -> Iterator[list["_Point"]]:
        """The points of each part of a path; closed parts repeat the first."""
        count = pdfium.FPDFPath_CountSegments(path)
        self._budget.spend(objects=max(count, 0))
        x, y = ctypes.c_float(), ctypes.c_float()
        points: list[_Point] = []
        for index in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(path, index)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
                if len(points) > 1:
                    yield points
                points = []
            points.append((x.value, y.value))
            if pdfium.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        if len(points) > 1:
            yield points

    def _add(self, start: "_Point", end: "_Point") -> None:
        (x0, y0), (x1, y1) = start, end
        self._add_rule(Box(min(x0, x1), -max(y0, y1), max(x0, x1), -min(y0, y1)))

    def _add_rule(self, box: Box) -> bool:
        """Add a box as a rule if it is long enough; return False if it is too thick."""
        if min(box.width, box.height) > _THICKEST_RULE:
            return False
        if max(box.width, box.height) >= _SHORTEST_RULE:
            self._found.append(box)
        return True


_Point = tuple[float, float]


def _framed(points: Any, frames: tuple[Any, ...]) -> list[_Point]:
    """Points of the innermost frame in page coordinates."""
    found = list(points)
    for m in frames:
        found = [(m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f) for x, y in found]
    return found
