"""The cells that the formulas of one row refer to (行内引用)."""

from collections.abc import Mapping
from dataclasses import dataclass

from quanheng.law.book import Law
from quanheng.live.formulas.expressions import both, contains_any, either, text
from quanheng.live.formulas.helper_columns import Helper, Kind
from quanheng.live.formulas.known_values import KnownValues


@dataclass(frozen=True, slots=True)
class RowReferences:
    """The cells that the formulas of one row refer to (行内引用).

    Attributes:
        cells: Column → reference to its cell; an empty text for a missing cell.
        helpers: Helper column → reference to its cell.
        manual: Reference to the cell of the manual score.
        law: The parameters in force.
        known: The values of the report's own texts; None in a blank.
    """

    cells: Mapping[str, str]
    helpers: Mapping[Helper, str]
    manual: str
    law: Law
    known: KnownValues | None

    def __getitem__(self, helper: Helper) -> str:
        return self.helpers[helper]

    def has_kind(self, kind: Kind) -> str:
        """Whether the row is of a kind."""
        return f"{self[Helper.KIND]}={text(kind)}"

    @property
    def brackets(self) -> str:
        """The unit in brackets at the end of the name."""
        if self.known is not None:
            return text(self.known.brackets)
        return self[Helper.BRACKETS]

    @property
    def is_satisfaction(self) -> str:
        """Whether the row measures satisfaction."""
        return contains_any(self.cells["level1"], ("满意",))

    @property
    def is_upper(self) -> str:
        """Whether the target is an upper limit: ≤, <, or bare where less is better."""
        sign = self[Helper.SIGN]
        wants_less = f"{self[Helper.DIRECTION]}<0"
        is_bare = both(f'{sign}<>"≥"', f'{sign}<>">"', wants_less)
        return either(f'{sign}="≤"', f'{sign}="<"', is_bare)

    @property
    def is_lower(self) -> str:
        """Whether the target is a lower limit: ≥, >, or bare where more is better."""
        sign = self[Helper.SIGN]
        is_bare = both(f'{sign}=""', f"{self[Helper.DIRECTION]}>0")
        return either(f'{sign}="≥"', f'{sign}=">"', is_bare)

    @property
    def is_lower_or_equal(self) -> str:
        """Whether the target is no upper limit: ≥, >, =, or bare unless negative."""
        sign = self[Helper.SIGN]
        is_bare = both(f'{sign}=""', f"{self[Helper.DIRECTION]}<0")
        is_upper = either(f'{sign}="≤"', f'{sign}="<"', is_bare)
        return f"NOT({is_upper})"
