"""The files of one call, checked one by one, and the waivers they used (审核)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from quanheng.audit.engine import Finding, Verdict
from quanheng.cli.answers.checked import CheckedFile
from quanheng.cli.surroundings import Lookout, Surroundings
from quanheng.core.errors import QuanhengError
from quanheng.core.report import Report
from quanheng.tasks.check_report import check_report
from quanheng.tasks.companions import NO_COMPANIONS, Companions
from quanheng.tasks.evidence_given import EvidenceGiven
from quanheng.tasks.read_report import read_with_document
from quanheng.tasks.weigh_findings import about_waivers, compared, weighed


@dataclass(frozen=True)
class Checker:
    """Checks the files of one call by what lies around each.

    Attributes:
        lookout: Finds settings, waivers and baselines.
        day: The day of the audit.
        companions: What the reports are compared with.
        keeps_document: Whether an answer shows the document itself.
        evidence: The folder that actual values are computed from.
    """

    lookout: Lookout
    day: date
    companions: Companions = NO_COMPANIONS
    keeps_document: bool = False
    evidence: EvidenceGiven | None = None

    def check(
        self, path: str, data: bytes, name: str, original: bytes = b""
    ) -> CheckedFile:
        """A file with its findings, or with the reason why it can't be read.

        Args:
            path: The file.
            data: Its bytes, or those that it is to have.
            name: Its name.
            original: Its bytes, where they are others: it is no peer of itself.

        Raises:
            QuanhengError: What lies around the file is wrong.
        """
        around = self.lookout.around(path)
        try:
            report, document = read_with_document(data, name)
        except QuanhengError as error:
            return CheckedFile(path, error=error)
        beside = self.companions.beside(original or data)
        shown = document if self.keeps_document else None
        return self._checked(path, report, around, beside).showing(shown)

    def findings(self, path: str, report: Report) -> tuple[Finding, ...]:
        """What is found in a report that was read from a file.

        Raises:
            QuanhengError: What lies around the file is wrong.
        """
        around = self.lookout.around(path)
        return self._checked(path, report, around, self.companions).findings

    def _checked(
        self, path: str, report: Report, around: Surroundings, companions: Companions
    ) -> CheckedFile:
        settings = around.settings
        report = report.in_year(settings.year)
        found = check_report(
            report,
            as_of=self.day,
            region=settings.region,
            scheme=settings.law,
            for_disclosure=settings.for_disclosure,
            rules=around.rules,
            companions=companions,
            evidence=self.evidence,
        )
        own = tuple(
            weighed(
                project,
                path,
                selection=settings.selection,
                waivers=around.waivers,
                day=self.day,
            )
            for project in found
        )
        projects = tuple(
            compared(project, path, around.known, only_new=around.only_new)
            if around.known
            else project
            for project in own
        )
        notes = tuple(companions.notes(report))
        if self.evidence:
            notes += tuple(self.evidence.notes(report))
        file = CheckedFile(
            path,
            projects,
            notes=notes,
            unread=report.unread,
            weighed=own,
            has_waivers=bool(around.waivers),
        )
        return _judged(file, around)

    def waiver_files(
        self, verdicts: Mapping[str, Sequence[Verdict]]
    ) -> Iterator[CheckedFile]:
        """The waiver files that came into use and have entries to look at.

        Args:
            verdicts: What the rules answered, by file.
        """
        arounds = {path: self.lookout.around(path) for path in verdicts}
        files = {a.waiver_file: a for a in arounds.values() if a.waivers}
        for name, around in files.items():
            own = about_waivers(
                around.waivers,
                {
                    path: answered
                    for path, answered in verdicts.items()
                    if arounds[path].waiver_file == name
                },
                rules=around.waiver_rules,
                selection=around.settings.selection,
                day=self.day,
            )
            if own:
                yield _judged(CheckedFile(name, own=own), around)


def _judged(file: CheckedFile, around: Surroundings) -> CheckedFile:
    open_findings = (finding for finding in file.findings if finding.counts)
    fails = any(around.settings.fail_on.reached(f.severity) for f in open_findings)
    return file.failing() if fails else file
