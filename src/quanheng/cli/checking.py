"""The files of one call, checked one by one, and the waivers they used (审核)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from quanheng.audit.engine import Finding, Verdict
from quanheng.audit.peers.peers import Peer
from quanheng.cli.reading import ReadFile, SameReports
from quanheng.cli.settings_lookup import AppliedSettings, SettingsLookup
from quanheng.core.report import Report
from quanheng.tasks.checking.check_report import check_report
from quanheng.tasks.checking.checked_file import CheckedFile
from quanheng.tasks.checking.mark_findings import (
    against_baseline,
    waiver_findings,
    with_waivers_applied,
)
from quanheng.tasks.checking.other_papers import NO_OTHER_PAPERS, OtherPapers, peers_in
from quanheng.tasks.evidence.provider import EvidenceProvider


@dataclass(frozen=True)
class Checker:
    """Checks the files of one call by the settings that hold for each.

    Attributes:
        lookup: Finds settings, waivers and baselines.
        day: The day of the audit.
        other_papers: What the reports are compared with.
        evidence: The folder that actual values are computed from.
        same: The files of the call that say the same.
    """

    lookup: SettingsLookup
    day: date
    other_papers: OtherPapers = NO_OTHER_PAPERS
    evidence: EvidenceProvider | None = None
    same: SameReports = field(default_factory=SameReports)

    def check(self, file: ReadFile) -> CheckedFile:
        """A file that was read, with its findings or why it can't be read.

        Raises:
            QuanhengError: The settings that hold for the file are wrong.
        """
        applied = self.lookup.applied(file.path)
        if file.report is None:
            return CheckedFile(file.path, error=file.error)
        beside = self.other_papers.for_file(file.words, self.same.copies(file))
        checked = self._checked(file.path, file.report, applied, beside)
        return checked.told_also(self.same.notes(file)).showing(file.document)

    def comparing(
        self, files: Iterable[ReadFile]
    ) -> tuple["Checker", tuple[ReadFile, ...]]:
        """The same, the files of the call being peers of one another, and the files.

        What one has to say to the others is made ready as it comes, while other
        processes read the next ones.

        Raises:
            QuanhengError: The settings that hold for a file are wrong.
        """
        read: list[ReadFile] = []
        peers: list[tuple[Peer, ...]] = []
        for file in files:
            read.append(file)
            if file.report is not None:
                peers.append(self._as_peers(file, file.report))
        other_papers = self.other_papers.with_peers(own for own in peers if own)
        same = SameReports(read)
        return replace(self, other_papers=other_papers, same=same), tuple(read)

    def _as_peers(self, file: ReadFile, report: Report) -> tuple[Peer, ...]:
        settings = self.lookup.applied(file.path).settings
        report = report.in_year(settings.year)
        choice = settings.region, settings.law
        return peers_in(report, file.path, file.words, *choice)

    def findings(self, path: str, report: Report) -> tuple[Finding, ...]:
        """What is found in a report that was read from a file.

        Raises:
            QuanhengError: The settings that hold for the file are wrong.
        """
        applied = self.lookup.applied(path)
        return self._checked(path, report, applied, self.other_papers).findings

    def _checked(
        self,
        path: str,
        report: Report,
        applied: AppliedSettings,
        other_papers: OtherPapers,
    ) -> CheckedFile:
        settings = applied.settings
        report = report.in_year(settings.year)
        found = check_report(
            report,
            as_of=self.day,
            region=settings.region,
            scheme=settings.law,
            for_disclosure=settings.for_disclosure,
            rules=applied.rules,
            other_papers=other_papers,
            evidence=self.evidence,
        )
        own = tuple(
            with_waivers_applied(
                project,
                path,
                selection=settings.selection,
                waivers=applied.waivers,
                day=self.day,
            )
            for project in found
        )
        projects = tuple(
            against_baseline(project, path, applied.known, only_new=applied.only_new)
            if applied.known
            else project
            for project in own
        )
        notes = tuple(other_papers.notes(report))
        if self.evidence:
            notes += tuple(self.evidence.notes(report))
        file = CheckedFile(
            path,
            projects,
            notes=notes,
            unread=report.unread,
            before_baseline=own,
            has_waivers=bool(applied.waivers),
        )
        return _judged(file, applied)

    def waiver_files(
        self, verdicts: Mapping[str, Sequence[Verdict]]
    ) -> Iterator[CheckedFile]:
        """The waiver files that came into use and have entries to look at.

        Args:
            verdicts: What the rules answered, by file.
        """
        by_file = {path: self.lookup.applied(path) for path in verdicts}
        files = {a.waiver_file: a for a in by_file.values() if a.waivers}
        for name, applied in files.items():
            own = waiver_findings(
                applied.waivers,
                {
                    path: answered
                    for path, answered in verdicts.items()
                    if by_file[path].waiver_file == name
                },
                rules=applied.waiver_rules,
                selection=applied.settings.selection,
                day=self.day,
            )
            if own:
                yield _judged(CheckedFile(name, own=own), applied)


def _judged(file: CheckedFile, applied: AppliedSettings) -> CheckedFile:
    open_findings = (finding for finding in file.findings if finding.counts)
    fails = any(applied.settings.fail_on.reached(f.severity) for f in open_findings)
    return file.failing() if fails else file
