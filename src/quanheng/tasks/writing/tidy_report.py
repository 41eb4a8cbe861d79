"""Tidy headings and annex notes of a report before printing (整理格式)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from quanheng.audit.engine import Finding
from quanheng.audit.rules.layout.ly201_heading_level_jump import heading_level_jump
from quanheng.audit.rules.layout.ly202_heading_number_punctuation import (
    heading_number_punctuation,
)
from quanheng.audit.rules.layout.ly203_attachment_note_mismatch import (
    attachment_note_mismatch,
)
from quanheng.audit.rules.layout.ly303_field_residue import field_residue
from quanheng.core.field import Field
from quanheng.core.report import Report
from quanheng.tasks.checking.check_report import check_report
from quanheng.tasks.workplace import Workplace
from quanheng.tasks.writing.fix_report import fix_report

_OF_FORM: Final = (
    heading_level_jump,
    heading_number_punctuation,
    attachment_note_mismatch,
    field_residue,
)
"""Rules whose edits change the layout of the report, never its content."""


def tidy_report(report: Report, workplace: Workplace) -> Report:
    """Number headings by the standard, add the note on the annex, remove residue.

    Figures and wording stay. A missing heading number stays missing, as a chapter may
    be missing.
    """

    def check(now: Report) -> Iterator[Finding]:
        for project in check_report(now, workplace, rules=_OF_FORM):
            yield from project.findings

    return fix_report(_announced(report, workplace), check, unsafe=True).data


def _announced(report: Report, workplace: Workplace) -> Report:
    """The report with a note on each annex that has none."""
    checked = check_report(report, workplace, rules=(attachment_note_mismatch,))
    projects = [
        replace(project.project, attachment_note=Field(f"附件：{title}"))
        if (title := _unannounced(project.findings))
        else project.project
        for project in checked
    ]
    return replace(report, projects=tuple(projects))


def _unannounced(findings: tuple[Finding, ...]) -> str:
    """The title of an annex without a note, empty if there is none."""
    hits = (finding.hit for finding in findings)
    return next(
        (str(hit.says["title"]) for hit in hits if hit.variant.startswith("no note")),
        "",
    )
