"""Targets that are met or not (是否类指标)."""

from decimal import Decimal

from quanheng.core.bilingual import Words
from quanheng.scoring.result import Result
from quanheng.scoring.words import YES_NO


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
