"""What is drawn on the pages of PDF files, and how much of it is read (图形读取)."""

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final, TypeAlias

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from quanheng.core.bilingual import Words
from quanheng.core.refusals import too_large
from quanheng.readers.pdf.page import Box

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

_Point: TypeAlias = tuple[float, float]


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


def address_of(item: Any) -> int:
    """Where the engine holds an object, 0 without one."""
    return ctypes.cast(item, ctypes.c_void_p).value or 0


class Drawing:
    """Reads the rules, the picture boxes and the order of the texts of a page.

    Attributes:
        pictures: The boxes of the pictures, after reading.
        texts: The numbers of the text objects by address, after reading.
    """

    def __init__(self, budget: Budget) -> None:
        self.pictures: list[Box] = []
        self.texts: dict[int, int] = {}
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
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            self.texts[address_of(item)] = len(self.texts)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
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

    def _outlines(self, path: Any) -> Iterator[list[_Point]]:
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

    def _add(self, start: _Point, end: _Point) -> None:
        (x0, y0), (x1, y1) = start, end
        self._add_rule(Box(min(x0, x1), -max(y0, y1), max(x0, x1), -min(y0, y1)))

    def _add_rule(self, box: Box) -> bool:
        """Add a box as a rule if it is long enough; return False if it is too thick."""
        if min(box.width, box.height) > _THICKEST_RULE:
            return False
        if max(box.width, box.height) >= _SHORTEST_RULE:
            self._found.append(box)
        return True


def _framed(points: Any, frames: tuple[Any, ...]) -> list[_Point]:
    """Points of the innermost frame in page coordinates."""
    found = list(points)
    for m in frames:
        found = [(m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f) for x, y in found]
    return found
