"""Timeliness targets that name no time (时间目标)."""

import re
from typing import Final

from quanheng.core.expression import Wording
from quanheng.core.field import text_of
from quanheng.language.phrases.scales import has_graded_bands
from quanheng.language.words import any_of
from quanheng.law.book import Law
from quanheng.scoring.reading import RowReading

VAGUE_TIME: Final = "words.vague_time"
SCALES: Final = "words.graded_scales"
_NAMED_TIME: Final = re.compile(r"\d{4}\s*年|\d{1,2}\s*月")
_FIGURE: Final = re.compile(r"\d")


def names_time(reading: RowReading, law: Law) -> bool:
    """Whether the name gives a year or month, or bands define "in time"."""
    row = reading.indicator
    if _NAMED_TIME.search(row.name.raw):
        return True
    scales = law.word_lists(SCALES)
    return has_graded_bands(scales, text_of(row.target), text_of(row.reason))


def is_vague_time(reading: RowReading, law: Law) -> bool:
    """Whether a target is a vague time (及时, 一年, 长期)."""
    vague = law.words(VAGUE_TIME)
    text = "".join(text_of(reading.indicator.target).split()).rstrip("。")
    if text in vague:
        return True
    is_wording = isinstance(reading.target, Wording) and not _FIGURE.search(text)
    return is_wording and any_of(vague, text)
