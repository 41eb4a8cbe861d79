"""Findings as a workbook that the unit answers in (复核意见表)."""

from collections.abc import Iterator, Sequence
from typing import Final

from quanheng.audit.engine import Finding
from quanheng.audit.opinion import Result
from quanheng.audit.rule import Severity
from quanheng.cli.answers.checked import CheckedFile
from quanheng.cli.answers.citations import basis_text
from quanheng.cli.answers.edits import advice, should_be
from quanheng.cli.answers.findings_json import project_name
from quanheng.cli.answers.findings_text import SEVERITY_WORDS, places
from quanheng.cli.answers.not_judged import NOT_JUDGED, not_judged
from quanheng.cli.answers.standing import standing_text
from quanheng.core.bilingual import Words
from quanheng.law.load import load_book
from quanheng.tasks.check_report import CheckedProject
from quanheng.writers.sheet import Column, Entry, Sheet, Tinted, write_sheets

TITLE: Final = Words("复核意见表", "Review findings")
SCORES: Final = Words("得分复算", "Scores recomputed")
VERDICTS: Final = Words("审核结论", "Verdicts")
_DONE: Final = (
    Words("已整改", "corrected"),
    Words("正在整改", "being corrected"),
    Words("不予整改", "stands as it is"),
)
_RED: Final = ("#8E1B12", "#FDECEA")
_AMBER: Final = ("#704600", "#FFF4DC")
_BLUE: Final = ("#174A80", "#E8F1FB")
_GREEN: Final = ("#14592B", "#E8F6EC")
_SEVERITY_COLOURS: Final = {
    Severity.ERROR: _RED,
    Severity.WARNING: _AMBER,
    Severity.INFO: _BLUE,
}
_RESULT_COLOURS: Final = {
    Result.PASSED: _GREEN,
    Result.NEEDS_CHANGES: _AMBER,
    Result.NOT_CREDIBLE: _RED,
    Result.UNDECIDED: _BLUE,
}


def findings_xlsx(checked: Sequence[CheckedFile], lang: str) -> bytes:
    """The answer of ``check --format xlsx``."""
    sheets = (
        _findings(checked, lang),
        _scores(checked, lang),
        _verdicts(checked, lang),
        *_not_judged(checked, lang),
    )
    return write_sheets(sheets, TITLE.text(lang))


def _findings(checked: Sequence[CheckedFile], lang: str) -> Sheet:
    columns = (
        _column("序号", "no.", 6, lang, centred=True),
        _column("文件", "file", 13, lang),
        _column("项目", "project", 13, lang),
        _column("位置", "place", 13, lang),
        _column("级别", "severity", 7, lang, centred=True),
        _column("代码", "code", 8, lang, centred=True),
        _column("问题", "finding", 36, lang),
        _column("依据", "basis", 20, lang),
        _column("应为", "should be", 16, lang),
        _column("建议", "advice", 13, lang),
        _column("单位答复", "unit's answer", 18, lang, to_fill=True),
        Column(
            Words("整改情况", "state").text(lang),
            10,
            to_fill=True,
            choices=tuple(words.text(lang) for words in _DONE),
        ),
        _column("备注", "remarks", 11, lang, to_fill=True),
    )
    found = (
        (file, project, finding)
        for file in checked
        for project, finding in file.entries()
    )
    rows = [(number, *_finding(*entry, lang)) for number, entry in enumerate(found, 1)]
    return Sheet(TITLE.text(lang), columns, rows)


def _finding(
    file: CheckedFile, project: CheckedProject | None, finding: Finding, lang: str
) -> tuple[Entry, ...]:
    edits, blank = finding.hit.edits, None
    return (
        file.path,
        project_name(project.project) if project else None,
        places(finding, lang),
        Tinted(
            SEVERITY_WORDS[finding.severity].text(lang),
            *_SEVERITY_COLOURS[finding.severity],
        ),
        finding.rule.code,
        finding.message(lang),
        basis_text(finding.rule.basis, load_book(), lang),
        should_be(edits, lang) if edits else None,
        advice(finding.severity, edits, lang),
        blank,
        blank,
        standing_text(finding, lang) or blank,
    )


def _scores(checked: Sequence[CheckedFile], lang: str) -> Sheet:
    columns = (
        _column("文件", "file", 18, lang),
        _column("项目", "project", 20, lang),
        _column("指标", "indicator", 26, lang),
        _column("权重", "weight", 9, lang),
        _column("自评得分", "stated", 10, lang),
        _column("复算得分", "recomputed", 11, lang),
        _column("差额", "difference", 10, lang),
        _column("理由", "why", 70, lang),
    )
    rows = [
        row
        for file, project in _projects(checked)
        for row in _score_rows(file, project, lang)
    ]
    return Sheet(SCORES.text(lang), columns, rows)


def _score_rows(
    file: CheckedFile, project: CheckedProject, lang: str
) -> Iterator[tuple[Entry, ...]]:
    name = project_name(project.project)
    for row in project.scorecard.rows:
        stated, recomputed = row.stated, row.recomputed
        yield (
            file.path,
            name,
            row.name,
            row.weight,
            stated,
            recomputed,
            None if stated is None or recomputed is None else stated - recomputed,
            "\n".join(step.text(lang) for step in row.steps),
        )


def _verdicts(checked: Sequence[CheckedFile], lang: str) -> Sheet:
    columns = (
        _column("文件", "file", 30, lang),
        _column("项目", "project", 30, lang),
        _column("审核结论", "verdict", 40, lang),
        _column("自评总分", "stated total", 11, lang),
        _column("自评等级", "stated grade", 11, lang, centred=True),
        _column("可确认得分", "confirmed", 12, lang),
        _column("无法计算分值", "not computable", 14, lang),
        *(
            Column(SEVERITY_WORDS[severity].text(lang), 8, centred=True)
            for severity in Severity
        ),
    )
    rows = [_verdict(file, project, lang) for file, project in _projects(checked)]
    rows += [(file.path, None, file.error.text(lang)) for file in checked if file.error]
    return Sheet(VERDICTS.text(lang), columns, rows)


def _verdict(
    file: CheckedFile, project: CheckedProject, lang: str
) -> tuple[Entry, ...]:
    card, opinion = project.scorecard, project.opinion
    return (
        file.path,
        project_name(project.project),
        Tinted(opinion.text(lang), *_RESULT_COLOURS[opinion.result]),
        card.stated_total,
        card.stated_grade,
        card.confirmed,
        card.not_computable,
        *(
            sum(finding.severity is severity for finding in project.findings)
            for severity in Severity
        ),
    )


def _not_judged(checked: Sequence[CheckedFile], lang: str) -> Iterator[Sheet]:
    """What no rule could judge; no sheet where there is nothing of the kind."""
    columns = (
        _column("文件", "file", 24, lang),
        _column("项目", "project", 24, lang),
        _column("代码", "code", 8, lang, centred=True),
        _column("规则", "rule", 28, lang),
        _column("原因", "why", 60, lang),
    )
    rows = [
        (
            file.path,
            project_name(project.project),
            verdict.rule.code,
            verdict.rule.title.text(lang),
            reason.text(lang),
        )
        for file, project in _projects(checked)
        for verdict, reason in not_judged(project)
    ]
    if rows:
        yield Sheet(NOT_JUDGED.text(lang), columns, rows)


def _projects(
    checked: Sequence[CheckedFile],
) -> Iterator[tuple[CheckedFile, CheckedProject]]:
    for file in checked:
        for project in file.projects:
            yield file, project


def _column(
    zh: str,
    en: str,
    width: int,
    lang: str,
    *,
    centred: bool = False,
    to_fill: bool = False,
) -> Column:
    return Column(Words(zh, en).text(lang), width, centred, to_fill)
