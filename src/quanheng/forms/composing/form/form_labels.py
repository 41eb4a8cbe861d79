"""The labels of a form in one table (表式用词)."""

from collections.abc import Mapping
from dataclasses import dataclass

from quanheng.core.budget import BudgetColumn, BudgetRow


@dataclass(frozen=True)
class FormWords:
    """The labels and the official cells of a form (栏目名称).

    Attributes:
        name: Label of the project's name.
        department: Label of the responsible department.
        unit: Label of the implementing unit.
        money: Label left of the budget block.
        sources: Labels of the sources, one a row.
        amounts: Labels of the amounts, one a column.
        goals: Label left of the goals.
        goal_heads: Labels of ``period``, ``annual`` and ``actual``.
        block: Label left of the indicators.
        indicators: Labels of the indicator columns, in printed order.
        official_sources: The sources of the official form.
        official_amounts: Its amounts.
        official_columns: Its indicator columns.
        has_points: Whether its budget block has points.
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
