from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.texts.fonts import UNNAMED, is_of_family
from quanheng.audit.rule import NO_LAYOUT, Answer, Hit, Severity, Status, rule
from quanheng.core.bilingual import Words
from quanheng.core.layout import Alignment, PageNumber, PageSetup
from quanheng.core.quantity import plain
from quanheng.law.book import Law

FONTS: Final = "layout.page_number_fonts"
ALIASES: Final = "layout.font_aliases"
SIZE: Final = "layout.page_number_size"


@rule(
    code="LY104",
    name="page-number-off",
    title=Words("页码样式不符合规定", "Page number off the norm"),
    message=Words("各页未编排页码，应补充", "the pages have no number"),
    variants={
        "font": Words(
            "页码为“{font}”{size}磅，应为{right}{right_size}磅",
            "the page number is {font} {size} pt; due is {right} {right_size} pt",
        ),
        "dashes": Words(
            "页码左右缺少一字线，应为“— 1 —”",
            "the page number stands without dashes; it should read “— 1 —”",
        ),
        "side": Words(
            "页码应单页居右、双页居左",
            "the page number belongs to the right of odd pages, the left of even ones",
        ),
    },
    severity=Severity.INFO,
    basis=(("GB/T 9704-2012", "7.5"),),
    law=(FONTS, ALIASES, SIZE),
    status=Status.PREVIEW,
)
def page_number_off(dossier: Dossier) -> Iterator[Answer]:
    """Page numbers (页码) are missing, or break the norm.

    Why it matters:
        Reviewers cite a place by its page.

    What it leaves alone:
        Forms without narrative, which mostly have one page; unnumbered sections such
        as covers, where others are numbered. In preview, because a
        self-evaluation need not be an official document.

    Catalogue:
        No edit is offered: edits change the text of a place, not its typesetting.
    """
    project, law = dossier.project, dossier.law
    if project.layout is None or not (project.layout.pages and project.has_narrative):
        yield NO_LAYOUT
        return
    pages = project.layout.pages
    page = next((page for page in pages if page.page_numbers), None)
    if page is None:
        yield Hit(at=pages[0].at)
    else:
        yield from _faults(page, law)


def _faults(page: PageSetup, law: Law) -> Iterator[Hit]:
    numbers = page.page_numbers
    off = next((number for number in numbers if _is_set_off(number, law)), None)
    if off:
        yield Hit(
            at=page.at,
            says={
                "font": off.font or UNNAMED,
                "size": plain(off.size),
                "right": law.words(FONTS)[0],
                "right_size": plain(law.number(SIZE)),
            },
            variant="font",
        )
    if not all(number.is_dashed for number in numbers):
        yield Hit(at=page.at, variant="dashes")
    if not _is_at_outer_edge(numbers):
        yield Hit(at=page.at, variant="side")


def _is_set_off(number: PageNumber, law: Law) -> bool:
    families, aliases = law.words(FONTS), law.word_groups(ALIASES)
    return number.size != law.number(SIZE) or not is_of_family(
        number.font, families, aliases
    )


def _is_at_outer_edge(numbers: tuple[PageNumber, ...]) -> bool:
    if all(number.align is Alignment.OUTSIDE for number in numbers):
        return True
    sides = {number.is_even: number.align for number in numbers}
    return sides == {False: Alignment.RIGHT, True: Alignment.LEFT}
