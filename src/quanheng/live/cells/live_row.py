"""An indicator row on its way to computing its score (计分行)."""

from dataclasses import dataclass
from typing import Final

from quanheng.core.indicator import TO_JUDGE
from quanheng.core.source import Source
from quanheng.law.book import Law
from quanheng.live.cells.places import RowPlaces
from quanheng.live.formulas.expressions import Place
from quanheng.live.formulas.hidden_cells import Aid, Aids, Kind
from quanheng.live.formulas.known_values import KnownValues
from quanheng.scoring.reading import Obstacle
from quanheng.scoring.scorecard import RowScore, Scorecard

RECOMPUTED: Final = "复算"
BY_PERSON: Final = "人工评分"
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
        card: The scores of an existing report; None for a blank, which is filled in
            from the start.
        tag: What tells the names of this project from those of others.
        has_amounts: Whether a budget table names planned and spent.
    """

    law: Law
    card: Scorecard | None
    tag: str = ""
    has_amounts: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether the form is to be filled in from the start."""
        return self.card is None


@dataclass(frozen=True, slots=True)
class RowEntry:
    """An indicator row before it comes alive (待填行).

    Attributes:
        at: Its place.
        places: The places of its cells.
        known: What its texts mean, None in a blank.
        shown: The computed score as programs see it that don't compute.
    """

    at: Source
    places: RowPlaces
    known: KnownValues | None = None
    shown: str = ""


@dataclass(frozen=True, slots=True)
class LiveRow:
    """A row whose score is computed (计分行).

    Attributes:
        places: Where its cells stand.
        aids: Where its hidden cells stand.
        computed: Where the computed score stands.
    """

    places: RowPlaces
    aids: Aids
    computed: Place

    def aid(self, aid: Aid) -> str:
        """A hidden cell, for formulas of other rows."""
        return self.aids[aid].replace("@[.,", f"@[{self.places.row},")


def shown_score(row: RowScore) -> str:
    """A recomputed score for programs that don't compute, or why there is none."""
    if row.recomputed is not None:
        return f"{row.recomputed:.2f}"
    return _WHY_NOT.get(row.obstacle, TO_JUDGE) if row.obstacle else TO_JUDGE
