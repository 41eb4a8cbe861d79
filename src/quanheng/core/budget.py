"""The budget table: rows of money by source columns (预算执行情况表)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.expression import Number
from quanheng.core.field import Field
from quanheng.core.quantity import Dimension, plain
from quanheng.core.source import WHOLE_FILE, Source


class BudgetRow(StrEnum):
    """The rows (1)–(7) of the table; both rates divide by (2)."""

    INITIAL = "initial"
    """(1) 年初预算"""
    ANNUAL = "annual"
    """(2) 全年预算"""
    RECEIVED = "received"
    """(3) 实际到位"""
    SPENT = "spent"
    """(4) 全年执行"""
    BALANCE = "balance"
    """(5) 资金结余 = (3) − (4)"""
    ARRIVAL_RATE = "arrival_rate"
    """(6) 预算到位率 = (3) ÷ (2)"""
    EXECUTION_RATE = "execution_rate"
    """(7) 预算执行率 = (4) ÷ (2)"""

    @property
    def words(self) -> Words:
        """The row as messages name it."""
        return _ROWS[self]

    @property
    def label(self) -> str:
        """The row as the form prints it."""
        return self.words.zh


class BudgetColumn(StrEnum):
    """The sources; total = fiscal + carry-over + other."""

    TOTAL = "total"
    """年度总金额"""
    FISCAL = "fiscal"
    """财政资金小计 = 中央 + 省 + 市 + 县"""
    CENTRAL = "central"
    PROVINCIAL = "provincial"
    MUNICIPAL = "municipal"
    COUNTY = "county"
    CARRYOVER = "carryover"
    """上年结转资金"""
    OTHER = "other"
    """其他资金"""

    @property
    def words(self) -> Words:
        """The column as messages name it."""
        return _COLUMNS[self]

    @property
    def label(self) -> str:
        """The column as the form prints it."""
        return self.words.zh


_ROWS: Final = {
    BudgetRow.INITIAL: Words("年初预算", "initial budget"),
    BudgetRow.ANNUAL: Words("全年预算", "annual budget"),
    BudgetRow.RECEIVED: Words("实际到位", "received"),
    BudgetRow.SPENT: Words("全年执行", "spent"),
    BudgetRow.BALANCE: Words("资金结余", "balance"),
    BudgetRow.ARRIVAL_RATE: Words("预算到位率", "arrival rate"),
    BudgetRow.EXECUTION_RATE: Words("预算执行率", "execution rate"),
}
_COLUMNS: Final = {
    BudgetColumn.TOTAL: Words("年度总金额", "total"),
    BudgetColumn.FISCAL: Words("财政资金小计", "fiscal subtotal"),
    BudgetColumn.CENTRAL: Words("中央级", "central"),
    BudgetColumn.PROVINCIAL: Words("省级", "provincial"),
    BudgetColumn.MUNICIPAL: Words("市级", "municipal"),
    BudgetColumn.COUNTY: Words("县区级", "county"),
    BudgetColumn.CARRYOVER: Words("上年结转资金", "carry-over"),
    BudgetColumn.OTHER: Words("其他资金", "other"),
}
MONEY_ROWS = (
    BudgetRow.INITIAL,
    BudgetRow.ANNUAL,
    BudgetRow.RECEIVED,
    BudgetRow.SPENT,
    BudgetRow.BALANCE,
)
RATE_ROWS = (BudgetRow.ARRIVAL_RATE, BudgetRow.EXECUTION_RATE)
LEVEL_COLUMNS = (
    BudgetColumn.CENTRAL,
    BudgetColumn.PROVINCIAL,
    BudgetColumn.MUNICIPAL,
    BudgetColumn.COUNTY,
)
SOURCE_COLUMNS = (BudgetColumn.FISCAL, BudgetColumn.CARRYOVER, BudgetColumn.OTHER)

MONEY_FACTORS = {
    "元": Decimal(1),
    "千元": Decimal(1000),
    "万元": Decimal(10_000),
    "亿元": Decimal(100_000_000),
}


@dataclass(frozen=True)
class Budget:
    """Money planned, received and spent, by source (预算).

    Attributes:
        cells: The cells the form has, empty ones included.
        unit: The unit named by the form's head (万元), None where it names none.
        weight: Points of the execution rate where this block carries them
            (national form); None in layouts with an execution indicator row.
        score: The points stated for the execution rate.
        at: The table.
        further: Amounts of sources without a column (单位资金, 自筹资金).
    """

    cells: Mapping[tuple[BudgetRow, BudgetColumn], Field] = field(default_factory=dict)
    unit: Field | None = None
    weight: Field | None = None
    score: Field | None = None
    at: Source = WHOLE_FILE
    further: tuple[Field, ...] = ()

    def cell(
        self, row: BudgetRow, column: BudgetColumn = BudgetColumn.TOTAL
    ) -> Field | None:
        """The cell as read, None where the form has none."""
        return self.cells.get((row, column))

    def amount(
        self, row: BudgetRow, column: BudgetColumn = BudgetColumn.TOTAL
    ) -> Decimal | None:
        """Money of a cell in 元; None when blank, absent or unreadable.

        A unit inside the cell overrides that of the head, and so does a bare 万.
        """
        return self._amounts.get((row, column))

    @cached_property
    def _amounts(self) -> Mapping[tuple[BudgetRow, BudgetColumn], Decimal | None]:
        """Every amount, read once, since many rules need them."""
        return {key: self._amount_in(cell) for key, cell in self.cells.items()}

    def _amount_in(self, cell: Field) -> Decimal | None:
        if not isinstance(value := cell.value, Number):
            return None
        if value.quantity.unit.dimension is Dimension.MONEY:
            return value.quantity.base_value
        if value.scaled:
            return value.quantity.value  # 5.8万 is written in full, whatever the head
        if value.quantity.unit.dimension is not Dimension.NONE:
            return None
        return value.quantity.value * self.factor

    @property
    def has_other_units(self) -> bool:
        """Whether an amount is written in another unit than that of the head."""
        values = (self.cells[key].value for key in self._amounts)
        numbers = (value for value in values if isinstance(value, Number))
        return any(
            value.scaled or value.quantity.unit.symbol not in {"", self.unit_name}
            for value in numbers
            if value.quantity.unit.dimension is not Dimension.RATE
        )

    @property
    def unit_name(self) -> str:
        """The unit of its amounts; 万元 where the head names none."""
        name = self.unit.raw if self.unit else ""
        return name if name in MONEY_FACTORS else "万元"

    @property
    def factor(self) -> Decimal:
        """How many 元 one unit of the head is."""
        return MONEY_FACTORS[self.unit_name]

    def shown(self, amount: Decimal) -> str:
        """An amount in 元 as the table would print it: ``10万元``."""
        return f"{plain(amount / self.factor)}{self.unit_name}"

    def told(self, amount: Decimal) -> Words:
        """An amount in 元 for a message: as printed, in English in yuan."""
        return Words(self.shown(amount), f"{plain(amount)} yuan")

    @property
    def planned(self) -> Decimal | None:
        """Budget of the year after adjustment in 元, row (2), total (全年预算数)."""
        return self.amount(BudgetRow.ANNUAL)

    @property
    def spent(self) -> Decimal | None:
        """Money spent in 元, row (4), total (全年执行数)."""
        return self.amount(BudgetRow.SPENT)
