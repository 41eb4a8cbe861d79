"""What is printed on one page (页面): glyphs and rules, upright and in points.

Across runs to the right, down runs downwards; the page is turned so that its text
reads from left to right, whatever way it was laid on the sheet.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from quanheng.readers.pdf.tags import Tag


class Box(NamedTuple):
    """A rectangle (矩形)."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Width in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Height in points."""
        return self.bottom - self.top

    @property
    def area(self) -> float:
        """Its size, never zero."""
        return max(self.width * self.height, 1.0)

    def holds(self, across: float, down: float) -> bool:
        """Whether a point is inside."""
        return self.left <= across <= self.right and self.top <= down <= self.bottom

    def turned(self, quarters: int) -> "Box":
        """The box once the sheet is turned so that text of this slant is upright.

        Args:
            quarters: Quarter turns against the clock by which the text is slanted.
        """
        left, top, right, bottom = self
        return (
            self,
            Box(-bottom, left, -top, right),
            Box(-right, -bottom, -left, -top),
            Box(top, -right, bottom, -left),
        )[quarters]


class Glyph(NamedTuple):
    """A printed character with its advance box (字符).

    Attributes:
        text: The character.
        box: Its box.
        turn: Quarter turns against the clock by which it is slanted.
        tag: Where it stands in the file's structure, None where that is not known.
    """

    text: str
    box: Box
    turn: int = 0
    tag: Tag | None = None

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its box: across and down."""
        left, top, right, bottom = self.box
        return (left + right) / 2, (top + bottom) / 2

    def turned(self, quarters: int) -> "Glyph":
        """The glyph on the sheet turned as in ``Box.turned``."""
        return self._replace(
            box=self.box.turned(quarters), turn=(self.turn - quarters) % 4
        )


class Rule(NamedTuple):
    """A straight line along one direction (线).

    Attributes:
        at: Where it stands: down for a level rule, across for an upright one.
        start: Where it begins in its own direction.
        end: Where it ends.
    """

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page, upright (页).

    Attributes:
        box: The sheet.
        glyphs: Its characters, slanted ones (watermarks) left out.
        level: Its horizontal rules.
        upright: Its vertical rules.
        pictures: The boxes of its pictures.
    """

    box: Box
    glyphs: list[Glyph]
    level: list[Rule]
    upright: list[Rule]
    pictures: list[Box] = field(default_factory=list)

    @property
    def pictured(self) -> float:
        """The part of the sheet that pictures take, those that overlap twice."""
        return sum(p.width * p.height for p in self.pictures) / self.box.area
