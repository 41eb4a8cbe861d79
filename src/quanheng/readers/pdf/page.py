"""The glyphs and rules of one page, in points (页面).

The page is rotated so that its text is upright; y grows downwards.
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
        """Width."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Height."""
        return self.bottom - self.top

    @property
    def area(self) -> float:
        """Area, never zero."""
        return max(self.width * self.height, 1.0)

    def holds(self, across: float, down: float) -> bool:
        """Whether a point is inside."""
        return self.left <= across <= self.right and self.top <= down <= self.bottom

    def turned(self, quarters: int) -> "Box":
        """The box on a page rotated clockwise by quarter turns."""
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
        turn: Counterclockwise quarter turns from upright.
        tag: Its place in the file's structure, None if unknown.
    """

    text: str
    box: Box
    turn: int = 0
    tag: Tag | None = None

    @property
    def middle(self) -> tuple[float, float]:
        """The centre of its box."""
        left, top, right, bottom = self.box
        return (left + right) / 2, (top + bottom) / 2

    def turned(self, quarters: int) -> "Glyph":
        """The glyph on a page rotated clockwise by quarter turns."""
        return self._replace(
            box=self.box.turned(quarters), turn=(self.turn - quarters) % 4
        )


class Rule(NamedTuple):
    """A horizontal or vertical line from ``start`` to ``end`` (线).

    ``at`` is the y coordinate of a horizontal rule, the x of a vertical one.
    """

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page, upright (页).

    Attributes:
        box: The sheet of paper.
        glyphs: Its characters, without slanted ones (watermarks).
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
        """The share of the sheet covered by pictures; overlaps count twice."""
        return sum(p.width * p.height for p in self.pictures) / self.box.area
