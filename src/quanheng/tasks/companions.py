"""What is handed over beside a report: approval, last year, peers (对照材料)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from quanheng.audit.peers import NO_PEERS, Archive, Peer, Peers
from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError
from quanheng.core.field import text_of
from quanheng.core.report import Project, Report
from quanheng.forms.comparing.projects import matched_projects
from quanheng.language.similarity import bare
from quanheng.law.book import NATIONWIDE
from quanheng.scoring.scorecard import score_project
from quanheng.tasks.choose_law import law_for
from quanheng.tasks.read_report import read_report

File = tuple[bytes, str]
"""The bytes of a file and its name."""


@dataclass(frozen=True, slots=True)
class Papers:
    """What belongs to one project (项目的对照材料).

    Attributes:
        approved: It as it was approved.
        previous: Its self-evaluation of the year before.
    """

    approved: Project | None
    previous: Project | None


@dataclass(frozen=True, slots=True)
class Companions:
    """The papers that a report is compared with (对照材料).

    Attributes:
        approved: The approved targets (批复的绩效目标).
        previous: The self-evaluation of the year before.
        peers: The reports of the same department.
        unread: The files of the folder that hold no readable report, with the reason.
    """

    approved: Report | None = None
    previous: Report | None = None
    peers: Peers = NO_PEERS
    unread: tuple[tuple[str, QuanhengError], ...] = ()

    def beside(self, data: bytes) -> "Companions":
        """The same papers for one file, which is no peer of itself."""
        return replace(self, peers=replace(self.peers, own=_digest(data)))

    def of_projects(self, report: Report) -> tuple[Papers, ...]:
        """What belongs to each project of a report, in its order."""
        return tuple(
            Papers(
                approved, before if before and _is_earlier(before, project) else None
            )
            for project, approved, before in zip(
                report.projects,
                _matched(report, self.approved),
                _matched(report, self.previous),
                strict=True,
            )
        )

    def notes(self, report: Report) -> Iterator[Words]:
        """Which projects the papers lack or name differently, one sentence each."""
        papers = self.of_projects(report)
        for project, found in zip(report.projects, papers, strict=True):
            if self.approved is not None:
                yield from _note(_APPROVAL, project, found.approved)
            if self.previous is not None:
                yield from _note(_LAST_YEAR, project, found.previous)


NO_COMPANIONS: Final = Companions()
_APPROVAL: Final = Words("批复文件", "the approval")
_LAST_YEAR: Final = Words("上年自评", "last year's report")


def read_companions(
    approved: File | None = None,
    previous: File | None = None,
    peers: Iterable[File] = (),
    region: str = NATIONWIDE,
) -> Companions:
    """Read the papers that reports are compared with, each once.

    Args:
        approved: A target declaration, self-evaluation form or record as approved.
        previous: The self-evaluation of the year before.
        peers: The files of a department; what can't be read is listed.
        region: The region whose parameters apply.

    Raises:
        UnreadableFileError: Approval or last year's report can't be read.
        UnknownFormError: One of the two holds no form.
    """
    read: dict[str, list[Peer]] = {}
    unread = []
    for data, name in peers:
        digest = _digest(data)
        if digest in read:
            continue
        try:
            read[digest] = list(_peers(data, name, digest, region))
        except QuanhengError as error:
            unread.append((name, error))
    return Companions(
        approved=read_report(*approved) if approved else None,
        previous=read_report(*previous) if previous else None,
        peers=Peers(Archive(tuple(peer for found in read.values() for peer in found))),
        unread=tuple(unread),
    )


def _peers(data: bytes, name: str, digest: str, region: str) -> Iterator[Peer]:
    for project in read_report(data, name).projects:
        card = score_project(project, law_for(project, region))
        yield Peer(name, digest, project, card)


def _matched(report: Report, paper: Report | None) -> tuple[Project | None, ...]:
    if paper is None:
        return (None,) * len(report.projects)
    return matched_projects(report, paper, law_for(report.projects[0]))


def _note(paper: Words, project: Project, found: Project | None) -> Iterator[Words]:
    name = text_of(project.name)
    if found is None:
        yield Words(
            f"{paper.zh}中没有与“{name}”对应的项目",
            f"{paper.en} has no project that belongs to “{name}”",
        )
    elif (other := text_of(found.name)) and bare(other) != bare(name):
        yield Words(
            f"{paper.zh}的项目名称为“{other}”，与“{name}”对照",
            f"“{name}” is compared with “{other}” in {paper.en}",
        )


def _is_earlier(before: Project, project: Project) -> bool:
    earlier, year = before.evaluation_year, project.evaluation_year
    return earlier is None or year is None or earlier < year


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()
