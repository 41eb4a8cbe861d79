"""The files of one call, checked one by one, and the waivers they used (审核)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from quanheng.audit.engine import Finding, Verdict
from quanheng.audit.peers import Peer
from quanheng.cli.reading import ReadFile, SameReports
from quanheng.cli.settings_lookup import Lookout, Surroundings
from quanheng.core.report import Report
from quanheng.tasks.checking.check_report import check_report
from quanheng.tasks.checking.checked_file import CheckedFile
from quanheng.tasks.checking.other_papers import NO_COMPANIONS, Companions, peers_in
from quanheng.tasks.checking.shown_findings import about_waivers, compared, weighed
from quanheng.tasks.evidence.evidence_given import EvidenceGiven


@dataclass(frozen=True)
class Checker:
    """Checks the files of one call by what lies around each.

    Attributes:
        lookout: Finds settings, waivers and baselines.
        day: The day of the audit.
        companions: What the reports are compared with.
        evidence: The folder that actual values are computed from.
        same: The files of the call that say the same.
    """

    lookout: Lookout
    day: date
    companions: Companions = NO_COMPANIONS
    evidence: EvidenceGiven | None = None
    same: SameReports = field(default_factory=SameReports)

    def check(self, file: ReadFile) -> CheckedFile:
        """A file that was read, with its findings or why it can't be read.

        Raises:
            QuanhengError: What lies around the file is wrong.
        """
        around = self.lookout.around(file.path)
        if file.report is None:
            return CheckedFile(file.path, error=file.error)
        beside = self.companions.beside(file.words, self.same.copies(file))
        checked = self._checked(file.path, file.report, around, beside)
        return checked.told_also(self.same.notes(file)).showing(file.document)

    def comparing(
        self, files: Iterable[ReadFile]
    ) -> tuple["Checker", tuple[ReadFile, ...]]:
        """The same, the files of the call being peers of one another, and the files.

        What one has to say to the others is made ready as it comes, while other
        processes read the next ones.

        Raises:
            QuanhengError: What lies around a file is wrong.
        """
        read: list[ReadFile] = []
        peers: list[tuple[Peer, ...]] = []
        for file in files:
            read.append(file)
            if file.report is not None:
                peers.append(self._as_peers(file, file.report))
        companions = self.companions.among(own for own in peers if own)
        same = SameReports(read)
        return replace(self, companions=companions, same=same), tuple(read)

    def _as_peers(self, file: ReadFile, report: Report) -> tuple[Peer, ...]:
        settings = self.lookout.around(file.path).settings
        report = report.in_year(settings.year)
        choice = settings.region, settings.law
        return peers_in(report, file.path, file.words, *choice)

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
