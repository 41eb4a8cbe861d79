"""The form of a report put in order before it is printed (整理格式)."""

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
"""What these rules would change is how the report is set, never what it says."""


def tidy_report(report: Report, workplace: Workplace) -> Report:
    """Number headings by the standard, announce the annex, take residue out.

    Figures and wording stay. A number that is missing between two headings stays
    missing too: a chapter may be gone, which no order of numbers brings back.

    Args:
        report: The report.
        workplace: Law book, day, region and scheme.
    """

    def check(now: Report) -> Iterator[Finding]:
        for project in check_report(now, workplace, rules=_OF_FORM):
            yield from project.findings

    return fix_report(_announced(report, workplace), check, unsafe=True).data


def _announced(report: Report, workplace: Workplace) -> Report:
    """The report, each annex named below the text where no note names it."""
    checked = check_report(report, workplace, rules=(attachment_note_mismatch,))
    projects = [
        replace(project.project, attachment_note=Field(f"附件：{title}"))
        if (title := _unannounced(project.findings))
        else project.project
        for project in checked
    ]
    return replace(report, projects=tuple(projects))


def _unannounced(findings: tuple[Finding, ...]) -> str:
    """The title of an annex of which the text says nothing, empty for none."""
    hits = (finding.hit for finding in findings)
    return next(
        (str(hit.says["title"]) for hit in hits if hit.variant.startswith("no note")),
        "",
    )
