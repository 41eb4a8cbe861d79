"""IN201 indicator-in-wrong-category (指标归类错误)."""

from collections.abc import Iterator
from functools import lru_cache

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import NO_INDICATORS, Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.expression import Deadline, Sign
from quanheng.core.indicator import Indicator, LevelOne, LevelTwo
from quanheng.core.quantity import Dimension
from quanheng.language.categories import Categories
from quanheng.law.book import Law
from quanheng.scoring.reading import RowReading

TERMS = "words.category_terms"
MARGIN = "self_evaluation.class_margin"
MOST_PROPOSALS = 2
_QUANTITY, _BENEFIT = "数量", "效益"
_GROUP = {
    LevelTwo.QUANTITY: _QUANTITY,
    LevelTwo.QUALITY: "质量",
    LevelTwo.TIMELINESS: "时效",
    LevelTwo.COST: "成本",
    LevelTwo.ECONOMIC: _BENEFIT,
    LevelTwo.SOCIAL: _BENEFIT,
    LevelTwo.ECOLOGICAL: _BENEFIT,
    LevelTwo.SUSTAINABILITY: _BENEFIT,
    LevelTwo.SATISFACTION: "满意度",
}


@rule(
    code="IN201",
    name="indicator-in-wrong-category",
    title=Words("指标归类错误", "Indicator in the wrong category"),
    message=Words(
        "“{name}”列在{own}下，按“{terms}”应归{best}指标",
        "“{name}” stands under {own}; by “{terms}” it belongs to {best}",
    ),
    severity=Severity.WARNING,
    basis=(("财预〔2021〕101号", ""),),
    law=(TERMS, MARGIN),
)
def indicator_in_wrong_category(dossier: Dossier) -> Iterator[Answer]:
    """A level-three indicator stands under a category that is not its own (指标归类).

    Why it matters:
        Reviewers give a row in the wrong category no points, and the points of the
        categories no longer say what they seem to.

    What it leaves alone:
        Names whose terms fit their own category nearly as well, or no category, or
        more than two; counts of what was done under benefit (IN206); days and times
        under timeliness with an upper limit, a date or a rate as target; categories
        of cost of the 2021 frame. An indicator library that says otherwise comes
        with the approved targets.

    Catalogue:
        No edit: a row can't be moved by the text of one cell.
    """
    if not dossier.project.indicators:
        yield NO_INDICATORS
        return
    categories = _categories(_terms(dossier.law))
    margin = dossier.law.number(MARGIN)
    for reading in dossier.readings:
        row = reading.indicator
        own = _group_of(row)
        if own is None:
            continue
        evidence = categories.evidence(row.title)
        best = evidence.best
        if not best or own in best or len(best) > MOST_PROPOSALS:
            continue
        if own == _BENEFIT and best == (_QUANTITY,):
            continue
        if evidence.share(best[0]) - evidence.share(own) < margin:
            continue
        if own == LevelTwo.TIMELINESS and _limits_time(reading):
            continue
        label = row.level2 or row.name
        yield Hit(
            at=row.name.at,
            quote=row.name.raw,
            says={
                "name": row.title,
                "own": label.raw,
                "terms": "、".join(evidence.terms[best[0]]),
                "best": "或".join(best),
            },
        )


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


def _terms(law: Law) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(law.word_groups(TERMS).items())


@lru_cache(maxsize=4)
def _categories(terms: tuple[tuple[str, tuple[str, ...]], ...]) -> Categories:
    return Categories(dict(terms))
