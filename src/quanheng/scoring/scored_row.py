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
    score = indicator.score
    if score is not None and score.number is not None:
        return True
    if not filled(indicator.weight) and not filled(score):
        return False
    marks = law.words(NOT_APPLICABLE)
    cells = (indicator.weight, indicator.target, indicator.actual, score)
    notes = (text_of(cell) for cell in (*cells, indicator.reason))
    return not any(note.startswith(marks) for note in notes)
