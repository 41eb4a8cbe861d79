"""Local step tables: from a rate on, a share of the points (分档)."""

from collections.abc import Sequence
from decimal import Decimal

from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain
from quanheng.law.book import Law, Value
from quanheng.scoring.formulas.result import SCORE_DECIMALS, Pair, Result, points

SATISFACTION_STEPS = "self_evaluation.satisfaction_steps"


def share_by_steps(name: str, rate: Decimal, law: Law) -> Decimal | None:
    """The share of the weight that a step table gives, None without a table.

    Args:
        name: A parameter whose value is a list of ``{at_least, share}``; empty
            where the straight formula holds.
        rate: The rate in percent.
        law: The parameters in force.
    """
    table = law.value(name)
    if isinstance(table, str) or not isinstance(table, Sequence) or not table:
        return None
    steps = [_step(entry, name) for entry in table]
    reached = [step for step in steps if step[0] <= rate]
    return max(reached)[1] if reached else Decimal(0)


def _step(entry: Value, name: str) -> tuple[Decimal, Decimal]:
    match entry:
        case {"at_least": Decimal() as at_least, "share": Decimal() as share}:
            return at_least, share
        case _:
            raise TypeError(f"{name} is no step table: {entry!r}")


def satisfaction_steps(pair: Pair, law: Law) -> Result | None:
    """The step that a satisfaction rate falls in (财预〔2021〕101号).

    None where no step table is in force; the ordinary formula then holds. The
    steps look at the actual alone, not at the target.
    """
    share = share_by_steps(SATISFACTION_STEPS, pair.actual, law)
    if share is None:
        return None
    score = points(share * pair.weight, pair.weight, law)
    step = Words(
        f"满意度{pair.actual_text}，按分档得权重的{plain(share * 100)}%，即{score}分",
        f"satisfaction {pair.actual_text}; by the steps {plain(share * 100)}% of the "
        f"weight, {score} points",
    )
    return Result(score, None, (step,), (SATISFACTION_STEPS, SCORE_DECIMALS))
