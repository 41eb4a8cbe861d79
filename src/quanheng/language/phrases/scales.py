"""Graded scales that a target in words may carry (分档标准)."""

import re
from functools import lru_cache
from typing import Final, TypeAlias

Scales: TypeAlias = tuple[tuple[str, ...], ...]
"""Scales as lists of their grades: 优 良 中 差."""

FEWEST_GRADES: Final = 2
"""A standard distinguishes at least two grades."""


def has_graded_bands(scales: Scales, *texts: str) -> bool:
    """Whether one of the texts explains each grade, or is a scale itself (分档).

    ``达成：12个以上；部分达成：6至11个`` explains grades; ``优良中差`` is a scale.
    """
    explained, alone = _patterns(scales)
    return any(
        len({match[1] for match in explained.finditer(text)}) >= FEWEST_GRADES
        or alone.fullmatch(text) is not None
        for text in texts
    )


@lru_cache(maxsize=8)
def _patterns(scales: Scales) -> tuple[re.Pattern[str], re.Pattern[str]]:
    grades = sorted({grade for scale in scales for grade in scale}, key=len)[::-1]
    one_of = "|".join(map(re.escape, grades))
    explained = rf"({one_of})(?:等次|档|级)?[”\"]?\s*(?:[：:＝=≥≤>＞<＜（(]|为(?!了))"
    alone = "|".join(
        r"[、，,/；;或\s]*".join(map(re.escape, scale)) for scale in scales
    )
    return re.compile(explained), re.compile(alone)
