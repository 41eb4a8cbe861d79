"""Limits on the cost of reading a file (读取上限)."""

from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.refusals import nested_too_deeply, too_large

MOST_PLACES: Final = 1_000_000
"""Most grid places of all tables of a file: a cell takes about 350 bytes, and a file
should stay below 1 GiB; the longest known table has 60,000 rows of 7 columns."""

DEEPEST_TABLE: Final = 20
"""Deepest nesting of tables; forms nest one or two."""


def check_depth(depth: int) -> None:
    """Refuse a table that is nested too deeply.

    Raises:
        UnreadableFileError: ``depth``, 1 for a table in none, is over the limit.
    """
    if depth > DEEPEST_TABLE:
        raise nested_too_deeply(
            Words(
                f"表格嵌套超过{DEEPEST_TABLE}层",
                f"tables inside tables, more than {DEEPEST_TABLE} levels",
            )
        )


class PlaceBudget:
    """Counts the grid places of one file and stops at the limit.

    Attributes:
        left: Places that may still be spent.
    """

    def __init__(self) -> None:
        self.left = MOST_PLACES

    def spend(self, places: int) -> None:
        """Take places from the budget.

        Raises:
            UnreadableFileError: The file's tables have more than are allowed.
        """
        self.left -= places
        if self.left < 0:
            raise too_large(
                Words(
                    f"表格单元格超过{MOST_PLACES // 10_000}万个",
                    f"its tables have more than {MOST_PLACES:,} cells",
                )
            )
