"""Prepare reports for printing and print what was done (成文前的处理)."""

from dataclasses import dataclass

import typer

from quanheng.answers.corrections import difference, fixed_text
from quanheng.answers.figures import figures_difference, figures_text
from quanheng.cli.session import read_input
from quanheng.cli.settings_lookup import SettingsLookup
from quanheng.cli.writing.messages import say, say_all
from quanheng.core.bilingual import Words
from quanheng.drafting.wording import drafted
from quanheng.forms.hints.hints import NO_HINTS, Hints
from quanheng.tasks.checking.other_papers import OtherPapers
from quanheng.tasks.evidence.provider import EvidenceProvider
from quanheng.tasks.reading.read_report import read_report
from quanheng.tasks.writing.prepare_report import Preparation, Prepared, prepare_report


@dataclass(frozen=True, slots=True)
class Preparing:
    """Prepares the reports of one call and prints what was done (成文前的处理).

    Attributes:
        preparation: What is to be done.
        lookup: Finds the settings that apply to a file.
        other_papers: The papers that drafts compare a report with.
        evidence: The evidence that fills blank cells, None without any.
        output: The file to be written, for messages.
        lang: The language of drafts and messages.
        hints: What the labels of the reports' publisher mean.
    """

    preparation: Preparation
    lookup: SettingsLookup
    other_papers: OtherPapers
    evidence: EvidenceProvider | None
    output: str
    lang: str
    hints: Hints = NO_HINTS

    def report(self, path: str) -> Prepared:
        """The report of a file, prepared.

        Raises:
            QuanhengError: It can't be read, or its settings are wrong.
        """
        report = read_report(*read_input(path), self.hints)
        checks = self.preparation.fix or self.preparation.figures
        find = self.lookup.applied if checks else self.lookup.without_waivers
        done = prepare_report(
            report,
            path,
            find(path),
            self.preparation,
            other_papers=self.other_papers,
            evidence=self.evidence,
        )
        self._say(path, done)
        return done

    def _say(self, path: str, done: Prepared) -> None:
        say_all(done.notes, self.lang)
        if fixed := done.fixed:
            self._say_changes(
                path,
                difference(path, self.output, fixed, self.lang),
                fixed_text(fixed, self.lang),
            )
        if self.preparation.templates:
            drafts, blanks = drafted(done.report.projects, self.lang)
            said = Words(
                f"起草了{drafts}段，其中{blanks}处请填写",
                f"drafted {drafts} paragraphs with {blanks} places to fill in",
            )
            say(said, self.lang, path)
        if tidied := done.tidied:
            self._say_changes(
                path,
                figures_difference(path, self.output, tidied, self.lang),
                figures_text(tidied, self.lang),
            )

    def _say_changes(self, path: str, listed: str, summed: str) -> None:
        if listed:
            typer.echo(listed, err=True)
        typer.echo(f"{path}: {summed}", err=True)
