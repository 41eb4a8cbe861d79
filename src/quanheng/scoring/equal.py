"""Targets that name one value: = (等于)."""

from quanheng.law.book import Law
from quanheng.scoring.at_least import at_least
from quanheng.scoring.result import Pair, Result
from quanheng.scoring.zero_target import zero_target


def equal(pair: Pair, law: Law) -> Result:
    """A positive target is scored like a lower limit, zero by all or nothing.

    At zero an actual of zero or less has all points; at a negative target only
    the very value has.
    """
    if pair.target > 0:
        return at_least(pair, law)
    reached = pair.actual <= 0 if pair.target == 0 else pair.actual == pair.target
    return zero_target(pair, reached=reached, law=law)
