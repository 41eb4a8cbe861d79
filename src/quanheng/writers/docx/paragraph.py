"""Paragraphs and titles (段落)."""

from typing import Final

from quanheng.document.table import Align
from quanheng.writers.docx.markup import Element, runs, w
from quanheng.writers.docx.page import Page
from quanheng.writers.docx.paging.estimate import TITLE_HALF_WIDTH, title_room
from quanheng.writers.titles import title_width

_SLACK: Final = 100
"""Twips left free in a title line, a quarter of a character."""


def paragraph(
    content: str,
    style: str,
    *,
    align: Align = Align.LEFT,
    new_page: bool = False,
    keep: bool = False,
) -> Element:
    """A paragraph of a style, optionally on a new page or kept with the next one."""
    # Centred and right-aligned lines have no indent. In justified text, lines that end
    # with a line break would be stretched.
    is_apart = align is not Align.LEFT
    properties = w(
        "pPr",
        w("pStyle", val=style),
        w("keepNext") if keep else None,
        w("pageBreakBefore") if new_page else None,
        w("ind", firstLineChars=0, firstLine=0) if is_apart else None,
        w("jc", val=align.value) if is_apart or "\n" in content else None,
    )
    return w("p", properties, *runs(content))


def titled(
    content: str,
    page: Page,
    *,
    new_page: bool = False,
    before: int | None = None,
    after: int | None = None,
) -> Element:
    """A title with lines of similar length (7.3.1).

    ``before`` and ``after`` are twips above and below it, None for those of the style.
    """
    spaced = before is not None or after is not None
    side = _side(content, page)
    properties = w(
        "pPr",
        w("pStyle", val="Title"),
        w("pageBreakBefore") if new_page else None,
        w("spacing", before=before, after=after) if spaced else None,
        w("ind", left=side, right=side) if side else None,
    )
    return w("p", properties, *runs(content))


def _side(content: str, page: Page) -> int:
    """The indent on either side that breaks the title into equal lines."""
    line = round(title_width(content, title_room(page)) * TITLE_HALF_WIDTH)
    return max(0, (page.type_width - line - _SLACK) // 2)
