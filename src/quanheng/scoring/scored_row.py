"""Which rows take part in the scoring (计分行)."""

from quanheng.core.field import filled, text_of
from quanheng.core.indicator import Indicator
from quanheng.law.book import Law

NOT_APPLICABLE = "words.not_applicable"


def is_scored(indicator: Indicator, law: Law) -> bool:
    """Whether a row takes part in the scoring.

    A row without weight and without score is a sub-row (其中：…) or stands in a form
    that is not scored. A row marked 不适用 is not scored unless it claims a score.
    """
    if filled(indicator.score):
        return not _is_marked(text_of(indicator.score), law)
    if not filled(indicator.weight):
        return False
    cells = (indicator.weight, indicator.target, indicator.actual, indicator.reason)
    return not any(_is_marked(text_of(cell), law) for cell in cells)


def _is_marked(text: str, law: Law) -> bool:
    return text.startswith(law.words(NOT_APPLICABLE))
