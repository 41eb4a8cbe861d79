"""Why a finding does not count, in words (豁免与基线)."""

from collections.abc import Iterable

from quanheng.audit.engine import Finding


def standing_text(finding: Finding, lang: str) -> str:
    """Who accepted a finding and why, or that it is known; empty for an open one."""
    waiver = finding.waiver
    if lang == "en":
        if waiver:
            return f"waived until {waiver.until} by {waiver.by}: {waiver.reason}"
        return "known from the baseline" if finding.known else ""
    if waiver:
        return f"已由{waiver.by}豁免至{waiver.until}：{waiver.reason}"
    return "基线已有" if finding.known else ""


def closed_text(findings: Iterable[Finding], lang: str) -> str:
    """How many findings do not count; empty where all do."""
    listed = tuple(findings)
    waived = sum(1 for finding in listed if finding.waiver)
    known = sum(1 for finding in listed if finding.known and not finding.waiver)
    words = ("waived", "known") if lang == "en" else ("已豁免", "基线已有")
    counts = zip(words, (waived, known), strict=True)
    parts = [f"{word} {number}" for word, number in counts if number]
    return (", " if lang == "en" else "、").join(parts)
