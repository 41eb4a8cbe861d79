"""Why a finding does not count, in words (豁免与基线)."""

from collections.abc import Iterable
from typing import Final

from quanheng.audit.engine import Finding
from quanheng.core.bilingual import SERIES, Words, day_in_words

_WAIVED: Final = Words("已豁免{}处", "{} waived")
_KNOWN: Final = Words("基线已登记{}处", "{} known")


def waived_or_known_text(finding: Finding, lang: str) -> str:
    """Who waived a finding and why, or that the baseline has it; empty if open."""
    if waiver := finding.waiver:
        until = day_in_words(waiver.until)
        return Words(
            f"经{waiver.by}确认豁免，有效期至{until.zh}：{waiver.reason}",
            f"waived until {until.en} by {waiver.by}: {waiver.reason}",
        ).text(lang)
    known = Words("属基线已登记的问题", "known from the baseline")
    return known.text(lang) if finding.known else ""


def uncounted_text(findings: Iterable[Finding], lang: str) -> str:
    """How many findings do not count; empty if all do."""
    listed = tuple(findings)
    waived = sum(1 for finding in listed if finding.waiver)
    known = sum(1 for finding in listed if finding.known and not finding.waiver)
    counts = ((waived, _WAIVED), (known, _KNOWN))
    parts = [words.text(lang).format(number) for number, words in counts if number]
    return SERIES.text(lang).join(parts)
