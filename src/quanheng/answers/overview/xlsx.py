"""The overview of many reports as sheets of a workbook (总览工作表)."""

from typing import Final

from quanheng.answers.looks import SEVERITY_WORDS
from quanheng.answers.overview.overview import UNREAD, Overview, Row
from quanheng.answers.sheets import AMBER, BLUE, GREEN, RED, Head, sheet
from quanheng.audit.after.opinion import Result
from quanheng.audit.rule import Severity
from quanheng.core.bilingual import COLON, Words
from quanheng.writers.sheet import Entry, Sheet, Tinted

VERDICTS: Final = Words("审核结论", "Verdicts")
FREQUENCIES: Final = Words("问题分布", "Findings by rule")
_GREY: Final = ("#3C4650", "#E4E8EC")
SEVERITY_TINTS: Final = {
    Severity.ERROR: RED,
    Severity.WARNING: AMBER,
    Severity.INFO: BLUE,
}
_RESULT_TINTS: Final = {
    Result.PASSED: GREEN,
    Result.NEEDS_CHANGES: AMBER,
    Result.NOT_CREDIBLE: RED,
    Result.UNDECIDED: BLUE,
}

_VERDICTS: Final = (
    Head(Words("单位", "unit"), 20),
    Head(Words("项目", "project"), 28),
    Head(VERDICTS, 34),
    Head(Words("自评总分", "stated total"), 10),
    Head(Words("自评等级", "stated grade"), 10, centred=True),
    Head(Words("可确认得分", "confirmed"), 12),
    Head(Words("无法计算分值", "not computable"), 14),
    *(Head(SEVERITY_WORDS[severity], 8, centred=True) for severity in Severity),
    Head(Words("未读入的内容", "not read"), 24),
    Head(Words("文件", "file"), 30),
)
_FREQUENCIES: Final = (
    Head(Words("代码", "code"), 10, centred=True),
    Head(Words("问题", "finding"), 50),
    Head(Words("处数", "findings"), 10),
    Head(Words("报告份数", "reports"), 10),
)


def verdicts_sheet(overview: Overview, lang: str) -> Sheet:
    """One row per report, the gravest first; an unreadable one with the reason."""
    rows = (_verdict(row, lang) for row in overview.rows)
    return sheet(VERDICTS, _VERDICTS, rows, lang)


def _verdict(row: Row, lang: str) -> tuple[Entry, ...]:
    if row.result is None:
        joint = COLON.text(lang)
        reason = Tinted(f"{UNREAD.text(lang)}{joint}{row.opinion}", *_GREY)
        return (None, None, reason, *(None,) * (5 + len(Severity)), row.file)
    return (
        row.unit or None,
        row.project or None,
        Tinted(row.opinion, *_RESULT_TINTS[row.result]),
        row.stated,
        row.grade,
        row.confirmed,
        row.not_computable,
        *(row.severities.get(severity, 0) for severity in Severity),
        "\n".join(row.unread) or None,
        row.file,
    )


def frequencies_sheet(overview: Overview, lang: str) -> Sheet:
    """The rules with findings, the most frequent first."""
    rows = (
        (rule.code, rule.title, rule.findings, rule.reports)
        for rule in overview.frequencies(lang)
    )
    return sheet(FREQUENCIES, _FREQUENCIES, rows, lang)
