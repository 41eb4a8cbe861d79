"""Check the files of one call and the waivers that apply to them (审核)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from quanheng.audit.engine import Verdict
from quanheng.audit.peers.peers import Peer
from quanheng.cli.settings_lookup import SettingsLookup
from quanheng.core.report import Report
from quanheng.tasks.checking.check_file import check_read_report, check_waiver_file
from quanheng.tasks.checking.checked_file import CheckedFile
from quanheng.tasks.checking.other_papers import NO_OTHER_PAPERS, OtherPapers, peers_in
from quanheng.tasks.evidence.provider import EvidenceProvider
from quanheng.tasks.reading.read_file import ReadFile, SameReports


@dataclass(frozen=True)
class Checker:
    """Checks the files of one call by the settings that apply to each.

    Attributes:
        lookup: Finds settings, waivers and baselines.
        other_papers: The papers that the reports are compared with.
        evidence: The evidence folder that actual values are computed from.
        same: The files of the call that say the same.
    """

    lookup: SettingsLookup
    other_papers: OtherPapers = NO_OTHER_PAPERS
    evidence: EvidenceProvider | None = None
    same: SameReports = field(default_factory=SameReports)

    def check(self, file: ReadFile) -> CheckedFile:
        """A file with its findings, or with the reason why it can't be read.

        Raises:
            QuanhengError: The settings that apply to the file are wrong.
        """
        applied = self.lookup.applied(file.path)
        if file.report is None:
            return CheckedFile(file.path, error=file.error)
        checked = check_read_report(
            file.report,
            file.path,
            applied,
            other_papers=self.other_papers.for_file(file.words, self.same.copies(file)),
            evidence=self.evidence,
        )
        return checked.with_notes(self.same.notes(file)).with_document(file.document)

    def comparing(
        self, files: Iterable[ReadFile]
    ) -> tuple["Checker", tuple[ReadFile, ...]]:
        """A checker with the files as peers of one another, and the files.

        Peers are prepared file by file, while other processes read the next ones.

        Raises:
            QuanhengError: The settings that apply to a file are wrong.
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
        return peers_in(report, file.path, file.words, settings.workplace)

    def waiver_files(
        self, verdicts: Mapping[str, Sequence[Verdict]]
    ) -> Iterator[CheckedFile]:
        """The waiver files in use that have findings; the verdicts are by file."""
        by_file = {path: self.lookup.applied(path) for path in verdicts}
        in_use = {a.waiver_file: a for a in by_file.values() if a.waivers}
        for name, applied in in_use.items():
            served = {
                path: answered
                for path, answered in verdicts.items()
                if by_file[path].waiver_file == name
            }
            checked = check_waiver_file(applied, served)
            if checked.own:
                yield checked
