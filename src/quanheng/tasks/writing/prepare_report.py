"""Prepare a report for printing: fill, correct, draft, tidy (成文前的处理)."""

from dataclasses import dataclass, replace

from quanheng.audit.engine import Finding
from quanheng.core.bilingual import Words
from quanheng.core.report import Report
from quanheng.drafting.templates import Templates
from quanheng.evidence.bindings.filled_project import with_computed
from quanheng.forms.composing.backing import Backing
from quanheng.revising.pending_scores import pending_score_notices
from quanheng.tasks.checking.check_file import check_read_report
from quanheng.tasks.checking.other_papers import NO_OTHER_PAPERS, OtherPapers
from quanheng.tasks.evidence.provider import EvidenceProvider
from quanheng.tasks.settings.applied_settings import AppliedSettings
from quanheng.tasks.workplace import Workplace
from quanheng.tasks.writing.corrections import Fixed
from quanheng.tasks.writing.draft_narrative import draft_narrative
from quanheng.tasks.writing.fix_report import fix_report
from quanheng.tasks.writing.list_backing import list_backing
from quanheng.tasks.writing.tidy_figures import Tidied, tidy_figures
from quanheng.tasks.writing.tidy_report import tidy_report


@dataclass(frozen=True, slots=True)
class Preparation:
    """What is to be done to a report before it is printed (成文前的处理).

    Attributes:
        fix: Whether certain faults are corrected.
        templates: The sentences of drafts for empty chapters, None for no draft.
        as_is: Whether heading numbers and the note on the annex stay as they are.
        form: The form that is printed, empty for the report's own.
        figures: Whether figures are put into one format.
    """

    fix: bool = False
    templates: Templates | None = None
    as_is: bool = False
    form: str = ""
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report that can be printed (可输出的报告).

    Attributes:
        report: The report.
        notes: Sentences on what a person has to look at.
        backings: The registers behind the values of each project; empty without
            evidence.
        fixed: Its corrections, None if not asked for.
        tidied: Its figures put into one format, likewise.
    """

    report: Report
    notes: tuple[Words, ...] = ()
    backings: tuple[Backing, ...] = ()
    fixed: Fixed[Report] | None = None
    tidied: Tidied | None = None


def prepare_report(
    report: Report,
    name: str,
    applied: AppliedSettings,
    preparation: Preparation,
    *,
    other_papers: OtherPapers = NO_OTHER_PAPERS,
    evidence: EvidenceProvider | None = None,
) -> Prepared:
    """Prepare a report for printing.

    Args:
        report: The report.
        name: The name of its file, for waivers.
        applied: The settings, waivers and baseline for it.
        preparation: What is to be done.
        other_papers: Last year's report, with which drafts compare it.
        evidence: The source of values for blank cells.
    """

    def check(now: Report) -> tuple[Finding, ...]:
        return check_read_report(now, name, applied).findings

    workplace = applied.workplace
    report = report.in_year(applied.settings.year)
    done = Prepared(report, tuple(pending_score_notices(report)))
    if evidence:
        backings = list_backing(report, evidence, workplace)
        done = replace(
            done, notes=(*done.notes, *evidence.notes(report)), backings=backings
        )
        report = _filled(report, evidence, workplace)
    if preparation.fix:
        fixed = fix_report(report, check)
        done, report = replace(done, fixed=fixed), fixed.data
    if templates := preparation.templates:
        notes = (*done.notes, *other_papers.notes(report, workplace))
        done = replace(done, notes=notes)
        report = draft_narrative(
            report,
            templates,
            workplace,
            form=preparation.form,
            other_papers=other_papers,
        )
    if not preparation.as_is:
        report = tidy_report(report, workplace)
    if preparation.figures:
        tidied = tidy_figures(report, check, workplace)
        done, report = replace(done, tidied=tidied), tidied.report
    return replace(done, report=report)


def _filled(report: Report, source: EvidenceProvider, workplace: Workplace) -> Report:
    """The report with computed values in its blank cells; typed ones stay."""
    projects = tuple(
        with_computed(project, evidence, over_typed=False)
        if (evidence := source.of(project, workplace.law_of(project)))
        else project
        for project in report.projects
    )
    return replace(report, projects=projects)
