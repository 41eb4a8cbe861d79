"""Scoring schemes by name (评价口径)."""

from datetime import date
from typing import Final

from quanheng.core.bilingual import Words, listed
from quanheng.core.errors import ParameterNotInForceError
from quanheng.law.book import NATIONWIDE, Law, LawBook
from quanheng.law.citation import LegalText

AUTO: Final = "auto"
"""The scheme follows from year and region; unknown ones may be any."""
ELSEWHERE: Final = "其他地区"
"""A region without values of its own, where the nationwide ones hold."""


def scheme(book: LawBook, name: str) -> LegalText:
    """The text that sets a scheme, by its number or its year: ``2020``.

    Raises:
        ParameterNotInForceError: There is no such scheme.
    """
    schemes = [text for text in book.texts.values() if text.scheme_for]
    asked = _plain(name)
    for text in schemes:
        if asked in (_plain(text.number), _year(text)):
            return text
    known = listed(
        Words(f"{text.number}（{_year(text)}）", f"{text.number} ({_year(text)})")
        for text in schemes
    )
    raise ParameterNotInForceError(
        Words(f"无此评价口径：{name}", f"there is no scheme {name}"),
        Words(f"可选 auto、{known.zh}", f"choose auto, {known.en}"),
    )


def _plain(name: str) -> str:
    """A document number without brackets, however they were typed."""
    return "".join(sign for sign in name if sign.isalnum()).removesuffix("号")


def _year(text: LegalText) -> str:
    return str(text.issued.year) if text.issued else ""


def law_under(
    book: LawBook, name: str, day: date | None = None, region: str = NATIONWIDE
) -> Law:
    """The law of a day in a region under a named scheme.

    The scheme is named ``auto``, or by its number or year. Under a nationwide scheme a
    region keeps its own values. Before its first day a scheme holds as on that day.

    Raises:
        ParameterNotInForceError: There is no such scheme.
    """
    if name == AUTO:
        return book.law(day, region)
    text = scheme(book, name)
    if text.scheme_for != NATIONWIDE:
        region = text.scheme_for
    elif region == NATIONWIDE:
        region = ELSEWHERE
    if day is not None and text.issued is not None:
        day = max(day, text.issued)
    return book.law(day, region)
