"""Counts and what they count, in tables and text (数量及其对象)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from quanheng.core.expression import Number
from quanheng.core.field import Field
from quanheng.core.quantity import Dimension, plain
from quanheng.core.report import Chapter, Project
from quanheng.language.patterns.figures import figures
from quanheng.language.similarity import bare
from quanheng.language.words import stretches

_ROUND: Final = 10
_NOUN: Final = 4
"""Characters before a figure that name what is counted."""
_RESULTS: Final = (
    Chapter.PERFORMANCE,
    Chapter.ANALYSIS,
    Chapter.EXPERIENCE,
    Chapter.PROBLEMS,
)

CountKey = tuple[str, str, str]
"""Noun, number and unit."""


@dataclass(frozen=True, slots=True)
class Count:
    """A count that is no multiple of ten (非整数量).

    Attributes:
        noun: What is counted: the words before the number, or the indicator.
        number: The number.
        unit: Its unit.
        field: The paragraph or cell.
        says: The words with the count.
    """

    noun: str
    number: Decimal
    unit: str
    field: Field
    says: str

    @property
    def key(self) -> CountKey:
        """The key by which the same count is found in another report."""
        return self.noun, plain(self.number), self.unit


def counts(project: Project) -> Iterator[Count]:
    """The counted results of a report that are not round (非整数的完成数量).

    Rates and amounts are no counts; the first chapter is left out, as it has plans.
    """
    for row in project.indicators:
        if row.actual is not None and isinstance(value := row.actual.value, Number):
            unit = value.quantity.unit
            symbol = unit.symbol or row.unit_in_name
            counted = unit.dimension in (Dimension.NONE, Dimension.COUNT)
            if counted and symbol and _is_odd(value.quantity.value):
                yield Count(
                    bare(row.title), value.quantity.value, symbol, row.actual, row.title
                )
    for paragraph in project.paragraphs(*_RESULTS):
        yield from _in_text(paragraph)


def _in_text(paragraph: Field) -> Iterator[Count]:
    for figure in figures(paragraph.raw):
        value = figure.value
        if not isinstance(value, Number):
            continue
        quantity = value.quantity
        if quantity.unit.dimension is not Dimension.COUNT:
            continue
        before = stretches(paragraph.raw[: figure.start], ())
        if before and len(before[-1]) >= _NOUN and _is_odd(quantity.value):
            said = before[-1] + figure.raw
            noun = before[-1][-_NOUN:]
            yield Count(noun, quantity.value, quantity.unit.symbol, paragraph, said)


def _is_odd(number: Decimal) -> bool:
    return number == number.to_integral_value() and number % _ROUND != 0
