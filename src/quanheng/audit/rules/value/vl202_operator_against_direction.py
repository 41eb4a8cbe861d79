import re
from collections.abc import Iterator
from functools import lru_cache

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.indicators.turned_sign import turned
from quanheng.audit.rule import Answer, Fixing, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.expression import Sign
from quanheng.language.words import any_of
from quanheng.law.book import Law
from quanheng.scoring.direction import (
    NEGATIVE_WORDS,
    POSITIVE_WORDS,
    REDUCING_WORDS,
    Direction,
    by_name,
)

GOOD_SHARES = "words.good_shares"
HANDLING = "words.handling_verbs"
_LOWER = (Sign.AT_LEAST, Sign.MORE_THAN)
_UPPER = (Sign.AT_MOST, Sign.LESS_THAN)


@rule(
    code="VL202",
    name="operator-against-direction",
    title=Words("比较符与指标方向相反", "Sign against the indicator's nature"),
    message=Words(
        "“{name}”为正向指标，目标值“{target}”为上限，应设下限",
        "more of “{name}” is better, yet its target “{target}” is an upper limit",
    ),
    variants={
        "negative": Words(
            "“{name}”为逆向指标，目标值“{target}”为下限，应设上限",
            "less of “{name}” is better, yet its target “{target}” is a lower limit",
        )
    },
    severity=Severity.ERROR,
    basis=(("practice", "自评表审核中的常见问题"),),
    law=(POSITIVE_WORDS, NEGATIVE_WORDS, REDUCING_WORDS, GOOD_SHARES, HANDLING),
    fixing=Fixing.UNSAFE,
    needs_indicators=True,
)
def operator_against_direction(dossier: Dossier) -> Iterator[Answer]:
    """The sign of a target contradicts the direction of the indicator (计算符号).

    Why it matters:
        With ≤ on a pass rate, a rate of zero would earn full marks.

    What it leaves alone:
        Names with words of both kinds, where the last noun decides; names about
        dealing with something bad (隐患排查数量); ranges; cost (VL203); rates that are
        not clearly a share of a whole, such as 结余率.
    """
    for reading in dossier.readings:
        row = reading.indicator
        if not reading.sign_is_stated or row.target is None or row.is_cost:
            continue
        nature = _nature(row.title, dossier.law)
        against = {Direction.POSITIVE: _UPPER, Direction.NEGATIVE: _LOWER}
        if reading.sign not in against.get(nature, ()):
            continue
        yield Hit.on(
            row.target,
            {"name": row.title, "target": row.target.raw},
            variant="negative" if nature is Direction.NEGATIVE else "",
            edits=turned(row.target),
        )


def _nature(title: str, law: Law) -> Direction:
    """The direction of a name if it is beyond doubt, else unknown."""
    direction = by_name(title, law)
    if direction is Direction.POSITIVE and title.endswith(law.words(GOOD_SHARES)):
        return direction
    if direction is Direction.NEGATIVE and not any_of(law.words(HANDLING), title):
        pattern = _something_bad(law.words(NEGATIVE_WORDS))
        return direction if pattern.search(title) else Direction.UNKNOWN
    return Direction.UNKNOWN


@lru_cache(maxsize=8)
def _something_bad(words: tuple[str, ...]) -> re.Pattern[str]:
    one_of = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"(?:{one_of})(?:发生)?(?:[件起次]?数量?|率|比例|次|起)?$")
