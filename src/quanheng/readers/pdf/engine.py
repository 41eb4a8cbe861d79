"""Read pages of PDF files through PDFium (页面读取)."""

import ctypes
from collections import Counter
from collections.abc import Iterator, Mapping
from math import pi
from operator import itemgetter
from typing import Any, Final

# The package has no types of its own.
import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from quanheng.core.bilingual import Words
from quanheng.core.refusals import damaged, password_protected, too_large
from quanheng.document.pdf_marks import OWN
from quanheng.readers.pdf.characters import as_written
from quanheng.readers.pdf.drawing import Budget, Drawing, address_of
from quanheng.readers.pdf.fonts import use_own_fonts
from quanheng.readers.pdf.page import Box, Glyph, Page, Rule
from quanheng.readers.pdf.tags import Tag, Tags

MOST_PAGES: Final = 2_000
"""Most pages of a file: one takes about 5 ms, and a file should be read within 20 s;
the longest known collection of forms has 400."""

_SLANT: Final = 0.1
"""Radians by which text may deviate from quarter turns; watermarks deviate more."""
_QUARTER: Final = pi / 2
_FOLLOWS: Final = 0.5
"""Most points between the boxes of consecutive characters of a line."""
_LINE_BREAKS: Final = frozenset((0, 10, 13))
_SOFT_HYPHEN: Final = 2
_LARGEST_CODE: Final = 0x10FFFF


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
        drawing = Drawing(budget)
        strokes = drawing.read(page.raw)
        glyphs = _glyphs(page, budget, tagged, drawing.texts)
        return _upright(box, glyphs, strokes, drawing.pictures)
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


def _glyphs(
    page: Any, budget: Budget, tagged: Mapping[int, Tag], texts: Mapping[int, int]
) -> list[Glyph]:
    """The characters of a page in the order of the file.

    The engine sorts what stands at one height from left to right.
    """
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        budget.spend(characters=count)
        numbered = list(_read_glyphs(text_page.raw, count, tagged, texts))
        numbered.sort(key=itemgetter(0))
        return [glyph for _, glyph in numbered]
    finally:
        text_page.close()


def _read_glyphs(
    text_page: Any, count: int, tagged: Mapping[int, Tag], texts: Mapping[int, int]
) -> Iterator[tuple[int, Glyph]]:
    """The characters, each with the number of its piece of text in the file."""
    get_code, get_box = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    get_angle = pdfium.FPDFText_GetCharAngle
    area = pdfium.FS_RECTF()
    reference = ctypes.byref(area)
    turn: int | None = 0
    number = 0
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
            text = pdfium.FPDFText_GetTextObject(text_page, index)
            number = texts.get(address_of(text), number)
        edge, foot = right, bottom
        if turn is not None:
            sign = "-" if code == _SOFT_HYPHEN else as_written(chr(code))
            tag = tagged.get(_mark(text_page, index)) if tagged else None
            yield number, Glyph(sign, Box(left, -top, right, -bottom), turn, tag)


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
