"""Reports of the same department, indexed once (同部门报告)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from quanheng.audit.peers.counts import CountKey, counts
from quanheng.audit.peers.deductions import Deductions, Held, deductions
from quanheng.audit.peers.passages import own_shingles
from quanheng.audit.peers.unit_costs import UnitCost, unit_costs
from quanheng.core.field import text_of
from quanheng.core.report import Project
from quanheng.language.comparison.shingles import Postings
from quanheng.language.similarity import bare
from quanheng.scoring.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class Peer:
    """A report of the same department (同部门的报告).

    Attributes:
        file: Its file, for messages.
        digest: Digest of its words, the same in every file format.
        project: A project in it.
        scorecard: Its scores, recomputed.
    """

    file: str
    digest: str
    project: Project
    scorecard: Scorecard


@dataclass(frozen=True)
class Archive:
    """The reports of a folder, indexed once for all checked reports (报告集)."""

    peers: tuple[Peer, ...] = ()

    def __reduce__(self) -> tuple[type["Archive"], tuple[object, ...]]:
        """Without the indexes: hashes of texts differ between processes."""
        return Archive, (self.peers,)

    @cached_property
    def passages(self) -> Postings[int]:
        """Which reports have a shingle of text."""
        return Postings(own_shingles(peer.project) for peer in self.peers)

    @cached_property
    def counts(self) -> Postings[CountKey]:
        """Which reports have a count."""
        return Postings(
            (count.key for count in counts(peer.project)) for peer in self.peers
        )

    @cached_property
    def deductions(self) -> Deductions:
        """The deductions by judgement, by reason and result."""
        found = Deductions()
        for position, peer in enumerate(self.peers):
            for each in deductions(peer.scorecard):
                if each.reason:
                    held = Held(each, position, peer.digest)
                    found.add(held, peer.project.evaluation_year)
        return found

    @cached_property
    def costs(self) -> Mapping[tuple[str, str], Sequence[tuple[int, Decimal]]]:
        """The unit costs of the reports, by name and unit of the count (单位支出)."""
        found: dict[tuple[str, str], list[tuple[int, Decimal]]] = {}
        for position, peer in enumerate(self.peers):
            for one in unit_costs(peer.project, peer.scorecard.readings):
                found.setdefault(one.key, []).append((position, one.cost))
        return found

    @cached_property
    def bodies(self) -> Postings[tuple[str, str]]:
        """Which reports are of a unit, a department, or a department without unit."""
        return Postings(map(_bodies, self.peers))

    def gathered(self) -> "Archive":
        """The same with all indexes built."""
        for index in _INDEXES:
            getattr(self, index)
        return self


_INDEXES: Final = tuple(
    name for name, value in vars(Archive).items() if isinstance(value, cached_property)
)
NOTHING_READ: Final = Archive()


@dataclass(frozen=True, slots=True)
class Peers:
    """The other reports of a folder, for a checked one (同部门其他报告).

    Attributes:
        archive: All reports of the folder.
        own: Digest of the checked file, which is no peer of itself.
        copies: Other files of the call with the same bytes.
    """

    archive: Archive = NOTHING_READ
    own: str = ""
    copies: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Peer]:
        return (peer for peer in self.archive.peers if peer.digest != self.own)

    def __bool__(self) -> bool:
        return bool(self.copies) or next(iter(self), None) is not None

    def at(self, position: int) -> Peer | None:
        """The report at a position of the archive, None for the checked one."""
        peer = self.archive.peers[position]
        return None if peer.digest == self.own else peer

    def at_all(self, positions: Iterable[int]) -> Iterator[Peer]:
        """The reports at positions of the archive, without the checked one."""
        found = map(self.at, positions)
        return (peer for peer in found if peer is not None)

    def costs(self, of: UnitCost) -> list[Decimal]:
        """The costs of the other reports for the same count."""
        held = self.archive.costs.get(of.key, ())
        return [cost for position, cost in held if self.at(position) is not None]

    def of_unit(self, project: Project) -> Iterator[Peer]:
        """The reports of a project's unit, or of its department if no unit is named."""
        unit, department = _unit(project), _department(project)
        keys = (
            [("unit", unit), ("no unit", department)]
            if unit
            else [("department", department)]
        )
        for key in keys:
            if key[1]:
                yield from self.at_all(self.archive.bodies.holders(key))


NO_PEERS: Final = Peers()


def same_unit(one: Project, other: Project) -> bool:
    """Whether two projects are of one unit, or of one department if none is named."""
    if (ours := _unit(one)) and (theirs := _unit(other)):
        return ours == theirs
    return bool(department := _department(one)) and department == _department(other)


def same_year(one: Project, other: Project) -> bool:
    """Whether two reports may be of one year: an unknown year may be any."""
    years = {one.evaluation_year, other.evaluation_year} - {None}
    return len(years) <= 1


def _unit(project: Project) -> str:
    return bare(text_of(project.unit))


def _department(project: Project) -> str:
    return bare(text_of(project.department))


def _bodies(peer: Peer) -> Iterator[tuple[str, str]]:
    unit, department = _unit(peer.project), _department(peer.project)
    yield "department", department
    yield ("unit", unit) if unit else ("no unit", department)
