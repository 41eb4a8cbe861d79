from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import Field, text_of
from quanheng.core.indicator import LEVEL_ONE, LEVEL_THREE, LEVEL_TWO, Indicator
from quanheng.language.similarity import bare

_GENERIC = "指标"


@rule(
    code="IN208",
    name="level-name-repeated",
    title=Words("上下级指标同名", "Parent and child share one name"),
    message=Words(
        "{upper}与{lower}名称相同，均为“{name}”",
        "{upper} and {lower} are both named “{name}”",
    ),
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    needs_indicators=True,
)
def level_name_repeated(dossier: Dossier) -> Iterator[Answer]:
    """A category and the one below it have the same name (上下级同名).

    Why it matters:
        A level that repeats the one above does not divide it.

    What it leaves alone:
        Names that differ in more than the word 指标 (满意度, 服务对象满意度); forms
        with fewer levels.
    """
    seen: set[tuple[Words, str]] = set()
    for row in dossier.project.indicators:
        for upper, lower, parent, child in _pairs(row):
            name = _stem(parent)
            if name and name == _stem(child) and (lower, name) not in seen:
                seen.add((lower, name))
                yield Hit.on(
                    child,
                    {"upper": upper, "lower": lower, "name": child.raw},
                    also=(parent.at,),
                )


def _pairs(row: Indicator) -> Iterator[tuple[Words, Words, Field, Field]]:
    if row.level1 and row.level2:
        yield LEVEL_ONE, LEVEL_TWO, row.level1, row.level2
    if row.level2:
        yield LEVEL_TWO, LEVEL_THREE, row.level2, row.name


def _stem(label: Field) -> str:
    return bare(text_of(label)).removesuffix(_GENERIC)
