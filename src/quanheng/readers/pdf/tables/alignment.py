"""How texts stand in their cells: at the top, in the middle, at the foot (对齐)."""

from collections import Counter
from collections.abc import Sequence
from typing import Final, TypeAlias

from quanheng.readers.pdf.page import Box
from quanheng.readers.pdf.pieces import Piece

_NEAR: Final = 1.0
"""Points by which texts that are aligned alike may differ."""
_ABOUT_AS_MANY: Final = 0.5
_RARER: Final = 2.0
"""What an alignment that no text has would count, in points."""

Offsets: TypeAlias = tuple[float, float, float]
"""Points from a text to the top of its cell, from the middle of its cell, and to the
foot of its cell."""


def offsets(lines: Sequence[Piece], cell: Box) -> Offsets:
    """Where the lines of a text stand in a cell."""
    above = lines[0].box.top - cell.top
    below = cell.bottom - lines[-1].box.bottom
    return above, (above - below) / 2, below


class Alignment:
    """The usual alignment of the texts of a page (对齐方式).

    Several are usual where they fit the cells about equally well, as in rows of one
    height with one line each.
    """

    def __init__(self, seen: Sequence[Offsets]) -> None:
        support: list[tuple[int, int, float]] = []
        for anchor, values in enumerate(zip(*seen, strict=True)):
            usual = float(Counter(map(round, values)).most_common(1)[0][0])
            count = sum(abs(value - usual) <= _NEAR for value in values)
            support.append((count, anchor, usual))
        most = max(support, default=(0, 0, 0.0))[0]
        self._usual = [
            (anchor, usual, _RARER * (1 - count / most))
            for count, anchor, usual in support
            if count >= _ABOUT_AS_MANY * most
        ]

    def misfit(self, text: Offsets) -> float:
        """How far a text is from where texts stand in a cell, in points."""
        return min(
            (abs(text[anchor] - usual) + rarer for anchor, usual, rarer in self._usual),
            default=0.0,
        )
