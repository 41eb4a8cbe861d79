"""Points by level-one category and the templates for them (一级指标权重)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from quanheng.core.indicator import LevelOne
from quanheng.law.book import Law
from quanheng.scoring.scorecard import RowScore, Scorecard

WEIGHT_TEMPLATE = "self_evaluation.weight_template"


@dataclass(frozen=True, slots=True)
class WeightTemplate:
    """One set of level-one weights (权重模板).

    Attributes:
        weights: Points by category; a category that is left out has none.
    """

    weights: Mapping[LevelOne, Decimal]

    def fits(self, sums: Mapping[LevelOne, Decimal], tolerance: Decimal) -> bool:
        """Whether sums follow the template in every category."""
        none = Decimal(0)
        return all(
            abs(sums.get(level, none) - self.weights.get(level, none)) <= tolerance
            for level in LevelOne
        )


def weight_templates(law: Law) -> tuple[WeightTemplate, ...]:
    """The templates of every version that may apply, the leading one first."""
    return tuple(
        WeightTemplate(_weights(entry))
        for version in law.versions(WEIGHT_TEMPLATE)
        if isinstance(version.value, Sequence)
        for entry in version.value
    )


def _weights(entry: object) -> Mapping[LevelOne, Decimal]:
    if not isinstance(entry, Mapping):
        raise TypeError(f"{WEIGHT_TEMPLATE} has no template: {entry!r}")
    return {LevelOne(key): entry[key] for key in entry if key != "name"}


def level_of(row: RowScore) -> LevelOne | None:
    """The category that a scored row counts for."""
    if row.indicator is None or row.indicator.is_execution:
        return LevelOne.EXECUTION
    return row.indicator.level_one


def level_weights(scorecard: Scorecard) -> Mapping[LevelOne, Decimal] | None:
    """Points by category; None when a weight or a category can't be read."""
    sums: dict[LevelOne, Decimal] = {}
    for row in scorecard.rows:
        level = level_of(row)
        if level is None or row.weight is None:
            return None
        sums[level] = sums.get(level, Decimal(0)) + row.weight
    return sums
