"""Papers to compare a report with: approval, last year's, peers (对照材料)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import chain
from typing import Final

from quanheng.audit.peers.peers import NO_PEERS, Archive, Peer, Peers
from quanheng.comparing.counterparts import matched_projects
from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError
from quanheng.core.field import text_of
from quanheng.core.report import Project, Report
from quanheng.language.similarity import bare
from quanheng.record.dump import said_words
from quanheng.scoring.scorecard import score_project
from quanheng.tasks.reading.read_report import read_report
from quanheng.tasks.workplace import Workplace

File = tuple[bytes, str]
"""The bytes of a file and its name."""


@dataclass(frozen=True, slots=True)
class ProjectPapers:
    """The papers on one project (项目的对照材料).

    Attributes:
        approved: The project as approved.
        previous: Its self-evaluation of the year before.
    """

    approved: Project | None
    previous: Project | None


@dataclass(frozen=True, slots=True)
class OtherPapers:
    """The papers that a report is compared with (对照材料).

    Attributes:
        approved: The approved targets (批复的绩效目标).
        previous: The self-evaluation of the year before.
        peers: The reports of the same department.
        unread: The files of the folder without a readable report, with the reason.
    """

    approved: Report | None = None
    previous: Report | None = None
    peers: Peers = NO_PEERS
    unread: tuple[tuple[str, QuanhengError], ...] = ()

    def for_file(self, own: str, copies: tuple[str, ...] = ()) -> "OtherPapers":
        """The papers for one file, which is no peer of itself.

        ``own`` is its digest of words; ``copies`` are files with the same bytes.
        """
        return replace(self, peers=replace(self.peers, own=own, copies=copies))

    def with_peers(self, reports: Iterable[tuple[Peer, ...]]) -> "OtherPapers":
        """The same papers with the reports of the call as further peers.

        Files with the same words count as one report, in any order and by any name.
        """
        found: dict[str, tuple[Peer, ...]] = {}
        for peer in self.peers.archive.peers:
            found[peer.digest] = (*found.get(peer.digest, ()), peer)
        for peers in sorted(reports, key=lambda own: own[0].file):
            found.setdefault(peers[0].digest, peers)
        every = sorted(chain(*found.values()), key=lambda peer: peer.file)
        return replace(self, peers=Peers(Archive(tuple(every)).gathered()))

    def of_projects(
        self, report: Report, workplace: Workplace
    ) -> tuple[ProjectPapers, ...]:
        """The papers on each project of a report, in its order."""
        return tuple(
            ProjectPapers(
                approved, before if before and _is_earlier(before, project) else None
            )
            for project, approved, before in zip(
                report.projects,
                _matched(report, self.approved, workplace),
                _matched(report, self.previous, workplace),
                strict=True,
            )
        )

    def notes(self, report: Report, workplace: Workplace) -> Iterator[Words]:
        """Notes on projects that the papers lack or name differently."""
        papers = self.of_projects(report, workplace)
        for project, found in zip(report.projects, papers, strict=True):
            if self.approved is not None:
                yield from _note(_APPROVAL, project, found.approved)
            if self.previous is not None:
                yield from _note(_LAST_YEAR, project, found.previous)


NO_OTHER_PAPERS: Final = OtherPapers()
_APPROVAL: Final = Words("批复文件", "the approval")
_LAST_YEAR: Final = Words("上年自评", "last year's report")


def read_other_papers(
    workplace: Workplace,
    *,
    approved: File | None = None,
    previous: File | None = None,
    peers: Iterable[File] = (),
) -> OtherPapers:
    """Read the papers that reports are compared with, each once.

    Args:
        workplace: Law book and region.
        approved: A target declaration, self-evaluation form or record as approved.
        previous: The self-evaluation of the year before.
        peers: The files of a department; unreadable ones are listed in the result.

    Raises:
        UnreadableFileError: Approval or last year's report can't be read.
        UnknownFormError: One of the two holds no form.
    """
    read: list[tuple[Peer, ...]] = []
    unread = []
    for data, name in peers:
        try:
            report = read_report(data, name)
        except QuanhengError as error:
            unread.append((name, error))
        else:
            read.append(peers_in(report, name, words_digest(report), workplace))
    return OtherPapers(
        approved=read_report(*approved) if approved else None,
        previous=read_report(*previous) if previous else None,
        unread=tuple(unread),
    ).with_peers(read)


def peers_in(
    report: Report, file: str, digest: str, workplace: Workplace
) -> tuple[Peer, ...]:
    """The projects of a file as peers of others; ``digest`` is that of its words."""
    return tuple(
        Peer(file, digest, project, score_project(project, workplace.law_of(project)))
        for project in report.projects
    )


def words_digest(report: Report) -> str:
    """Digest of the words of a report, without places and spaces (内容摘要).

    It is the same for a report and its copy in another format.
    """
    said = sha256()
    for project in report.projects:
        # Sorted: readers of other formats may find columns in another order.
        for words in sorted(said_words(project)):
            said.update(f"{''.join(words.split())}\n".encode(errors="replace"))
    return said.hexdigest()


def _matched(
    report: Report, paper: Report | None, workplace: Workplace
) -> tuple[Project | None, ...]:
    if paper is None:
        return (None,) * len(report.projects)
    return matched_projects(report, paper, workplace.law_of(report.projects[0]))


def _note(paper: Words, project: Project, found: Project | None) -> Iterator[Words]:
    name = text_of(project.name)
    if found is None:
        yield Words(
            f"{paper.zh}中无与“{name}”对应的项目",
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
