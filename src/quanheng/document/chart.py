"""Charts of a report's figures, for writers that can draw (图)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class ChartKind(StrEnum):
    """Kinds of charts (图形种类)."""

    SCORES = "scores"
    """得分与分值: value and second value of each bar as parts of its whole."""
    COMPLETION = "completion"
    """完成值与目标值: value of each bar in percent of its target."""
    MONEY = "money"
    """资金流向: amounts in one unit, split into shares."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a bar's value, in the same unit (构成)."""

    label: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart (条).

    Attributes:
        label: Its label.
        value: Its length, None if there is no value.
        figures: The texts beside it, one for each column after the first.
        whole: The full value to compare with, None if there is none.
        second: Another value to compare with, such as a recomputed score.
        shares: The parts of the value.
        remark: Why something is not drawn; empty if all of it is.
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
    """A bar chart (图); omitted by writers that can't draw.

    Attributes:
        kind: Its kind.
        title: Its title.
        columns: Headings of the labels and of the figures beside the bars.
        bars: Its bars in order.
    """

    kind: ChartKind
    title: str
    columns: tuple[str, ...]
    bars: tuple[Bar, ...]
