"""The labels that a form of one table prints (表式用词)."""

from collections.abc import Mapping
from dataclasses import dataclass

from quanheng.core.budget import BudgetColumn, BudgetRow


@dataclass(frozen=True)
class FormWords:
    """What a form calls its cells (栏目名称).

    Attributes:
        name: Label of the project's name.
        department: Label of the responsible department.
        unit: Label of the implementing unit.
        money: Label left of the budget block.
        sources: Labels of the sources, which stand below each other.
        amounts: Labels of the budget rows, which stand side by side.
        goals: Label left of the goals.
        goal_heads: Labels of ``period``, ``annual`` and ``actual``.
        block: Label left of the indicators.
        indicators: Labels of the indicator columns, in printed order.
        official_sources: The sources that the official form has a line for.
        official_amounts: The amounts that it has a column for.
        official_columns: The indicator columns that it has.
        has_points: Whether its money line carries points.
    """

    name: str
    department: str
    unit: str
    money: str
    sources: Mapping[BudgetColumn, str]
    amounts: Mapping[BudgetRow, str]
    goals: str
    goal_heads: Mapping[str, str]
    block: str
    indicators: Mapping[str, str]
    official_sources: tuple[BudgetColumn, ...]
    official_amounts: tuple[BudgetRow, ...]
    official_columns: tuple[str, ...]
    has_points: bool
