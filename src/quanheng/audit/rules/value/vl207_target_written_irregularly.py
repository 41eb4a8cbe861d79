import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    Answer,
    Edit,
    Fixing,
    Hit,
    Severity,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.expression import Number, Sign
from quanheng.core.indicator import LevelTwo
from quanheng.core.quantity import Dimension, plain
from quanheng.law.book import Law

IRREGULAR = "words.irregular_target"
GOOD_SHARES = "words.good_shares"
FULL = Decimal(100)
_SYMBOLS = {
    Sign.AT_LEAST: "≥",
    Sign.MORE_THAN: ">",
    Sign.AT_MOST: "≤",
    Sign.LESS_THAN: "<",
    Sign.EQUAL: "=",
}


@rule(
    code="VL207",
    name="target-written-irregularly",
    title=Words("目标值写法不规范", "Irregular writing of a target"),
    message=Words(
        "“{name}”的目标值写为“{old}”，规范写法为“{new}”",
        "the target of “{name}” is written “{old}”; the usual form is “{new}”",
    ),
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(IRREGULAR, GOOD_SHARES),
    fixing=Fixing.SAFE,
    needs_indicators=True,
)
def target_written_irregularly(dossier: Dossier) -> Iterator[Answer]:
    """A target gives its sign in words or doubled, not as ≥ > = ≤ < (写法).

    Why it matters:
        Systems that import the form read the sign from the first mark.

    What it leaves alone:
        Times and dates (3个工作日内, 12月底前); text around the number that a shorter
        form would lose; indicators in running text.
    """
    if dossier.project.table and dossier.project.table.is_prose:
        yield not_applicable(
            "指标在正文中叙述", "the indicators are told in running text"
        )
        return
    pattern = _pattern(*_words(dossier.law))
    shares = dossier.law.words(GOOD_SHARES)
    for reading in dossier.readings:
        row, value = reading.indicator, reading.target
        if row.target is None:
            continue
        if not isinstance(value, Number) or value.sign not in _SYMBOLS:
            continue
        is_rate = value.quantity.unit.dimension is Dimension.RATE
        if row.level_two is LevelTwo.TIMELINESS and not is_rate:
            continue
        match = pattern.fullmatch(row.target.raw)
        if match is None or not (match["prefix"] or match["suffix"]):
            continue
        unit = reading.target_unit.symbol if reading.target_unit else ""
        symbol = _SYMBOLS[value.sign]
        if _can_only_be_all(match, value, row.title.endswith(shares)):
            symbol = _SYMBOLS[Sign.EQUAL]
        new = f"{symbol}{plain(value.quantity.value)}{unit}"
        yield Hit.on(
            row.target,
            {"name": row.title, "old": row.target.raw, "new": new},
            edits=(Edit.on(row.target, new, safe=True),),
        )


def _can_only_be_all(match: re.Match[str], value: Number, is_share: bool) -> bool:
    """Whether the target is 100%以上 of a share, which can only be 100%."""
    quantity = value.quantity
    full = quantity.unit.dimension is Dimension.RATE and quantity.base_value == FULL
    return bool(match["suffix"]) and full and is_share


def _words(law: Law) -> tuple[tuple[str, ...], tuple[str, ...]]:
    groups = law.word_groups(IRREGULAR)
    return groups["prefixes"], groups["suffixes"]


@lru_cache(maxsize=8)
def _pattern(prefixes: tuple[str, ...], suffixes: tuple[str, ...]) -> re.Pattern[str]:
    """Sign words, at most one mark, the number with its unit, sign words again."""
    before, after = (
        "|".join(sorted(map(re.escape, words), key=len, reverse=True))
        for words in (prefixes, suffixes)
    )
    return re.compile(
        rf"(?P<prefix>(?:{before})+)?[≥≤><=＝＞＜]?\s*"
        rf"\d[\d.,，．]*\s*[^\d\s，。；、]{{0,6}}?(?P<suffix>{after})?"
    )
