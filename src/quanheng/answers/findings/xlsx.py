"""Findings as a workbook with columns for the unit's answers (复核意见表)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from quanheng.answers.findings.edits import advice, should_be_briefly
from quanheng.answers.findings.json import project_name
from quanheng.answers.findings.not_judged import NOT_JUDGED, not_judged
from quanheng.answers.findings.text import places
from quanheng.answers.findings.waived_or_known import waived_or_known_text
from quanheng.answers.looks import SEVERITY_WORDS
from quanheng.answers.manner import Manner, Part
from quanheng.answers.overview.overview import Overview, Row, rows_of
from quanheng.answers.overview.xlsx import (
    SEVERITY_TINTS,
    frequencies_sheet,
    verdicts_sheet,
)
from quanheng.answers.rules.citations import basis_text
from quanheng.answers.sheets import Head, sheet
from quanheng.audit.engine import Finding
from quanheng.core.bilingual import Words
from quanheng.tasks.checking.check_report import CheckedProject
from quanheng.tasks.checking.checked_file import CheckedFile
from quanheng.writers.sheet import Entry, Tinted, write_sheets

TITLE: Final = Words("复核意见表", "Review findings")
SCORES: Final = Words("得分复算", "Scores recomputed")
_DONE: Final = (
    Words("已整改", "corrected"),
    Words("正在整改", "being corrected"),
    Words("不予整改", "stands as it is"),
)
_FINDINGS: Final = (
    Head(Words("序号", "no."), 6, centred=True),
    Head(Words("文件", "file"), 20),
    Head(Words("项目", "project"), 20),
    Head(Words("位置", "place"), 20),
    Head(Words("级别", "severity"), 7, centred=True),
    Head(Words("代码", "code"), 8, centred=True),
    Head(Words("问题", "finding"), 48),
    Head(Words("依据", "basis"), 30),
    Head(Words("应为", "should be"), 28),
    Head(Words("建议", "advice"), 16),
    Head(Words("单位答复", "unit's answer"), 18, to_fill=True),
    Head(Words("整改情况", "state"), 10, to_fill=True, choices=_DONE),
    Head(Words("备注", "remarks"), 11, to_fill=True),
)
_SCORES: Final = (
    Head(Words("文件", "file"), 18),
    Head(Words("项目", "project"), 20),
    Head(Words("指标", "indicator"), 26),
    Head(Words("权重", "weight"), 9),
    Head(Words("自评得分", "stated"), 10),
    Head(Words("复算得分", "recomputed"), 11),
    Head(Words("差额", "difference"), 10),
    Head(Words("理由", "why"), 70),
)
_NOT_JUDGED: Final = (
    Head(Words("文件", "file"), 24),
    Head(Words("项目", "project"), 24),
    Head(Words("代码", "code"), 8, centred=True),
    Head(Words("规则", "rule"), 28),
    Head(Words("原因", "why"), 60),
)

Entries: TypeAlias = tuple[Entry, ...]
"""The cells of a row."""


@dataclass(frozen=True, slots=True)
class FileAnswer:
    """The answer for one file (一份文件的答复)."""

    rows: tuple[Row, ...]
    findings: tuple[Entries, ...]
    scores: tuple[Entries, ...]
    not_judged: tuple[Entries, ...]


def answer_file(file: CheckedFile, place: int, manner: Manner) -> FileAnswer:
    """The rows of one file in each list."""
    lang, projects = manner.lang, file.projects
    return FileAnswer(
        tuple(rows_of(file, place, lang)),
        tuple(_finding(file, *entry, manner) for entry in file.entries()),
        tuple(row for one in projects for row in _score_rows(file, one, lang)),
        tuple(row for one in projects for row in _not_judged_rows(file, one, lang)),
    )


def join_answers(answers: Iterable[FileAnswer], manner: Manner) -> Iterator[Part]:
    """The answer of ``check --format xlsx``: the overview first."""
    lang, files = manner.lang, list(answers)
    overview = Overview(row for file in files for row in file.rows)
    found = [row for file in files for row in file.findings]
    numbered = [(number, *row) for number, row in enumerate(found, 1)]
    scores = [row for file in files for row in file.scores]
    unjudged = [row for file in files for row in file.not_judged]
    sheets = (
        verdicts_sheet(overview, lang),
        *([frequencies_sheet(overview, lang)] if manner.several else []),
        sheet(TITLE, _FINDINGS, numbered, lang),
        sheet(SCORES, _SCORES, scores, lang),
        *([sheet(NOT_JUDGED, _NOT_JUDGED, unjudged, lang)] if unjudged else []),
    )
    yield Part(write_sheets(sheets, TITLE.text(lang)))


def _finding(
    file: CheckedFile, project: CheckedProject | None, finding: Finding, manner: Manner
) -> tuple[Entry, ...]:
    lang = manner.lang
    edits, blank = finding.hit.edits, None
    return (
        file.path,
        project_name(project.project) if project else None,
        places(finding, lang),
        Tinted(
            SEVERITY_WORDS[finding.severity].text(lang),
            *SEVERITY_TINTS[finding.severity],
        ),
        finding.rule.code,
        finding.message(lang),
        basis_text(finding.rule.basis, manner.book, lang),
        should_be_briefly(edits, lang) if edits else None,
        advice(finding.severity, edits, lang),
        blank,
        blank,
        waived_or_known_text(finding, lang) or blank,
    )


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


def _not_judged_rows(
    file: CheckedFile, project: CheckedProject, lang: str
) -> Iterator[Entries]:
    for verdict, reason in not_judged(project):
        yield (
            file.path,
            project_name(project.project),
            verdict.rule.code,
            verdict.rule.title.text(lang),
            reason.text(lang),
        )
