"""Reports of one department, each read once, and what they share (同部门报告)."""

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
        digest: Digest of what the file says, the same in whichever format it is kept.
        project: What it says.
        scorecard: Its scores, recomputed.
    """

    file: str
    digest: str
    project: Project
    scorecard: Scorecard


@dataclass(frozen=True)
class Archive:
    """The reports of a folder (报告集).

    What is looked up in them is indexed once for all reports that are checked.
    """

    peers: tuple[Peer, ...] = ()

    def __reduce__(self) -> tuple[type["Archive"], tuple[object, ...]]:
        """Another process indexes anew: hashes of texts are its own."""
        return Archive, (self.peers,)

    @cached_property
    def passages(self) -> Postings[int]:
        """Which reports hold a stretch of text."""
        return Postings(own_shingles(peer.project) for peer in self.peers)

    @cached_property
    def counts(self) -> Postings[CountKey]:
        """Which reports hold a count."""
        return Postings(
            (count.key for count in counts(peer.project)) for peer in self.peers
        )

    @cached_property
    def deductions(self) -> Deductions:
        """What was taken off by judgement, by reason and result."""
        found = Deductions()
        for position, peer in enumerate(self.peers):
            for each in deductions(peer.scorecard):
                if each.reason:
                    held = Held(each, position, peer.digest)
                    found.add(held, peer.project.evaluation_year)
        return found

    @cached_property
    def costs(self) -> Mapping[tuple[str, str], Sequence[tuple[int, Decimal]]]:
        """What the reports spent on each count, by its name and unit (单位支出)."""
        found: dict[tuple[str, str], list[tuple[int, Decimal]]] = {}
        for position, peer in enumerate(self.peers):
            for one in unit_costs(peer.project, peer.scorecard.readings):
                found.setdefault(one.key, []).append((position, one.cost))
        return found

    @cached_property
    def bodies(self) -> Postings[tuple[str, str]]:
        """Which reports are of a unit, of a department, of one and name no unit."""
        return Postings(map(_bodies, self.peers))

    def gathered(self) -> "Archive":
        """The same, all that is looked up in it indexed by now."""
        for index in _INDEXES:
            getattr(self, index)
        return self


_INDEXES: Final = tuple(
    name for name, value in vars(Archive).items() if isinstance(value, cached_property)
)
NOTHING_READ: Final = Archive()


@dataclass(frozen=True, slots=True)
class Peers:
    """The reports of a folder beside one that is checked (同部门其他报告).

    Attributes:
        archive: All of them.
        own: Digest of the checked file, which is no peer of itself.
        copies: The files of the same call that are it again, byte for byte.
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
        """The reports at positions of the archive, the checked one left out."""
        found = map(self.at, positions)
        return (peer for peer in found if peer is not None)

    def costs(self, of: UnitCost) -> list[Decimal]:
        """What the other reports spent on each of what a count counts."""
        held = self.archive.costs.get(of.key, ())
        return [cost for position, cost in held if self.at(position) is not None]

    def of_unit(self, project: Project) -> Iterator[Peer]:
        """The reports of a project's unit; of its department where none is named."""
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
    """Whether two projects are of one unit; of one department where none is named."""
    if (ours := _unit(one)) and (theirs := _unit(other)):
        return ours == theirs
    return bool(department := _department(one)) and department == _department(other)


def same_year(one: Project, other: Project) -> bool:
    """Whether two reports may be of one year: an unnamed one may be any."""
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
