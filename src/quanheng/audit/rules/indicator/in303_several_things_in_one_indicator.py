import re
from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.expression import Number, Several
from quanheng.core.field import text_of
from quanheng.core.indicator import Indicator, LevelOne
from quanheng.core.quantity import Dimension
from quanheng.core.report import Project
from quanheng.language.clauses import clauses
from quanheng.language.patterns.figures import figures
from quanheng.language.words import any_of, longest_first
from quanheng.law.book import Law
from quanheng.scoring.reading import RowReading, is_in_words

FIXED_PAIRS: Final = "words.fixed_pairs"
MEASURE_NOUNS: Final = "words.measure_nouns"
ANSWERS: Final = "words.qualitative_answers"
_LINK: Final = re.compile("以及|[及和与、]")
_SHORTEST: Final = 2


@rule(
    code="IN303",
    name="several-things-in-one-indicator",
    title=Words("一项指标包含多项内容", "One indicator measures several things"),
    message=Words(
        "“{name}”合并了“{first}”和“{second}”，两项各有目标，建议分设指标",
        "“{name}” joins “{first}” and “{second}”, which have targets of their own; "
        "two indicators would show both",
    ),
    variants={
        "target": Words(
            "“{name}”的目标值“{target}”含{count}个不同计量单位的数值，建议分设指标",
            "the target “{target}” of “{name}” holds {count} figures of different "
            "units; an indicator each would show them",
        )
    },
    severity=Severity.INFO,
    basis=(("财预〔2021〕101号", ""),),
    law=(FIXED_PAIRS, MEASURE_NOUNS, ANSWERS),
    needs_indicators=True,
)
def several_things_in_one_indicator(dossier: Dossier) -> Iterator[Answer]:
    """One indicator measures several things at once (一项指标包含多项内容).

    Why it matters:
        Where one of two things is missed, no score of the row is right.

    What it leaves alone:
        Fixed pairs (巩固和拓展); things that have no figure of their own in the plan or
        the goal; satisfaction rows; bands and dates in a target; slogans (IN301).
    """
    project = dossier.project
    parts = _clauses_with_figures(project)
    for reading in dossier.readings:
        row = reading.indicator
        if row.is_execution or row.level_one is LevelOne.SATISFACTION:
            continue
        hit = _of_target(reading, dossier.law) or _of_name(row, parts, dossier.law)
        if hit:
            yield hit


def _of_target(reading: RowReading, law: Law) -> Hit | None:
    target, row = reading.target, reading.indicator
    if row.target is None or not isinstance(target, Several):
        return None
    if is_in_words(target, law):
        return None
    numbers = [item for item in target.items if isinstance(item, Number)]
    units = {item.quantity.unit for item in numbers}
    is_whole = len(numbers) == len(target.items)
    if not is_whole or any(unit.dimension is Dimension.NONE for unit in units):
        return None
    if len({unit.base for unit in units}) < len(numbers):
        return None
    says = {"name": row.title, "target": row.target.raw, "count": len(numbers)}
    return Hit.on(row.target, says, variant="target")


def _of_name(row: Indicator, parts: tuple[str, ...], law: Law) -> Hit | None:
    if any_of(law.words(FIXED_PAIRS), row.title):
        return None
    named = _LINK.split(row.title)
    if len(named) == 1:
        return None
    things = [thing for part in named if len(thing := _thing(part, law)) >= _SHORTEST]
    if len(things) < len(named):
        return None
    first, second, *_ = things
    if _stands_alone(first, second, parts) and _stands_alone(second, first, parts):
        says = {"name": row.title, "first": first, "second": second}
        return Hit.on(row.name, says)
    return None


def _thing(part: str, law: Law) -> str:
    """A part of a name without the nouns of measure at its end."""
    nouns = longest_first(law.words(MEASURE_NOUNS))
    while part.endswith(nouns):
        noun = next(noun for noun in nouns if part.endswith(noun))
        if len(part) - len(noun) < _SHORTEST:
            break
        part = part.removesuffix(noun)
    return part


def _stands_alone(thing: str, other: str, parts: tuple[str, ...]) -> bool:
    return any(thing in part and other not in part for part in parts)


def _clauses_with_figures(project: Project) -> tuple[str, ...]:
    """The clauses of plan and goal that hold a figure, and so a target."""
    texts = (project.overview.plan, project.goals.annual)
    return tuple(
        clause for text in texts for clause in clauses(text_of(text)) if figures(clause)
    )
