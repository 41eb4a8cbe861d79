"""Charts that help to see a report's figures (图); for writers that can draw."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class ChartKind(StrEnum):
    """What a chart compares (图形种类)."""

    SCORES = "scores"
    """得分与分值: each bar's value and its second value inside its whole."""
    COMPLETION = "completion"
    """完成值与目标值: each bar's value in percent of its own target."""
    MONEY = "money"
    """资金流向: amounts below each other, in one unit, made up of shares."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a bar's value (构成).

    Attributes:
        label: Whose part it is.
        value: Its size, in the unit of the bar.
    """

    label: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart (条).

    Attributes:
        label: What it is.
        value: Its length; None where there is no value to draw.
        figures: What is said beside it, a text for each column after the first.
        whole: What the value is held against; None where there is nothing to miss.
        second: Another finding of the same value: a recomputed score; None where
            there is none to draw.
        shares: What the value is made up of.
        remark: Why something is not drawn; empty where all of it is.
    """

    label: str
    value: Decimal | None
    figures: tuple[str, ...]
    whole: Decimal | None = None
    second: Decimal | None = None
    shares: tuple[Share, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars below each other (图); writers that can't draw leave it out.

    Attributes:
        kind: What it compares.
        title: Its title.
        columns: Headings of the labels and of the figures beside the bars.
        bars: Its bars in order.
    """

    kind: ChartKind
    title: str
    columns: tuple[str, ...]
    bars: tuple[Bar, ...]
