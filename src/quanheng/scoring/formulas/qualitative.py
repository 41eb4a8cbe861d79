"""Targets in words: one of three answers, or yes and no (定性指标、是否类指标)."""

from collections.abc import Mapping
from decimal import ROUND_CEILING, Decimal

from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain
from quanheng.law.book import Law, Value
from quanheng.scoring.answers_in_words import QUALITATIVE_ANSWERS, YES_NO, Answer
from quanheng.scoring.formulas.result import SCORE_DECIMALS, Result
from quanheng.scoring.reading import Obstacle

QUALITATIVE_BANDS = "self_evaluation.qualitative_bands"


def qualitative(
    answer: Answer, weight: Decimal, stated: Decimal | None, law: Law
) -> Result:
    """The band that an answer opens; the stated score counts where it lies inside.

    The nearest limit counts for a stated score outside. A band fixes no score, so
    without a stated one there is none.
    """
    low, high = band(answer, weight, law)
    share = band_shares(answer, law.value(QUALITATIVE_BANDS))
    opened = Words(
        f"选定“{answer}”，对应权重的{plain(share[0] * 100)}%–"
        f"{plain(share[1] * 100)}%，即{low}–{high}分",
        f"the answer is “{answer}”: {plain(share[0] * 100)}%–{plain(share[1] * 100)}% "
        f"of the weight, {low}–{high} points",
    )
    named = (QUALITATIVE_ANSWERS, QUALITATIVE_BANDS, SCORE_DECIMALS)
    if stated is None:
        step = Words(
            "未填得分，档内分值无从确定",
            "no score is stated, so the points inside the band are unknown",
        )
        return Result(
            None, None, (opened, step), named, (low, high), Obstacle.SCORE_MISSING
        )
    score = min(max(stated, low), high)
    return Result(score, None, (opened, _placed(stated, score)), named, (low, high))


def band(answer: Answer, weight: Decimal, law: Law) -> tuple[Decimal, Decimal]:
    """Lowest and highest score of an answer by the leading version, both included."""
    return _limits(answer, weight, law.value(QUALITATIVE_BANDS), law)


def bands(
    answer: Answer, weight: Decimal, law: Law
) -> tuple[tuple[Decimal, Decimal], ...]:
    """The band of an answer under every version that may apply, the leading first."""
    versions = law.versions(QUALITATIVE_BANDS)
    return tuple(_limits(answer, weight, version.value, law) for version in versions)


def band_shares(answer: Answer, table: Value) -> tuple[Decimal, Decimal]:
    """Lower and upper share of the weight that a version gives an answer."""
    limits = table.get(answer) if isinstance(table, Mapping) else None
    match limits:
        case [Decimal() as low, Decimal() as high]:
            return low, high
        case _:
            raise TypeError(f"{QUALITATIVE_BANDS} has no band for {answer}: {table!r}")


def _limits(
    answer: Answer, weight: Decimal, table: Value, law: Law
) -> tuple[Decimal, Decimal]:
    """The upper share is excluded unless it is the whole weight."""
    low_share, high_share = band_shares(answer, table)
    unit = Decimal(1).scaleb(-int(law.number(SCORE_DECIMALS)))
    low = min((low_share * weight).quantize(unit, ROUND_CEILING), weight)
    if high_share >= 1:
        return low, weight
    high = (high_share * weight).quantize(unit, ROUND_CEILING) - unit
    return low, max(low, high)


def _placed(stated: Decimal, score: Decimal) -> Words:
    if stated == score:
        return Words(
            f"所填得分{stated}在档内，予以确认",
            f"the stated score {stated} lies inside and is confirmed",
        )
    return Words(
        f"所填得分{stated}在档外，取最近的{score}分",
        f"the stated score {stated} lies outside; the nearest limit is {score}",
    )


def yes_no(target: str, actual: str, weight: Decimal, *, met: bool) -> Result:
    """All points or none (财预〔2021〕101号, direct scoring)."""
    score = weight if met else Decimal(0)
    verdict = ("达到", "meets") if met else ("未达到", "does not meet")
    step = Words(
        f"是否类目标“{target}”，业绩值“{actual}”{verdict[0]}，得{score}分",
        f"yes/no target “{target}”; the actual “{actual}” {verdict[1]} it: "
        f"{score} points",
    )
    return Result(score, Decimal(100 if met else 0), (step,), (YES_NO,))
