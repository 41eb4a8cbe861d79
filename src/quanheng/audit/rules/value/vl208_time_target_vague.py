"""VL208 time-target-vague (时间目标模糊)."""

import re
from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, NotApplicable, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.expression import Wording
from quanheng.core.field import text_of
from quanheng.core.indicator import LevelTwo
from quanheng.language.scales import has_graded_bands
from quanheng.language.words import any_of
from quanheng.scoring.reading import RowReading

VAGUE_TIME = "words.vague_time"
SCALES = "words.graded_scales"
_NAMED_TIME: Final = re.compile(r"\d{4}\s*年|\d{1,2}\s*月")
_FIGURE: Final = re.compile(r"\d")


@rule(
    code="VL208",
    name="time-target-vague",
    title=Words("时间目标模糊", "Vague time target"),
    message=Words(
        "“{name}”的时效目标“{target}”没有起止时间、期限或及时率",
        "the target “{target}” of “{name}” names no start, end or on-time rate",
    ),
    severity=Severity.WARNING,
    basis=(("财预〔2021〕101号", ""),),
    law=(VAGUE_TIME, SCALES),
)
def time_target_vague(dossier: Dossier) -> Iterator[Answer]:
    """The target of a timeliness indicator is no time that can be missed (时效目标).

    Why it matters:
        Whoever promises "in time" is never late.

    What it leaves alone:
        Bands that say what in time means; limits of processing (5个工作日内); dates
        and rates; a row whose name carries the year or the month.
    """
    rows = [
        reading
        for reading in dossier.readings
        if reading.indicator.level_two is LevelTwo.TIMELINESS
    ]
    if not rows:
        yield NotApplicable(Words("没有时效指标", "there are no timeliness indicators"))
        return
    vague = dossier.law.words(VAGUE_TIME)
    scales = dossier.law.word_lists(SCALES)
    for reading in rows:
        row = reading.indicator
        if row.target is None or not _is_vague(reading, vague):
            continue
        if _NAMED_TIME.search(row.name.raw):
            continue
        if not has_graded_bands(scales, row.target.raw, text_of(row.reason)):
            yield Hit(
                at=row.target.at,
                quote=row.target.raw,
                says={"name": row.title, "target": row.target.raw},
            )


def _is_vague(reading: RowReading, vague: tuple[str, ...]) -> bool:
    text = "".join(text_of(reading.indicator.target).split()).rstrip("。")
    if text in vague:
        return True
    is_wording = isinstance(reading.target, Wording) and not _FIGURE.search(text)
    return is_wording and any_of(vague, text)
