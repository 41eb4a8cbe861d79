"""A report made ready for printing: corrected, drafted, in order (成文前的处理)."""

from dataclasses import dataclass
from datetime import date

import typer

from quanheng.answers.corrections import difference, fixed_text
from quanheng.answers.figures import figures_difference, figures_text
from quanheng.cli.checking import Checker
from quanheng.cli.options.other_papers import other_papers_of, say_notes
from quanheng.cli.options.render import Preparation
from quanheng.cli.session import read_input
from quanheng.cli.settings_lookup import SettingsLookup
from quanheng.core.report import Report
from quanheng.drafting.marks import drafted
from quanheng.drafting.templates import read_templates, shipped_templates
from quanheng.forms.composing.backing import Backing
from quanheng.revising.to_judge import notices
from quanheng.tasks.checking.choose_law import law_for
from quanheng.tasks.evidence.provider import EvidenceProvider
from quanheng.tasks.reading.read_report import read_report
from quanheng.tasks.writing.draft_narrative import draft_narrative
from quanheng.tasks.writing.fill_blanks import fill_blanks
from quanheng.tasks.writing.fix_report import fix_report
from quanheng.tasks.writing.list_backing import list_backing
from quanheng.tasks.writing.tidy_figures import tidy_figures
from quanheng.tasks.writing.tidy_report import tidy_report


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report that can be printed (可输出的报告).

    Attributes:
        report: The report.
        backings: What stands behind the values of each of its projects; empty where
            no evidence was given.
    """

    report: Report
    backings: tuple[Backing, ...] = ()


@dataclass(frozen=True, slots=True)
class Preparing:
    """Makes the reports of one call ready (成文前的处理).

    Attributes:
        wishes: What is to be done.
        lookup: Finds the settings that hold for a file.
        evidence: What fills cells that are blank, None without any.
        day: The day of the audit.
        output: Where the printed report goes, for messages.
        lang: The language of drafts and messages.
    """

    wishes: Preparation
    lookup: SettingsLookup
    evidence: EvidenceProvider | None
    day: date
    output: str
    lang: str

    def report(self, path: str) -> Prepared:
        """The report of a file, made ready.

        Raises:
            QuanhengError: It can't be read, or its settings are wrong.
        """
        report = read_report(*read_input(path))
        settings = self.lookup.settings(path)
        report = report.in_year(settings.year)
        say_notes(notices(report), self.lang)
        backings: tuple[Backing, ...] = ()
        if self.evidence:
            say_notes(self.evidence.notes(report), self.lang)
            choice = settings.region, settings.law
            backings = list_backing(report, self.evidence, *choice)
            report = fill_blanks(report, self.evidence, *choice)
        if self.wishes.fix:
            report = self._fixed(path, report)
        if self.wishes.draft:
            report = self._drafted(path, report)
        if not self.wishes.as_is:
            report = tidy_report(report, self.day)
        if self.wishes.figures:
            report = self._with_figures(path, report)
        return Prepared(report, backings)

    def _fixed(self, path: str, report: Report) -> Report:
        checker = Checker(self.lookup, self.day)
        fixed = fix_report(report, lambda now: checker.findings(path, now))
        if listed := difference(path, self.output, fixed, self.lang):
            typer.echo(listed, err=True)
        typer.echo(f"{path}: {fixed_text(fixed, self.lang)}", err=True)
        return fixed.data

    def _with_figures(self, path: str, report: Report) -> Report:
        settings = self.lookup.settings(path)
        checker = Checker(self.lookup, self.day)
        tidied = tidy_figures(
            report,
            lambda now: checker.findings(path, now),
            lambda project: law_for(project, settings.region, settings.law),
        )
        if listed := figures_difference(path, self.output, tidied, self.lang):
            typer.echo(listed, err=True)
        typer.echo(f"{path}: {figures_text(tidied, self.lang)}", err=True)
        return tidied.report

    def _drafted(self, path: str, report: Report) -> Report:
        settings = self.lookup.settings(path)
        other_papers = other_papers_of(
            "", self.wishes.previous, "", settings.region, self.lang
        )
        say_notes(other_papers.notes(report), self.lang)
        folder = self.wishes.templates
        result = draft_narrative(
            report,
            read_templates(folder, self.lang)
            if folder
            else shipped_templates(self.lang),
            form=self.wishes.form,
            other_papers=other_papers,
            region=settings.region,
            scheme=settings.law,
        )
        drafts, blanks = drafted(result.projects, self.lang)
        said = f"起草了{drafts}段，其中{blanks}处请填写"
        if self.lang == "en":
            said = f"drafted {drafts} paragraphs with {blanks} places to fill in"
        typer.echo(f"{path}: {said}", err=True)
        return result
