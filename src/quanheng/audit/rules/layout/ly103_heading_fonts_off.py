from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.texts.fonts import UNNAMED, is_of_family
from quanheng.audit.rule import NO_LAYOUT, Answer, Hit, Severity, Status, rule
from quanheng.core.bilingual import Words
from quanheng.core.layout import Alignment, TextLayout, TextRole
from quanheng.core.quantity import plain
from quanheng.language.patterns.heading_numbers import NumberLevel, example
from quanheng.law.book import Law

FONTS: Final = "layout.heading_fonts"
ALIASES: Final = "layout.font_aliases"
TITLE_SIZE: Final = "layout.title_size"
HEADING_SIZE: Final = "layout.heading_size"
_LEVELS: Final = {
    TextRole.LEVEL1: NumberLevel.FIRST,
    TextRole.LEVEL2: NumberLevel.SECOND,
    TextRole.LEVEL3: NumberLevel.THIRD,
    TextRole.LEVEL4: NumberLevel.FOURTH,
}


@rule(
    code="LY103",
    name="heading-fonts-off",
    title=Words("标题字体或字号不符合规定", "Heading fonts off the norm"),
    message=Words(
        "{count}个“{example}”级标题为“{font}”{size}磅，应为{right}{right_size}磅",
        "{count} headings like “{example}” are {font} {size} pt; due is {right} "
        "{right_size} pt",
    ),
    variants={
        "title": Words(
            "标题为“{font}”{size}磅，应为{right}{right_size}磅居中",
            "the title is {font} {size} pt; due is {right} {right_size} pt, centred",
        ),
        "not centred": Words("报告标题未居中，应居中排布", "the title is not centred"),
    },
    severity=Severity.INFO,
    basis=(("GB/T 9704-2012", "7.3.3"), ("practice", "自评复核中的常见问题")),
    law=(FONTS, ALIASES, TITLE_SIZE, HEADING_SIZE),
    status=Status.PREVIEW,
)
def heading_fonts_off(dossier: Dossier) -> Iterator[Answer]:
    """Title or headings (标题字体) are in the wrong font or size.

    Why it matters:
        The four fonts show the level of a heading before its number is read.

    What it leaves alone:
        Every common name of a font, and the usual substitutes for 小标宋; headings that
        run into body text; titles of annexes and tables. In preview, because a
        self-evaluation need not be an official document.

    Catalogue:
        No edit is offered: edits change the text of a place, not its typesetting.
    """
    layout, law = dossier.project.layout, dossier.law
    texts = [t for t in layout.texts if t.role is not TextRole.BODY] if layout else []
    if not texts:
        yield NO_LAYOUT
        return
    for role in TextRole:
        own = [text for text in texts if text.role is role]
        off = [text for text in own if _is_off(text, law)]
        if off:
            yield _hit(role, off, law)
        elif any(_is_uncentred(text) for text in own):
            first = next(text.first for text in own if _is_uncentred(text))
            yield Hit.on(first, variant="not centred")


def _hit(role: TextRole, off: list[TextLayout], law: Law) -> Hit:
    usual = max(off, key=lambda text: text.count)
    places = tuple(at for text in off for at in (text.first.at, *text.also))
    level = _LEVELS.get(role)
    return Hit.on(
        usual.first,
        {
            "count": sum(text.count for text in off),
            "example": example(level) if level else "",
            "font": usual.setting.font or UNNAMED,
            "size": plain(usual.setting.size),
            "right": law.word_groups(FONTS)[role][0],
            "right_size": plain(_right_size(role, law)),
        },
        also=tuple(at for at in places if at != usual.first.at),
        variant="" if level else "title",
    )


def _right_size(role: TextRole, law: Law) -> Decimal:
    return law.number(TITLE_SIZE if role is TextRole.TITLE else HEADING_SIZE)


def _is_off(text: TextLayout, law: Law) -> bool:
    families = law.word_groups(FONTS)[text.role]
    setting = text.setting
    return setting.size != _right_size(text.role, law) or not is_of_family(
        setting.font, families, law.word_groups(ALIASES)
    )


def _is_uncentred(text: TextLayout) -> bool:
    return text.role is TextRole.TITLE and text.setting.align is not Alignment.CENTER
