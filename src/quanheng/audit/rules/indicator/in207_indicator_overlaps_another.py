import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, TypeAlias

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.expression import Blank, Expression
from quanheng.core.field import text_of
from quanheng.core.indicator import Indicator, LevelOne
from quanheng.language.words import pattern_of
from quanheng.scoring.reading import RowReading, quantity_of

FILLER: Final = "words.name_filler"
_SHORTEST: Final = 4

_Key: TypeAlias = tuple[str, object, object]
"""What a row measures: its name without filling words, target and actual."""


@rule(
    code="IN207",
    name="indicator-overlaps-another",
    title=Words(
        "指标交叉或同一事项重复计分", "Indicators overlap, or one thing is scored twice"
    ),
    message=Words(
        "“{first}”与“{second}”目标值均为“{target}”，属同一事项重复计分，应合并",
        "“{first}” and “{second}” both have the target “{target}”: one thing is "
        "scored twice",
    ),
    variants={
        "two levels": Words(
            "“{first}”与“{second}”分列{one}和{other}，目标值均为“{target}”，同一事项应只计分一次",
            "“{first}” and “{second}” stand under “{one}” and “{other}” with the "
            "target “{target}”; the thing should count once",
        )
    },
    severity=Severity.WARNING,
    basis=(("practice", "自评复核中的常见问题"),),
    law=(FILLER,),
    needs_indicators=True,
)
def indicator_overlaps_another(dossier: Dossier) -> Iterator[Answer]:
    """Two indicators measure one and the same thing (指标交叉).

    Why it matters:
        What is done once earns its points twice.

    What it leaves alone:
        Names that differ in more than filling words: another group, place, batch,
        year or measure; other targets or actuals; satisfaction rows; two rows of one
        name in one category, which IN302 reports.

    Catalogue:
        Similar names may differ in what matters (中学, 小学), so the names must be the
        same but for filling words, and so must target and actual.
    """
    filler = pattern_of(dossier.law.words(FILLER))
    first: dict[_Key, Indicator] = {}
    for reading in dossier.readings:
        row, key = reading.indicator, _key(reading, filler)
        if key and not _is_duplicate(one := first.setdefault(key, row), row):
            yield _hit(one, row)


def _key(reading: RowReading, filler: re.Pattern[str]) -> _Key | None:
    row = reading.indicator
    if row.is_execution or row.level_one is LevelOne.SATISFACTION:
        return None
    name = filler.sub("", _plain(row.title))
    if len(name) < _SHORTEST or isinstance(reading.target, Blank):
        return None
    return name, _value(reading.target), _value(reading.actual)


def _value(expression: Expression) -> tuple[Decimal, str] | str:
    quantity = quantity_of(expression)
    if quantity is not None:
        return quantity.base_value, quantity.unit.base
    return _plain(expression.raw)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _is_duplicate(one: Indicator, other: Indicator) -> bool:
    """Whether the rows have one name in one category, which IN302 reports."""
    same_category = _plain(text_of(one.level2)) == _plain(text_of(other.level2))
    return same_category and _plain(one.title) == _plain(other.title)


def _hit(one: Indicator, other: Indicator) -> Hit:
    says: dict[str, object] = {
        "first": one.title,
        "second": other.title,
        "target": text_of(one.target),
    }
    levels = (one.level_one, other.level_one)
    apart = one.level1 is not None and other.level1 is not None
    if apart and levels[0] is not levels[1]:
        says |= {"one": text_of(one.level1), "other": text_of(other.level1)}
    return Hit.on(
        other.name,
        says,
        also=(one.name.at,),
        variant="two levels" if "one" in says else "",
    )
