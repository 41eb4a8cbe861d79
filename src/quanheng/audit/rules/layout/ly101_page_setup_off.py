from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import NO_LAYOUT, Answer, Hit, Severity, Status, rule
from quanheng.core.bilingual import Words
from quanheng.core.layout import PageSetup
from quanheng.core.quantity import plain
from quanheng.core.source import Source

PAGE_SIZE: Final = "layout.page_size"
MARGINS: Final = "layout.margins"
TOLERANCE: Final = "layout.margin_tolerance"
_PAPER: Final = ("width", "height")
_SIDES: Final = ("top", "bottom", "left", "right")


@rule(
    code="LY101",
    name="page-setup-off",
    title=Words("纸张或页边距不符合规定", "Page or margins off the norm"),
    message=Words(
        "页边距上{top}下{bottom}左{left}右{right}毫米，"
        "应为上{right_top}下{right_bottom}左{right_left}右{right_right}毫米",
        "margins top {top}, bottom {bottom}, left {left}, right {right} mm should be "
        "{right_top}, {right_bottom}, {right_left}, {right_right} mm",
    ),
    variants={
        "paper": Words(
            "纸张为{width}×{height}毫米，应为A4（{right_width}×{right_height}毫米）",
            "the paper is {width} × {height} mm, not A4 "
            "({right_width} × {right_height} mm)",
        )
    },
    severity=Severity.INFO,
    basis=(("GB/T 9704-2012", "5.2"), ("GB/T 9704-2012", "5.2.1")),
    law=(PAGE_SIZE, MARGINS, TOLERANCE),
    status=Status.PREVIEW,
)
def page_setup_off(dossier: Dossier) -> Iterator[Answer]:
    """Paper or margins (页边距) are not those of an official document.

    Why it matters:
        A self-evaluation goes out as an annex to an official document and should look
        like one.

    What it leaves alone:
        Landscape sections; forms without narrative, which follow the province's
        template; margins within the tolerance. In preview, because a self-evaluation
        need not be an official document, and no file says whether it is one.

    Catalogue:
        No edit is offered: edits change the text of a place, not its typesetting.
    """
    project, law = dossier.project, dossier.law
    if project.layout is None or not (project.layout.pages and project.has_narrative):
        yield NO_LAYOUT
        return
    paper, margins = law.table(PAGE_SIZE), law.table(MARGINS)
    tolerance = law.number(TOLERANCE)
    off: dict[tuple[str, tuple[tuple[str, str], ...]], list[Source]] = {}
    for page in project.layout.pages:
        if page.is_landscape:
            continue
        if _differs(page, _PAPER, paper, tolerance):
            variant = "paper"
        elif _differs(page, _SIDES, margins, tolerance):
            variant = ""
        else:
            continue
        off.setdefault((variant, _figures(page)), []).append(page.at)
    right = {f"right_{k}": _text(v) for k, v in {**paper, **margins}.items()}
    for (variant, figures), (first, *rest) in off.items():
        yield Hit(
            at=first, says={**dict(figures), **right}, also=tuple(rest), variant=variant
        )


def _differs(
    page: PageSetup,
    names: tuple[str, ...],
    norm: Mapping[str, object],
    tolerance: Decimal,
) -> bool:
    for name in names:
        value = norm[name]
        if isinstance(value, Decimal) and abs(getattr(page, name) - value) > tolerance:
            return True
    return False


def _figures(page: PageSetup) -> tuple[tuple[str, str], ...]:
    return tuple((name, plain(getattr(page, name))) for name in (*_PAPER, *_SIDES))


def _text(value: object) -> str:
    return plain(value) if isinstance(value, Decimal) else str(value)
