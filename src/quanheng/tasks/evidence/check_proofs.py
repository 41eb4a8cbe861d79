"""Proof files against indicators, period, manifest and other years (核对佐证)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quanheng.core.measured import Computed
from quanheng.core.report import Report
from quanheng.evidence.bindings.project import values_of
from quanheng.evidence.proof import Proof
from quanheng.evidence.proving.dating import Misdated, misdated
from quanheng.evidence.proving.linking import Unfound
from quanheng.evidence.proving.manifest import Changes, changes
from quanheng.evidence.proving.photo import can_compare
from quanheng.evidence.proving.reuse import Reuse, reused, reused_from, shared_photos
from quanheng.language.similarity import bare
from quanheng.law.book import LawBook
from quanheng.tasks.evidence.apply_evidence import EvidenceSource, values_proven
from quanheng.tasks.evidence.compute_evidence import computed_alone
from quanheng.tasks.evidence.folders.folder import Folder
from quanheng.tasks.evidence.read_evidence import NotRead, read_evidence
from quanheng.tasks.evidence.scan_proofs import scan_files
from quanheng.tasks.workplace import Workplace

HASH_DISTANCE = "evidence.hash_distance"


@dataclass(frozen=True, slots=True)
class EarlierReuse:
    """A file that another folder has too (跨年度重复使用).

    Attributes:
        folder: The other folder.
        reuse: Its file and that of this folder.
    """

    folder: str
    reuse: Reuse


@dataclass(frozen=True)
class ProofReview:
    """What is to be said of the proof files of a folder (佐证核对结果).

    Attributes:
        proofs: The files.
        troubles: Files that could not be looked into or were not accepted.
        unfound: Files that entries name and the folder lacks.
        bare: Name of a register → rows of entries that name no file.
        indicators: The indicators that are known, by title.
        unproven: Those without proof.
        unlinked: Files that prove nothing that is known.
        without_indicator: Files of entries that go into no indicator.
        reuses: Pairs of files that are the same, or the same picture.
        earlier: The same with files of other folders.
        shared: Photos that stand behind several entries.
        misdated: Files whose own days do not fit.
        changes: How the folder differs from its manifest; None where it has none.
        photos_compared: Whether the packages that photos are compared with are there.
    """

    proofs: tuple[Proof, ...]
    troubles: tuple[NotRead, ...]
    unfound: tuple[Unfound, ...]
    bare: Mapping[str, Sequence[int]]
    indicators: tuple[str, ...]
    unproven: tuple[str, ...]
    unlinked: tuple[Proof, ...]
    without_indicator: tuple[Proof, ...]
    reuses: tuple[Reuse, ...]
    earlier: tuple[EarlierReuse, ...]
    shared: tuple[Proof, ...]
    misdated: tuple[Misdated, ...]
    changes: Changes | None
    photos_compared: bool

    @property
    def is_clean(self) -> bool:
        """Whether nothing has to be looked after; entries without a file may be."""
        faults = (
            self.troubles,
            self.unfound,
            self.unproven,
            self.unlinked,
            self.reuses,
            self.earlier,
            self.shared,
            self.misdated,
        )
        altered = self.changes and (self.changes.changed or self.changes.missing)
        return not any(faults) and not altered


def check_proofs(
    source: EvidenceSource,
    workplace: Workplace,
    report: Report | None = None,
    against: Iterable[Folder] = (),
) -> ProofReview:
    """Hold the proof files of a folder against all that they should fit.

    Args:
        source: The folder.
        workplace: Its law says how alike two photos must be.
        report: The report whose indicators they prove; without one only those count
            that are bound or named in the settings.
        against: Folders of other years or projects.

    Raises:
        UnreadableFileError: The settings of a folder are wrong.
    """
    scanned, period = source.files, source.contents.settings.period
    proofs = scanned.proving(_computed(source, report, workplace))
    by_name = {bare(title): title for title in _titles(source, report)}
    needing = [proof for proof in proofs if not proof.background]
    proven = {bare(link.indicator) for proof in needing for link in proof.links}
    law = workplace.law_on(period[1] if period else None)
    most = int(law.number(HASH_DISTANCE))
    return ProofReview(
        proofs=proofs,
        troubles=scanned.troubles,
        unfound=scanned.linked.unfound,
        bare=scanned.linked.bare,
        indicators=tuple(by_name.values()),
        unproven=tuple(t for name, t in by_name.items() if name not in proven),
        unlinked=tuple(p for p in needing if not p.links),
        without_indicator=tuple(
            p for p in needing if p.links and not any(x.indicator for x in p.links)
        ),
        reuses=tuple(reused(proofs, most)),
        earlier=tuple(_earlier(proofs, against, most, workplace.book)),
        shared=tuple(shared_photos(proofs)),
        misdated=tuple(misdated(proofs, period)),
        changes=(
            None if scanned.manifest is None else changes(scanned.manifest, proofs)
        ),
        photos_compared=can_compare(),
    )


def _computed(
    source: EvidenceSource, report: Report | None, workplace: Workplace
) -> Iterator[Computed]:
    if report is None:
        yield from computed_alone(source, workplace)
        return
    for project in report.projects:
        if source.belongs_to(project):
            ground = source.ground(project, workplace.law_of(project))
            yield from values_proven(project, values_of(project, source.named, ground))


def _titles(source: EvidenceSource, report: Report | None) -> Iterator[str]:
    if report is None:
        for entry in source.named:
            if entry.binding.confirmed and entry.indicator:
                yield entry.indicator
    else:
        for project in report.projects:
            if source.belongs_to(project):
                yield from (row.title for row in project.indicators)
    for said in source.files.declared:
        yield from said.indicators


def _earlier(
    proofs: Sequence[Proof], against: Iterable[Folder], most: int, book: LawBook
) -> Iterator[EarlierReuse]:
    for folder in against:
        other = scan_files(folder, read_evidence(folder, book), book)
        for reuse in reused_from(proofs, other.proofs, most):
            yield EarlierReuse(folder.name, reuse)
