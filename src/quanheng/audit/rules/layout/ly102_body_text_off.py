from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.texts.fonts import UNNAMED, is_of_family
from quanheng.audit.rule import NO_LAYOUT, Answer, Hit, Severity, Status, rule
from quanheng.core.bilingual import Words
from quanheng.core.layout import TextRole, Typesetting
from quanheng.core.quantity import plain, rounded
from quanheng.law.book import Law

FONT: Final = "layout.body_font"
ALIASES: Final = "layout.font_aliases"
SIZE: Final = "layout.body_size"
PITCH: Final = "layout.line_pitch"
INDENT: Final = "layout.first_line_indent"


@rule(
    code="LY102",
    name="body-text-off",
    title=Words("正文字体、字号或行距不符合规定", "Body text off the norm"),
    message=Words(
        "{wrong}段正文不符合规定，多为“{font}”{size}磅、行距{pitch}磅、缩进{indent}字，"
        "应为{right}{right_size}磅、行距{low}至{high}磅、缩进{right_indent}字",
        "{wrong} body paragraphs are off, mostly {font} {size} pt, line pitch {pitch} "
        "pt, indent {indent}; due are {right} {right_size} pt, {low} to {high} pt, "
        "indent {right_indent} characters",
    ),
    severity=Severity.INFO,
    basis=(("GB/T 9704-2012", "5.2.2"), ("GB/T 9704-2012", "5.2.3")),
    law=(FONT, ALIASES, SIZE, PITCH, INDENT),
    status=Status.PREVIEW,
)
def body_text_off(dossier: Dossier) -> Iterator[Answer]:
    """Font, size, line pitch or indent of the body text (正文排版) break the norm.

    Why it matters:
        Readers of official documents are used to 22 lines of 28 characters.

    What it leaves alone:
        Tables, captions, notes, signature lines; every common name of the font;
        digits and letters in another font; blank characters as an indent. In
        preview, because a self-evaluation need not be an official document.

    Catalogue:
        No edit is offered: edits change the text of a place, not its typesetting.
    """
    layout, law = dossier.project.layout, dossier.law
    bodies = [t for t in layout.texts if t.role is TextRole.BODY] if layout else []
    if not bodies:
        yield NO_LAYOUT
        return
    off = [text for text in bodies if _is_off(text.setting, law)]
    if not off:
        return
    usual = max(off, key=lambda text: text.count)
    low, high = law.numbers(PITCH)
    places = (at for text in off for at in (text.first.at, *text.also))
    yield Hit.on(
        usual.first,
        {
            "wrong": sum(text.count for text in off),
            "font": usual.setting.font or UNNAMED,
            "size": plain(usual.setting.size),
            "pitch": plain(usual.setting.pitch),
            "indent": plain(usual.setting.indent),
            "right": law.words(FONT)[0],
            "right_size": plain(law.number(SIZE)),
            "low": plain(low),
            "high": plain(high),
            "right_indent": plain(law.number(INDENT)),
        },
        also=tuple(at for at in places if at != usual.first.at),
    )


def _is_off(setting: Typesetting, law: Law) -> bool:
    low, high = law.numbers(PITCH)
    return (
        not is_of_family(setting.font, law.words(FONT), law.word_groups(ALIASES))
        or setting.size != law.number(SIZE)
        or not low <= setting.pitch <= high
        or rounded(setting.indent, 0) != law.number(INDENT)
    )
