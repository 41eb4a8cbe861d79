"""Rows of a report beside those of the approval or of last year (指标对应)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from quanheng.core.indicator import Indicator
from quanheng.language.pairing import pairs_of_names
from quanheng.law.book import Law

NAME_SIMILARITY = "self_evaluation.name_similarity"


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A row with the one that it goes back to (对应指标).

    Attributes:
        row: The row of the report.
        other: The row of the other paper.
        likeness: How alike their names are, 1 for the same name.
    """

    row: Indicator
    other: Indicator
    likeness: Decimal


def counterparts(
    rows: Sequence[Indicator], others: Sequence[Indicator], law: Law
) -> tuple[Counterpart, ...]:
    """The rows of two papers that bear one name, budget execution left out."""
    ones = [row for row in rows if not row.is_execution]
    twos = [row for row in others if not row.is_execution]
    return tuple(
        Counterpart(ones[pair.one], twos[pair.other], pair.likeness)
        for pair in pairs_of_names(
            [row.title for row in ones],
            [row.title for row in twos],
            law.number(NAME_SIMILARITY),
        )
    )
