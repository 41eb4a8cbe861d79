"""Proof files against indicators, period, manifest and other years (核对佐证)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quanheng.core.computed.measured import Computed
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
        reuse: The file there and the file here.
    """

    folder: str
    reuse: Reuse


@dataclass(frozen=True)
class ProofReview:
    """The result of checking the proof files of a folder (佐证核对结果).

    Attributes:
        proofs: The files.
        troubles: Files that could not be inspected or were not accepted.
        unfound: Files that entries name but the folder does not have.
        bare: Name of a register → rows of entries that name no file.
        indicators: Titles of the known indicators.
        unproven: Titles of indicators without proof.
        unlinked: Files that prove nothing known.
        without_indicator: Files of entries that are used for no indicator.
        reuses: Pairs of files that are the same, or the same picture.
        earlier: Files that other folders have too.
        shared: Photos that prove several entries.
        misdated: Files with a day that does not fit.
        changes: Differences from the folder's manifest; None if it has none.
        photos_compared: Whether the packages for comparing photos are installed.
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
        """Whether there is no fault; entries without a file are none."""
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
    """Check the proof files of a folder against indicators, period and other folders.

    Args:
        source: The folder.
        workplace: Its law sets the similarity of equal photos.
        report: The report whose indicators they prove; without one, indicators are
            those bound or named in the settings.
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
