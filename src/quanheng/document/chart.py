"""Charts that help to see a report's figures (图); for writers that can draw."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class ChartKind(StrEnum):
    """What a chart compares (图形种类)."""

    SCORES = "scores"
    """得分与分值: each bar's value inside its whole."""
    COMPLETION = "completion"
    """完成值与目标值: each bar's value against a mark."""
    MONEY = "money"
    """资金流向: amounts below each other, in one unit."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart (条).

    Attributes:
        label: What it is.
        value: Its length; None where there is no value to draw.
        whole: What the value is held against: weight, target or budget; None
            without one.
        note: The figures as they are said beside the bar: 12.85/12.85.
    """

    label: str
    value: Decimal | None
    whole: Decimal | None
    note: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars below each other (图); writers that can't draw leave it out.

    Attributes:
        kind: What it compares.
        title: Its title.
        bars: Its bars in order.
    """

    kind: ChartKind
    title: str
    bars: tuple[Bar, ...]
