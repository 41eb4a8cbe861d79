"""A project with all that rules look at (审核卷宗)."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from quanheng.audit.peers.peers import NO_PEERS, Peers
from quanheng.comparing.counterparts import Counterpart, counterparts
from quanheng.core.indicator import LevelOne, LevelTwo
from quanheng.core.report import Project
from quanheng.core.unread import Unread
from quanheng.evidence.evidence import Evidence
from quanheng.language.clauses import sentences
from quanheng.language.topics import Topics, topics_of
from quanheng.language.words import any_of
from quanheng.law.book import Law
from quanheng.scoring.claims import Claim, claims
from quanheng.scoring.reading import RowReading
from quanheng.scoring.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class Paper:
    """Another paper on the same project (同一项目的对照材料).

    Attributes:
        project: The project in it.
        scorecard: Its rows, read, with its scores if it has any.
    """

    project: Project
    scorecard: Scorecard


@dataclass(frozen=True)
class Dossier:
    """A project with all that rules look at (审核卷宗).

    Attributes:
        project: The project in the report.
        law: The parameters that apply to it.
        scorecard: Its scores, recomputed.
        as_of: The day of the audit; rules never read the clock.
        for_disclosure: Whether the report is to be published (公开).
        approved: The project as approved (批复), if given.
        previous: Its self-evaluation of the year before, if given.
        peers: Self-evaluations of the same department.
        evidence: Registers and proof files behind its figures, if given.
        unseen: The parts of the file that could not be read, such as scans.
    """

    project: Project
    law: Law
    scorecard: Scorecard
    as_of: date
    for_disclosure: bool = False
    approved: Paper | None = None
    previous: Paper | None = None
    peers: Peers = NO_PEERS
    evidence: Evidence | None = None
    unseen: tuple[Unread, ...] = ()

    def under(self, law: Law, scorecard: Scorecard) -> "Dossier":
        """The same project by another law; its sentences need not be split again."""
        other = replace(self, law=law, scorecard=scorecard)
        vars(other).update(sentences=self.sentences, _narrative=self._narrative)
        return other

    @property
    def readings(self) -> tuple[RowReading, ...]:
        """The rows of the main table, read, with those that are not scored."""
        return self.scorecard.readings

    def readings_in(self, category: LevelOne | LevelTwo) -> list[RowReading]:
        """The rows of the main table in a category of level one or two."""
        return [
            reading
            for reading in self.readings
            if reading.indicator.level_one is category
            or reading.indicator.level_two is category
        ]

    @cached_property
    def approved_rows(self) -> tuple[Counterpart, ...]:
        """The rows with their counterparts in the approval; none without one."""
        return self._counterparts(self.approved)

    @cached_property
    def previous_rows(self) -> tuple[Counterpart, ...]:
        """The rows with their counterparts in last year's report; none without one."""
        return self._counterparts(self.previous)

    def _counterparts(self, paper: Paper | None) -> tuple[Counterpart, ...]:
        if paper is None:
            return ()
        return counterparts(self.readings, paper.scorecard.readings, self.law)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The stated scores that can be judged (所填得分)."""
        return tuple(claims(self.scorecard.rows))

    @cached_property
    def subjects(self) -> Topics:
        """The topics of public work, with generic words that name none (工作主题)."""
        return self._topics("words.topics")

    @cached_property
    def campaigns(self) -> Topics:
        """The campaigns and national strategies (专项行动与重大战略)."""
        return self._topics("words.campaigns")

    def _topics(self, name: str) -> Topics:
        generic = self.law.words("words.generic")
        return topics_of(tuple(self.law.word_groups(name).items()), generic)

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of the narrative, headings included."""
        return tuple(
            sentence
            for text in self.project.texts()
            for sentence in sentences(text.raw)
        )

    @cached_property
    def _narrative(self) -> str:
        return "\n".join(self.sentences)

    def mentioning(self, words: Collection[str]) -> Iterator[str]:
        """The sentences of the narrative with one of the words."""
        # Most words occur nowhere: search the whole text before the sentences.
        present = [word for word in words if word in self._narrative]
        if present:
            yield from (part for part in self.sentences if any_of(present, part))

    def has_sentence(self, words: Collection[str], *others: Collection[str]) -> bool:
        """Whether one sentence of the narrative holds a word of every group."""
        return any(
            all(any_of(group, sentence) for group in others)
            for sentence in self.mentioning(words)
        )

    def mentions(self, words: Collection[str], *others: Collection[str]) -> bool:
        """Like :meth:`has_sentence`, or in the actual completion or a reason cell."""
        cells = [self.project.goals.actual]
        cells += [row.reason for row in self.project.indicators]
        return self.has_sentence(words, *others) or any(
            all(any_of(group, cell.raw) for group in (words, *others))
            for cell in cells
            if cell is not None
        )
