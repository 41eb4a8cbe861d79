"""What the formulas of one row refer to (行内引用)."""

from collections.abc import Mapping
from dataclasses import dataclass

from quanheng.law.book import Law
from quanheng.live.formulas.expressions import holds_any, text
from quanheng.live.formulas.hidden_cells import Aid, Aids
from quanheng.live.formulas.known_values import KnownValues


@dataclass(frozen=True, slots=True)
class RowReferences:
    """What the formulas of one row refer to (行内引用).

    Attributes:
        cells: Its cells as they stand in formulas; missing ones are empty texts.
        aids: Its hidden cells, likewise.
        placed: The cell of the points that a person sets inside a band.
        law: The parameters in force.
        known: What the report's own texts mean; None in a blank.
    """

    cells: Mapping[str, str]
    aids: Aids
    placed: str
    law: Law
    known: KnownValues | None

    @property
    def brackets(self) -> str:
        """What stands in the brackets at the end of the name."""
        if self.known is not None:
            return text(self.known.brackets)
        return self.aids[Aid.BRACKETS]

    @property
    def is_satisfaction(self) -> str:
        """Whether the row is about satisfaction."""
        return holds_any(self.cells["level1"], ("满意",))
