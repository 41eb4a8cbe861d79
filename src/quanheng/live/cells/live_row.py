"""Indicator rows that compute their score (计分行)."""

from dataclasses import dataclass
from typing import Final

from quanheng.core.indicator import TO_JUDGE
from quanheng.core.source import Source
from quanheng.law.book import Law
from quanheng.live.cells.places import RowPlaces
from quanheng.live.formulas import defined_names
from quanheng.live.formulas.expressions import Place
from quanheng.live.formulas.helper_columns import Helper, Kind
from quanheng.live.formulas.known_values import KnownValues
from quanheng.live.formulas.row_references import RowReferences
from quanheng.scoring.reading import Obstacle
from quanheng.scoring.scorecard import RowScore, Scorecard

RECOMPUTED: Final = "复算"
MANUAL: Final = "人工评分"
ADVICE: Final = "提示"
_WHY_NOT: Final = {
    Obstacle.TARGET_MISSING: Kind.NO_TARGET.value,
    Obstacle.ACTUAL_MISSING: Kind.NO_ACTUAL.value,
    Obstacle.WEIGHT_MISSING: Kind.NO_WEIGHT.value,
}


@dataclass(frozen=True, slots=True)
class FormContext:
    """What all rows of a project share (共用条件).

    Attributes:
        law: The parameters in force.
        card: The scores of an existing report; None for a blank.
        tag: Suffix of the defined names of this project.
        has_amounts: Whether a budget table gives the planned and the spent amount.
    """

    law: Law
    card: Scorecard | None
    tag: str = ""
    has_amounts: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether the form is to be filled in from the start."""
        return self.card is None

    @property
    def amount_names(self) -> tuple[str, str]:
        """The defined names of the planned and the spent amount."""
        return defined_names.PLANNED + self.tag, defined_names.SPENT + self.tag


@dataclass(frozen=True, slots=True)
class RowEntry:
    """An indicator row to be made live (待填行).

    Attributes:
        at: Its place.
        places: The places of its cells.
        known: The values of its texts; None in a blank.
        shown: The computed score for programs that don't compute.
    """

    at: Source
    places: RowPlaces
    known: KnownValues | None = None
    shown: str = ""


@dataclass(frozen=True, slots=True)
class LiveRow:
    """A row whose score is computed (计分行).

    Attributes:
        places: The places of its cells.
        references: The cells that its formulas refer to.
        computed: The place of the computed score.
    """

    places: RowPlaces
    references: RowReferences
    computed: Place

    def helper(self, helper: Helper) -> str:
        """A reference to a helper cell for formulas of other rows."""
        return self.references[helper].replace("@[.,", f"@[{self.places.row},")


def shown_score(row: RowScore) -> str:
    """The recomputed score or why there is none, for programs that don't compute."""
    if row.recomputed is not None:
        return f"{row.recomputed:.2f}"
    return _WHY_NOT.get(row.obstacle, TO_JUDGE) if row.obstacle else TO_JUDGE
