"""The figures of the law that measures are held against (计量参数)."""

from quanheng.evidence.measures.base.ask import Limits
from quanheng.law.book import Law

MIN_SAMPLE = "survey.min_sample"
CONFIDENCE = "survey.confidence"
MARGIN = "survey.margin"
MIN_RETURN_RATE = "survey.min_return_rate"


def limits_in(law: Law) -> Limits:
    """The figures as a law has them."""
    return Limits(
        min_sample=law.number(MIN_SAMPLE),
        confidence=law.number(CONFIDENCE),
        margin=law.number(MARGIN),
        min_return_rate=law.number(MIN_RETURN_RATE),
    )
