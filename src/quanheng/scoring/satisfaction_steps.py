"""Satisfaction in steps (满意度分档), only where a step table is in force."""

from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain
from quanheng.law.book import Law
from quanheng.scoring.result import SCORE_DECIMALS, Pair, Result, points
from quanheng.scoring.step_table import share_by_steps

SATISFACTION_STEPS = "self_evaluation.satisfaction_steps"


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
