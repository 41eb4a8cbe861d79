"""Which category an indicator belongs to, by its name (指标归类)."""

from functools import lru_cache
from typing import Final

from quanheng.core.expression import Deadline, Sign
from quanheng.core.indicator import Indicator, LevelOne, LevelTwo
from quanheng.core.quantity import Dimension
from quanheng.language.phrases.categories import Categories, Evidence
from quanheng.language.words import any_of
from quanheng.law.book import Law
from quanheng.scoring.reading import RowReading

TERMS: Final = "words.category_terms"
MARGIN: Final = "self_evaluation.class_margin"
AVERAGES: Final = "words.averages"
_MOST_PROPOSALS: Final = 2
_QUANTITY, _QUALITY, _BENEFIT = "数量", "质量", "效益"
_GROUP: Final = {
    LevelTwo.QUANTITY: _QUANTITY,
    LevelTwo.QUALITY: _QUALITY,
    LevelTwo.TIMELINESS: "时效",
    LevelTwo.COST: "成本",
    LevelTwo.ECONOMIC: _BENEFIT,
    LevelTwo.SOCIAL: _BENEFIT,
    LevelTwo.ECOLOGICAL: _BENEFIT,
    LevelTwo.SUSTAINABILITY: _BENEFIT,
    LevelTwo.SATISFACTION: "满意度",
}


def categories_in(law: Law) -> Categories:
    """The categories with their terms, made once for all reports."""
    return _categories(tuple(law.word_groups(TERMS).items()))


def better_category(
    reading: RowReading, categories: Categories, law: Law
) -> Evidence | None:
    """The evidence for another category than the printed one; None without any."""
    row = reading.indicator
    own = _group_of(row)
    if own is None:
        return None
    evidence = categories.evidence(row.title)
    best = evidence.best
    if not best or own in best or len(best) > _MOST_PROPOSALS:
        return None
    if own == _BENEFIT and best == (_QUANTITY,):
        return None
    if own == _QUALITY and best[0] == _QUANTITY and _is_average(row, law):
        return None
    if evidence.share(best[0]) - evidence.share(own) < law.number(MARGIN):
        return None
    is_limit = own == LevelTwo.TIMELINESS and _limits_time(reading)
    return None if is_limit else evidence


def _is_average(row: Indicator, law: Law) -> bool:
    """Whether it measures a standard (人均就餐面积), not a quantity."""
    return any_of(law.words(AVERAGES), row.title)


def _group_of(row: Indicator) -> str | None:
    if row.level_one is LevelOne.COST or row.is_execution or row.level_two is None:
        return None
    return _GROUP.get(row.level_two)


def _limits_time(reading: RowReading) -> bool:
    if isinstance(reading.target, Deadline):
        return True
    if reading.target_unit and reading.target_unit.dimension is Dimension.RATE:
        return True
    return reading.sign_is_stated and reading.sign in (Sign.AT_MOST, Sign.LESS_THAN)


@lru_cache(maxsize=4)
def _categories(terms: tuple[tuple[str, tuple[str, ...]], ...]) -> Categories:
    return Categories(dict(terms))
