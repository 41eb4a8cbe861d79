"""The page of GB/T 9704-2012: paper, margins, page number (版面)."""

from typing import Final

from quanheng.writers.docx.markup import Element, field, relation, run, text, w

TWIPS_PER_MM: Final = 1440 / 25.4
PAPER_WIDTH: Final = round(210 * TWIPS_PER_MM)
PAPER_HEIGHT: Final = round(297 * TWIPS_PER_MM)
TOP: Final = round(37 * TWIPS_PER_MM)
BOTTOM: Final = round(35 * TWIPS_PER_MM)
LEFT: Final = round(28 * TWIPS_PER_MM)
RIGHT: Final = round(26 * TWIPS_PER_MM)
TYPE_AREA_WIDTH: Final = PAPER_WIDTH - LEFT - RIGHT
TYPE_AREA_HEIGHT: Final = PAPER_HEIGHT - TOP - BOTTOM
LINE_PITCH: Final = 579
"""28.95 pt: 22 lines fill the type area of 225 mm."""
_HEADER: Final = round(15 * TWIPS_PER_MM)
_FOOTER: Final = round(23 * TWIPS_PER_MM)
"""Puts the dash line 7 mm below the type area (7.5)."""

ODD_FOOTER: Final = "rId3"
EVEN_FOOTER: Final = "rId4"


def section_properties() -> Element:
    """Paper, margins, line grid and the two footers."""
    return w(
        "sectPr",
        relation(w("footerReference", type="default"), ODD_FOOTER),
        relation(w("footerReference", type="even"), EVEN_FOOTER),
        w("pgSz", w=PAPER_WIDTH, h=PAPER_HEIGHT),
        w(
            "pgMar",
            top=TOP,
            right=RIGHT,
            bottom=BOTTOM,
            left=LEFT,
            header=_HEADER,
            footer=_FOOTER,
            gutter=0,
        ),
        w("docGrid", type="lines", linePitch=LINE_PITCH),
    )


def footer(*, even: bool) -> Element:
    """Page number between dashes: right on odd pages, left on even ones."""
    side = "left" if even else "right"
    indent = {f"{side}Chars": 100, side: 280}
    paragraph = w(
        "p",
        w("pPr", w("pStyle", val="Footer"), w("ind", **indent), w("jc", val=side)),
        run(text("— ")),
        *field("PAGE", run(text("1"))),
        run(text(" —")),
    )
    return w("ftr", paragraph)
