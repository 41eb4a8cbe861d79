"""Limits and tolerances of computed values in the law (计量参数、允许误差)."""

from quanheng.evidence.bindings.agreement import Tolerances
from quanheng.evidence.measures.base.ask import Limits
from quanheng.law.book import Law

MIN_SAMPLE = "survey.min_sample"
CONFIDENCE = "survey.confidence"
MARGIN = "survey.margin"
MIN_RETURN_RATE = "survey.min_return_rate"
RATE_TOLERANCE = "self_evaluation.rate_tolerance"
AMOUNT_TOLERANCE = "self_evaluation.amount_tolerance"
TOLERANCES = (RATE_TOLERANCE, AMOUNT_TOLERANCE)


def limits_in(law: Law) -> Limits:
    """The figures as a law has them."""
    return Limits(
        min_sample=law.number(MIN_SAMPLE),
        confidence=law.number(CONFIDENCE),
        margin=law.number(MARGIN),
        min_return_rate=law.number(MIN_RETURN_RATE),
    )


def tolerances_in(law: Law) -> Tolerances:
    """How far a typed value may be off, as a law has it."""
    return Tolerances(law.number(RATE_TOLERANCE), law.number(AMOUNT_TOLERANCE))
