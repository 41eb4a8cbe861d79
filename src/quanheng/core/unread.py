"""The parts of a file that are not in its report, and why (未读入)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.source import Source

SCANNED: Final = Words("是扫描图，未读入", "a scanned picture, not read")
PICTURED: Final = Words("有图片，图中文字未读入", "text in a picture, not read")
WHOLE_PERIOD: Final = Words(
    "的实施期指标未读入", "indicators of the whole period, not read"
)
"""A report has fields only for the indicators of the year."""
NOT_UNDERSTOOD: Final = Words("未能识别", "not understood")

_PLACES_NAMED: Final = 6


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of a file that was left out of the report (未读入的内容).

    Attributes:
        at: Where it is.
        why: The reason, as said after its place.
        unseen: Whether its content is unknown, so that nothing can be called missing
            from the report.
    """

    at: Source
    why: Words
    unseen: bool = False


def unread_text(parts: Iterable[Unread], lang: str = "zh") -> tuple[str, ...]:
    """One sentence for each reason, with its places (第4—6页是扫描图，未读入)."""
    by_reason: dict[Words, list[Source]] = defaultdict(list)
    for part in parts:
        by_reason[part.why].append(part.at)
    link = Words("", ": ").text(lang)
    return tuple(
        _places(places, lang) + link + why.text(lang)
        for why, places in by_reason.items()
    )


def _places(places: Sequence[Source], lang: str) -> str:
    named = list(_named(dict.fromkeys(places), lang))
    shown, rest = named[:_PLACES_NAMED], len(named) - _PLACES_NAMED
    return Words(
        "、".join(shown) + (f"等{len(named)}处" if rest > 0 else ""),
        ", ".join(shown) + (f" and {rest} more" if rest > 0 else ""),
    ).text(lang)


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
