"""A parameter as people read it (参数说明)."""

from collections.abc import Mapping
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
    LawBook,
    Parameter,
    Value,
)

_ANSWERS: Final = {
    True: Words("是", "yes"),
    False: Words("否", "no"),
    None: Words("无", "none"),
}


def parameter_list(book: LawBook, lang: str) -> str:
    """All parameters, a line each."""
    width = max(len(name) for name in book.parameters)
    return "\n".join(
        f"{parameter.name:{width}}  {title(parameter, lang)}"
        for parameter in book.parameters.values()
    )


def title(parameter: Parameter, lang: str) -> str:
    """A parameter's title in a language."""
    return Words(parameter.title, parameter.title_en).text(lang)


def unit_text(parameter: Parameter, book: LawBook, lang: str) -> str:
    """The unit of a parameter's values; empty where they have none."""
    unit = book.said(parameter.name, parameter.unit).text(lang)
    return Words(f"单位：{unit}", f"Unit: {unit}").text(lang) if unit else ""


def parameter_text(parameter: Parameter, book: LawBook, lang: str) -> str:
    """One parameter through time and regions, each value with its source."""
    head = f"{parameter.name}  {title(parameter, lang)}"
    lines = [*filter(None, (head, unit_text(parameter, book, lang))), ""]
    for value in parameter.values:
        region = region_text(value, book, lang)
        lines.append(f"{period(value, parameter).text(lang)}  {region}")
        lines.append(f"    {value_text(value.value, parameter.name, book, lang)}")
        lines.append(f"    {citation_text(value.cite, book, lang)}")
    return "\n".join(lines)


def region_text(value: DatedValue, book: LawBook, lang: str) -> str:
    """Where a value holds."""
    return book.said(EVERYWHERE, value.region).text(lang)


def period(value: DatedValue, parameter: Parameter) -> Words:
    """When a value holds; an open beginning is said as such (起始不限)."""
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
    """The day on which another value of the region takes its place."""
    return min(
        (
            other.since
            for other in parameter.values
            if other.region == value.region and other.since > value.since
        ),
        default=None,
    )


def value_text(value: Value, name: str, book: LawBook, lang: str) -> str:
    """A value of any shape on one line, its keys and codes in words.

    Args:
        value: The value or a part of it.
        name: Name of its parameter.
        book: The book that knows the words of codes.
        lang: Language of the answer.
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
