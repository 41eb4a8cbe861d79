"""File and settings → findings, marked by waivers and baseline (审核文件)."""

from collections.abc import Mapping, Sequence

from quanheng.audit.engine import Verdict
from quanheng.core.report import Report
from quanheng.record.uncertain import not_taken
from quanheng.tasks.checking.check_report import check_report
from quanheng.tasks.checking.checked_file import CheckedFile
from quanheng.tasks.checking.mark_findings import (
    against_baseline,
    waiver_findings,
    with_waivers_applied,
)
from quanheng.tasks.checking.other_papers import NO_OTHER_PAPERS, OtherPapers
from quanheng.tasks.evidence.provider import EvidenceProvider
from quanheng.tasks.reading.read_report import read_with_document
from quanheng.tasks.settings.applied_settings import AppliedSettings


def check_file(
    data: bytes,
    name: str,
    applied: AppliedSettings,
    *,
    other_papers: OtherPapers = NO_OTHER_PAPERS,
    evidence: EvidenceProvider | None = None,
) -> CheckedFile:
    """Read a file and check what it says.

    Args:
        data: The file's bytes.
        name: Its name, for messages and waivers.
        applied: The settings, waivers and baseline for it.
        other_papers: The papers that it is compared with.
        evidence: The source of evidence for its projects.

    Raises:
        UnreadableFileError: The file can't be read.
        UnknownFormError: It holds no self-evaluation.
    """
    report, document = read_with_document(data, name)
    checked = check_read_report(
        report, name, applied, other_papers=other_papers, evidence=evidence
    )
    return checked.with_document(document)


def check_read_report(
    report: Report,
    name: str,
    applied: AppliedSettings,
    *,
    other_papers: OtherPapers = NO_OTHER_PAPERS,
    evidence: EvidenceProvider | None = None,
) -> CheckedFile:
    """Check the report that was read from a file; see :func:`check_file`."""
    settings, workplace = applied.settings, applied.workplace
    report = report.in_year(settings.year)
    found = check_report(
        report,
        workplace,
        for_disclosure=settings.for_disclosure,
        rules=applied.rules,
        other_papers=other_papers,
        evidence=evidence,
    )
    marked = tuple(
        with_waivers_applied(
            project, name, settings.selection, applied.waivers, workplace.day
        )
        for project in found
    )
    projects = marked
    if applied.known:
        projects = tuple(
            against_baseline(project, name, applied.known, only_new=applied.only_new)
            for project in marked
        )
    notes = [*other_papers.notes(report, workplace)]
    if evidence:
        notes += evidence.notes(report)
    return CheckedFile(
        name,
        projects,
        notes=tuple(notes),
        unread=not_taken(report),
        before_baseline=marked,
        has_waivers=bool(applied.waivers),
    ).judged(settings.fail_on)


def check_waiver_file(
    applied: AppliedSettings, verdicts: Mapping[str, Sequence[Verdict]]
) -> CheckedFile:
    """The waiver file itself, with findings on expired and unused entries.

    ``applied`` are the settings of the files it is used for; ``verdicts`` are by file,
    with waived findings marked.
    """
    own = waiver_findings(
        applied.waivers,
        verdicts,
        rules=applied.waiver_rules,
        selection=applied.settings.selection,
        day=applied.workplace.day,
    )
    file = CheckedFile(applied.waiver_file, own=own)
    return file.judged(applied.settings.fail_on)
