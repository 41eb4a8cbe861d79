from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import NO_INDICATORS, Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import filled, text_of
from quanheng.core.indicator import (
    LEVEL_ONE,
    LEVEL_TWO,
    PARENT,
    Indicator,
    LevelOne,
    LevelTwo,
)


@rule(
    code="IN209",
    name="indicator-without-parent",
    title=Words("指标层级错位", "Indicator without a parent"),
    message=Words("“{name}”未列明{level}，应补充", "“{name}” stands under no {level}"),
    variants={
        "elsewhere": Words(
            "二级指标“{child}”列在“{parent}”下，应列在{right}指标下",
            "the level-two “{child}” stands under “{parent}”; it belongs to {right}",
        )
    },
    severity=Severity.ERROR,
    basis=(("财预〔2020〕10号", "附1 自评表"),),
)
def indicator_without_parent(dossier: Dossier) -> Iterator[Answer]:
    """A row has no category, or its level two belongs to another level one (指标层级).

    Why it matters:
        The points of a row without its parent count for nothing, or for the wrong
        category.

    What it leaves alone:
        Forms that print one level less; the budget-execution row; cost under output
        (2020) or as a level one (2021); satisfaction under benefit or without a level
        two, as some forms print it; level ones of other frameworks.
    """
    rows = [row for row in dossier.project.indicators if not row.is_execution]
    if not rows:
        yield NO_INDICATORS
        return
    printed = {
        LEVEL_ONE: any(filled(row.level1) for row in rows),
        LEVEL_TWO: any(filled(row.level2) for row in rows),
    }
    seen: set[tuple[str, str]] = set()
    for row in rows:
        for level, label in ((LEVEL_ONE, row.level1), (LEVEL_TWO, row.level2)):
            if printed[level] and not filled(label) and not _is_single(row, level):
                says = {"name": row.title, "level": level}
                yield Hit.on(label or row.name, says)
        pair = (text_of(row.level1), text_of(row.level2))
        right = _right_parent(row)
        if right and pair not in seen and row.level2:
            seen.add(pair)
            yield Hit.on(
                row.level2,
                {"child": pair[1], "parent": pair[0], "right": right.words},
                variant="elsewhere",
            )


def _is_single(row: Indicator, level: Words) -> bool:
    """Satisfaction is often printed across both levels."""
    return level is LEVEL_TWO and row.level_one is LevelOne.SATISFACTION


def _right_parent(row: Indicator) -> LevelOne | None:
    """The level one that a row's level two belongs to, None if it is under it."""
    one, two = row.level_one, row.level_two
    if not filled(row.level1) or one is None or two is None or one is PARENT[two]:
        return None
    if two is LevelTwo.COST and one is LevelOne.COST:
        return None
    if two is LevelTwo.SATISFACTION and one is LevelOne.BENEFIT:
        return None
    return PARENT[two]
