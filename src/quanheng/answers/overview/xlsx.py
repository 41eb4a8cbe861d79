"""The overview of many reports as sheets of a workbook (总览工作表)."""

from typing import Final

from quanheng.answers.looks import SEVERITY_WORDS
from quanheng.answers.overview.overview import UNREAD, Overview, Row
from quanheng.audit.after.opinion import Result
from quanheng.audit.rule import Severity
from quanheng.core.bilingual import COLON, Words
from quanheng.writers.sheet import Column, Entry, Sheet, Tinted

VERDICTS: Final = Words("审核结论", "Verdicts")
FREQUENCIES: Final = Words("问题分布", "Findings by rule")
_RED: Final = ("#8E1B12", "#FDECEA")
_AMBER: Final = ("#704600", "#FFF4DC")
_BLUE: Final = ("#174A80", "#E8F1FB")
_GREEN: Final = ("#14592B", "#E8F6EC")
_GREY: Final = ("#3C4650", "#E4E8EC")
SEVERITY_TINTS: Final = {
    Severity.ERROR: _RED,
    Severity.WARNING: _AMBER,
    Severity.INFO: _BLUE,
}
_RESULT_TINTS: Final = {
    Result.PASSED: _GREEN,
    Result.NEEDS_CHANGES: _AMBER,
    Result.NOT_CREDIBLE: _RED,
    Result.UNDECIDED: _BLUE,
}


def verdicts_sheet(overview: Overview, lang: str) -> Sheet:
    """A row a report, the gravest first; those that can't be read with the reason."""
    columns = (
        Column(Words("单位", "unit").text(lang), 20),
        Column(Words("项目", "project").text(lang), 28),
        Column(VERDICTS.text(lang), 34),
        Column(Words("自评总分", "stated total").text(lang), 10),
        Column(Words("自评等级", "stated grade").text(lang), 10, centred=True),
        Column(Words("可确认得分", "confirmed").text(lang), 12),
        Column(Words("无法计算分值", "not computable").text(lang), 14),
        *(
            Column(SEVERITY_WORDS[severity].text(lang), 8, centred=True)
            for severity in Severity
        ),
        Column(Words("未读入的内容", "not read").text(lang), 24),
        Column(Words("文件", "file").text(lang), 30),
    )
    rows = [_verdict(row, lang) for row in overview.rows]
    return Sheet(VERDICTS.text(lang), columns, rows)


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
    """The rules that found something, the most frequent first."""
    columns = (
        Column(Words("代码", "code").text(lang), 10, centred=True),
        Column(Words("问题", "finding").text(lang), 50),
        Column(Words("处数", "findings").text(lang), 10),
        Column(Words("报告份数", "reports").text(lang), 10),
    )
    rows = [
        (rule.code, rule.title, rule.findings, rule.reports)
        for rule in overview.frequencies(lang)
    ]
    return Sheet(FREQUENCIES.text(lang), columns, rows)
