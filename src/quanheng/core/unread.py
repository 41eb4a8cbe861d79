"""The parts of a file that are not in its report, and why (未读入)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from quanheng.core.bilingual import NO_WORDS, Words, bracketed
from quanheng.core.source import Source

SCANNED: Final = Words("是扫描图，未读入", "a scanned picture, not read")
PICTURED: Final = Words("有图片，图中文字未读入", "text in a picture, not read")
NOT_UNDERSTOOD: Final = Words("未能识别", "not understood")
UNCERTAIN: Final = Words(
    "已看到但未能确定，未采用", "seen, not understood and not taken"
)
"""A text that may be the value of its place, or not."""

_PLACES_NAMED: Final = 6
_QUOTED: Final = 20
"""Characters of a text that are shown."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of a file that was left out of the report (未读入的内容).

    Attributes:
        at: Where it is.
        why: The reason, as said after its place.
        unseen: Whether its content is unknown, so that nothing can be called missing
            from the report.
        seen: The text there, if it is a single one.
        guess: The value of the form that it may be.
    """

    at: Source
    why: Words
    unseen: bool = False
    seen: str = ""
    guess: Words = NO_WORDS


def unread_text(parts: Iterable[Unread], lang: str = "zh") -> tuple[str, ...]:
    """One sentence for each reason, with its places (第4—6页是扫描图，未读入)."""
    by_reason: dict[Words, list[Unread]] = defaultdict(list)
    for part in parts:
        by_reason[part.why].append(part)
    link = Words("", ": ").text(lang)
    return tuple(
        _places(alike, lang) + link + why.text(lang) for why, alike in by_reason.items()
    )


def _places(parts: Sequence[Unread], lang: str) -> str:
    named = [_quoted(part, lang) for part in parts if part.seen]
    named += _named(dict.fromkeys(p.at for p in parts if not p.seen), lang)
    shown, rest = named[:_PLACES_NAMED], len(named) - _PLACES_NAMED
    return Words(
        "、".join(shown) + (f"等{len(named)}处" if rest > 0 else ""),
        ", ".join(shown) + (f" and {rest} more" if rest > 0 else ""),
    ).text(lang)


def _quoted(part: Unread, lang: str) -> str:
    """The place with its text and what that may be: ``表1 第4行“9”（得分？）``."""
    bare = " ".join(part.seen.split())
    text = bare if len(bare) <= _QUOTED else bare[: _QUOTED - 1] + "…"
    guess = part.guess.text(lang)
    asked = (
        bracketed(Words(f"{guess}？", f"{guess}?").text(lang)) if guess else NO_WORDS
    )
    quoted = Words(f"{part.at.text(lang)}“{text}”", f"{part.at.text(lang)} “{text}”")
    return quoted.text(lang) + asked.text(lang)


def _named(places: Iterable[Source], lang: str) -> Iterator[str]:
    """The places in words, pages that follow one another as one."""
    for _, run in groupby(enumerate(places), _run):
        (_, first), *rest = run
        if not rest:
            yield first.text(lang)
        else:
            last = rest[-1][1].page
            pages = Words(f"第{first.page}—{last}页", f"pages {first.page}–{last}")
            yield pages.text(lang)


def _run(numbered: tuple[int, Source]) -> tuple[bool, int]:
    """The same for pages that follow one another, and for nothing else."""
    number, place = numbered
    return place.page > 0, (place.page or 2 * number) - number
