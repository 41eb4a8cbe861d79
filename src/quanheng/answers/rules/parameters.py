"""A parameter or word list as text (参数说明)."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from quanheng.answers.rules.citations import citation_text
from quanheng.core.bilingual import COLON, COMMA, Words, day_in_words
from quanheng.core.quantity import plain
from quanheng.law.book import (
    ANY_TIME,
    EVERYWHERE,
    DatedValue,
    Entry,
    LawBook,
    Parameter,
    Value,
)

_ANSWERS: Final = {
    True: Words("是", "yes"),
    False: Words("否", "no"),
    None: Words("无", "none"),
}


def entry_list(book: LawBook, lang: str) -> str:
    """All parameters and word lists, one line each."""
    entries = book.entries
    width = max(len(name) for name in entries)
    return "\n".join(
        f"{name:{width}}  {entry.title.text(lang)}" for name, entry in entries.items()
    )


def entry_text(entry: Entry, book: LawBook, lang: str) -> str:
    """A parameter with its values by time and region, or a word list, with sources."""
    head = f"{entry.name}  {entry.title.text(lang)}"
    if isinstance(entry, Parameter):
        return "\n".join([head, *_through_time(entry, book, lang)])
    words = value_text(entry.value, entry.name, book, lang)
    source = citation_text(entry.cite, book, lang)
    return f"{head}\n\n    {words}\n    {source}"


def _through_time(parameter: Parameter, book: LawBook, lang: str) -> Iterator[str]:
    if unit := unit_text(parameter, book, lang):
        yield unit
    yield ""
    for value in parameter.values:
        yield f"{period(value, parameter).text(lang)}  {region_text(value, book, lang)}"
        yield f"    {value_text(value.value, parameter.name, book, lang)}"
        yield f"    {citation_text(value.cite, book, lang)}"


def unit_text(parameter: Parameter, book: LawBook, lang: str) -> str:
    """The unit of a parameter's values; empty without one."""
    unit = book.said(parameter.name, parameter.unit).text(lang)
    return Words(f"单位：{unit}", f"Unit: {unit}").text(lang) if unit else ""


def region_text(value: DatedValue, book: LawBook, lang: str) -> str:
    """The region where a value applies."""
    return book.said(EVERYWHERE, value.region).text(lang)


def period(value: DatedValue, parameter: Parameter) -> Words:
    """The period in which a value applies; an open beginning is 起始不限."""
    since, until = day_in_words(value.since), value.until and day_in_words(value.until)
    if value.since > ANY_TIME:
        if until:
            return Words(f"{since.zh}至{until.zh}", f"{since.en} to {until.en}")
        return Words(f"{since.zh}起", f"from {since.en}")
    if until:
        return Words(f"{until.zh}以前", f"until {until.en}")
    if following := _next_since(value, parameter):
        before = day_in_words(following)
        return Words(f"{before.zh}前", f"before {before.en}")
    return Words("起始不限", "at any time")


def _next_since(value: DatedValue, parameter: Parameter) -> date | None:
    """The day on which the region's next value replaces it."""
    return min(
        (
            other.since
            for other in parameter.values
            if other.region == value.region and other.since > value.since
        ),
        default=None,
    )


def value_text(value: Value, name: str, book: LawBook, lang: str) -> str:
    """A value or part of a value on one line, keys and codes in words.

    ``name`` is its parameter, whose words for codes the book has.
    """
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, bool) or value is None:
        return _ANSWERS[value].text(lang)
    if isinstance(value, str):
        return book.said(name, value).text(lang)
    if isinstance(value, Mapping):
        return _pairs(value, name, book, lang)
    parts = [value_text(part, name, book, lang) for part in value]
    has_pairs = any(isinstance(part, Mapping) for part in value)
    joint = Words("；", "; ") if has_pairs else Words("、", ", ")
    return joint.text(lang).join(parts) or _ANSWERS[None].text(lang)


def _pairs(value: Mapping[str, Value], name: str, book: LawBook, lang: str) -> str:
    brackets = Words("（{}）", "({})").text(lang)
    pairs = []
    for key, part in value.items():
        shown = value_text(part, name, book, lang)
        inner = brackets.format(shown) if isinstance(part, Mapping) else shown
        pairs.append(f"{book.said(name, key).text(lang)}{COLON.text(lang)}{inner}")
    return COMMA.text(lang).join(pairs)
