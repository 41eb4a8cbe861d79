"""The page of GB/T 9704-2012: paper and margins (版面)."""

from dataclasses import dataclass, replace
from typing import Final

from quanheng.writers.docx.markup import Element, w

TWIPS_PER_MM: Final = 1440 / 25.4
LINE_PITCH: Final = 579
"""28.95 pt: 22 lines fill the type area of 225 mm."""


_CLOSE: Final = round(20 * TWIPS_PER_MM)


def twips(millimetres: float) -> int:
    """A length in twentieths of a point."""
    return round(millimetres * TWIPS_PER_MM)


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins in twips (页面).

    Attributes:
        width: Width of the paper.
        height: Height of the paper.
        top: Top margin.
        right: Right margin.
        bottom: Bottom margin.
        left: Left margin.
        header: Distance of the header from the upper edge.
        footer: Distance of the footer from the lower edge.
        gutter: Binding margin, added to the left one.
    """

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int
    footer: int
    gutter: int = 0

    @property
    def type_width(self) -> int:
        """Width of the type area (版心)."""
        return self.width - self.left - self.right - self.gutter

    @property
    def type_height(self) -> int:
        """Height of the type area."""
        return self.height - self.top - self.bottom

    @property
    def is_landscape(self) -> bool:
        """Whether the page is landscape (横排)."""
        return self.width > self.height

    def across(self) -> "Page":
        """The landscape page, whose head is the left edge of the portrait page.

        That is the binding edge of odd pages and the outer edge of even ones
        (GB/T 9704-2012 chapter 8). A landscape page stays as it is.
        """
        if self.is_landscape:
            return self
        return Page(
            self.height,
            self.width,
            top=self.left,
            right=self.top,
            bottom=self.right,
            left=self.bottom,
            header=min(self.header, self.left),
            footer=min(self.header, self.right),
            gutter=self.gutter,
        )

    def closed(self) -> "Page":
        """The page with the narrow margins of a form."""
        bottom = min(self.bottom, _CLOSE)
        return replace(
            self,
            top=min(self.top, _CLOSE),
            right=min(self.right, _CLOSE),
            bottom=bottom,
            left=min(self.left, _CLOSE),
            header=min(self.header, _CLOSE // 2),
            footer=max(0, self.footer - self.bottom + bottom),
        )

    def size_and_margins(self) -> tuple[Element, Element]:
        """The elements ``w:pgSz`` and ``w:pgMar``."""
        orient = "landscape" if self.is_landscape else None
        return (
            w("pgSz", w=self.width, h=self.height, orient=orient),
            w(
                "pgMar",
                top=self.top,
                right=self.right,
                bottom=self.bottom,
                left=self.left,
                header=self.header,
                footer=self.footer,
                gutter=self.gutter,
            ),
        )


UPRIGHT: Final = Page(
    twips(210),
    twips(297),
    top=twips(37),
    right=twips(26),
    bottom=twips(35),
    left=twips(28),
    header=twips(15),
    footer=twips(23),
)
"""A4 with a type area of 156 by 225 mm (5.2) and page number 7 mm below (7.5)."""
