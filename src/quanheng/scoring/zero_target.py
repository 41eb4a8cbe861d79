"""A target of zero or less: all points or none (零值、负值目标)."""

from decimal import Decimal

from quanheng.core.bilingual import Words
from quanheng.law.book import Law
from quanheng.scoring.reading import Obstacle
from quanheng.scoring.result import Pair, Result

ZERO_TARGET_FORMULA = "self_evaluation.zero_target_formula"


def zero_target(pair: Pair, *, reached: bool, law: Law) -> Result:
    """All points when the target of zero or less is reached, else none.

    Nothing can be divided by such a target, so there is no proportional part.
    Where ``self_evaluation.zero_target_formula`` names another way than
    ``all_or_nothing``, a person decides.
    """
    named = (ZERO_TARGET_FORMULA,)
    if law.value(ZERO_TARGET_FORMULA) != "all_or_nothing":
        step = Words(
            f"目标值为{pair.target_text}，本地规定由人工计分",
            f"the target is {pair.target_text}; by local rules a person scores it",
        )
        return Result(None, None, (step,), named, obstacle=Obstacle.LEFT_TO_PERSON)
    score = pair.weight if reached else Decimal(0)
    verdict = ("达到", "reached") if reached else ("未达到", "missed")
    step = Words(
        f"目标值为{pair.target_text}，无法按比例计算；业绩值{pair.actual_text}"
        f"{verdict[0]}目标，得{score}分",
        f"the target is {pair.target_text}, so no proportion exists; the actual "
        f"{pair.actual_text} {verdict[1]} it: {score} points",
    )
    return Result(score, None, (step,), named)
