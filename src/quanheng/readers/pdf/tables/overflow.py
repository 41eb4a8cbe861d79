"""Texts that are higher than their cell (文字溢出单元格).

A program that fixes the height of its rows prints a text that needs more over the
rule, so that its first or last lines stand in the cells above or below. Its lines
follow each other in the file, in one pitch; that they are one text shows where that
text as a whole stands in one of the cells as texts do, and its lines, each by itself,
do not: where they stand askew, over another text, or out of the file's order.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final

from quanheng.readers.pdf.lines import is_wrapped, lines_of
from quanheng.readers.pdf.pieces import Piece, Place
from quanheng.readers.pdf.tables.alignment import Alignment, offsets
from quanheng.readers.pdf.tables.finder import Finder
from quanheng.readers.pdf.tables.printing import Printing

_LEAST_PITCH: Final = 0.7
_MOST_PITCH: Final = 2.2
"""Least and most pitch of the lines of a text, in heights of a line."""
_OTHER_PITCH: Final = 0.25
_OTHER_HEIGHT: Final = 0.3
_COMMON: Final = 0.5
"""Least share of the shorter line below or above the longer one."""
_INK: Final = 0.2
"""Share of a line's height that holds no ink, above and below."""
_WIDEST_MARGIN: Final = 8.0
"""Most points between rule and text; more is alignment."""
_ASKEW: Final = 1.0
"""Points by which the lines must stand worse than the whole text."""
_ODD: Final = 4.0
"""What a line over another text or out of order counts, in points."""


def settle(pieces: Sequence[Piece], finder: Finder) -> None:
    """Give lines that stand outside their own cell back to it, in place."""
    shown = [piece for piece in pieces if not piece.is_blank]
    settler = _Settler(shown, finder)
    single: list[list[Piece]] = []
    several: list[list[Piece]] = []
    for run in settler.runs():
        is_single = all(piece.place == run[0].place for piece in run)
        (single if is_single else several).append(run)
    if several:
        usual = Alignment(
            [offsets(run, finder.box(run[0].place)) for run in single if run[0].place]
        )
        for run in several:
            own = settler.own_place(run, usual)
            for piece in run if own else ():
                piece.place = own


class _Settler:
    """Tells which lines are one text, and in which cell it belongs."""

    def __init__(self, pieces: Sequence[Piece], finder: Finder) -> None:
        self._pieces = pieces
        self._finder = finder
        self._printing = Printing(pieces, finder)
        self._pitches = {
            round(_pitch(piece, following), 1)
            for piece, following in pairwise(pieces)
            if piece.place == following.place and _is_below(piece, following)
        }

    @cached_property
    def _margin(self) -> float:
        """The free width on either side of a text."""
        gaps = [
            piece.box.left - self._finder.box(piece.place).left
            for piece in self._pieces
            if piece.place and not piece.glyphs[0].turn
        ]
        return min(max(min(gaps, default=0.0), 0.0), _WIDEST_MARGIN)

    def runs(self) -> Iterator[list[Piece]]:
        """Lines below each other that may be one text."""
        run: list[Piece] = []
        for piece in self._pieces:
            if run and not self._follows(run[-1], piece):
                yield run
                run = []
            run.append(piece)
        if run:
            yield run

    def _follows(self, upper: Piece, lower: Piece) -> bool:
        if not _is_below(upper, lower):
            return False
        if upper.place == lower.place:
            return True
        return self._is_pitch(_pitch(upper, lower)) and (
            self._printing.is_odd(upper, lower)
            or self._is_cut(upper, lower)
            or self._wraps(upper, lower)
        )

    def _is_pitch(self, pitch: float) -> bool:
        """Whether texts inside of cells have such a pitch, if there are any."""
        return not self._pitches or any(
            abs(pitch - seen) <= _OTHER_PITCH for seen in self._pitches
        )

    def _is_cut(self, upper: Piece, lower: Piece) -> bool:
        """Whether a rule between the cells of two lines runs through one of them."""
        boxes = [self._finder.box(p.place) for p in (upper, lower) if p.place]
        rules = [rule for box in boxes for rule in (box.top, box.bottom)]
        for piece in (upper, lower):
            top, bottom = piece.box.top, piece.box.bottom
            ink = _INK * (bottom - top)
            if any(top + ink < rule < bottom - ink for rule in rules):
                return True
        return False

    def _wraps(self, upper: Piece, lower: Piece) -> bool:
        """Whether a line is so long that the next word had no room."""
        boxes = [self._finder.box(p.place) for p in (upper, lower) if p.place]
        width = min((box.width for box in boxes), default=0.0)
        (line, *_), (following, *_) = lines_of(upper.glyphs), lines_of(lower.glyphs)
        return is_wrapped(line, following, width - 2 * self._margin - line.box.width)

    def own_place(self, run: Sequence[Piece], usual: Alignment) -> Place | None:
        """The cell of a text, None if its lines stand where they belong."""
        held: defaultdict[Place, list[Piece]] = defaultdict(list)
        for piece in run:
            if piece.place is not None:
                held[piece.place].append(piece)
        apart = max(
            usual.misfit(offsets(lines, self._finder.box(place)))
            for place, lines in held.items()
        )
        apart += _ODD * self._printing.oddities(run)
        whole = {
            place: usual.misfit(offsets(run, self._finder.box(place))) for place in held
        }
        best = min(whole, key=whole.__getitem__)
        return best if whole[best] + _ASKEW <= apart else None


def _is_below(upper: Piece, lower: Piece) -> bool:
    """Whether a line may be the next one of a text by its place on the page."""
    first, second = upper.box, lower.box
    height = first.bottom - first.top
    if not _LEAST_PITCH <= _pitch(upper, lower) <= _MOST_PITCH:
        return False
    if abs(second.bottom - second.top - height) > _OTHER_HEIGHT * height:
        return False
    common = min(first.right, second.right) - max(first.left, second.left)
    is_turned = upper.glyphs[0].turn or lower.glyphs[0].turn
    return not is_turned and common >= _COMMON * min(first.width, second.width)


def _pitch(upper: Piece, lower: Piece) -> float:
    """From line to line, in heights of a line."""
    return (lower.middle - upper.middle) / (upper.box.bottom - upper.box.top)
