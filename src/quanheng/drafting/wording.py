"""Facts put in words, by sentences that are data (行文)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from quanheng.core.bilingual import COMMA, Words
from quanheng.core.budget import BudgetColumn
from quanheng.core.indicator import LevelOne
from quanheng.core.report import Project
from quanheng.document.draft_marks import BLANK, DRAFT
from quanheng.drafting.fact import Fact, Value


@dataclass(frozen=True, slots=True)
class Sentence:
    """How the facts of one name are told, one after another (句式).

    Attributes:
        each: What is said of each, with holes for its values.
        lead: What stands before all of them.
        joint: What stands between two.
        end: What stands behind the last.
    """

    each: str
    lead: str = ""
    joint: str = ""
    end: str = ""


@dataclass(frozen=True)
class Wording:
    """The sentences of one language (行文).

    Attributes:
        lang: The language.
        blanks: Hole → what is asked for where the figures don't fill it.
        labels: What the categories and sources of money are called.
        ordinals: The numbers of an enumeration.
        sentences: Fact → its sentence.
    """

    lang: str
    blanks: Mapping[str, str]
    labels: Mapping[str, str]
    ordinals: Sequence[str]
    sentences: Mapping[str, Sentence]

    def paragraph(self, facts: Iterable[Fact]) -> str:
        """The facts as one marked paragraph; empty where there is none."""
        parts = [
            self._told(self.sentences[name], list(group))
            for name, group in groupby(facts, lambda fact: fact.name)
        ]
        return self._gap.join((DRAFT.text(self.lang), *parts)) if parts else ""

    @property
    def _gap(self) -> str:
        """What stands between two sentences."""
        return Words("", " ").text(self.lang)

    def _told(self, sentence: Sentence, facts: Sequence[Fact]) -> str:
        blanks = {hole: blank(what, self.lang) for hole, what in self.blanks.items()}
        said = (
            sentence.each.format_map(blanks | dict(self._values(fact)))
            for fact in facts
        )
        joint = sentence.joint or self._gap
        return f"{sentence.lead}{joint.join(said)}{sentence.end}"

    def _values(self, fact: Fact) -> Iterator[tuple[str, str]]:
        for name, value in fact.values.items():
            yield name, self._said(value)

    def _said(self, value: Value) -> str:
        if isinstance(value, LevelOne | BudgetColumn):
            return self.labels[value.name.lower()]
        if isinstance(value, tuple):
            joint = COMMA.text(self.lang)
            return joint.join(self.labels[kind].format(n) for kind, n in value)
        if isinstance(value, int):
            ordinals = self.ordinals
            return ordinals[value - 1] if value <= len(ordinals) else str(value)
        return value


def blank(what: str, lang: str) -> str:
    """An open place that says what is to be written there."""
    return BLANK.text(lang).format(what=what)


def drafted(projects: Iterable[Project], lang: str) -> tuple[int, int]:
    """How many paragraphs are drafts, and how many places are open in them."""
    mark, opened = DRAFT.text(lang), BLANK.text(lang).partition("{")[0]
    texts = [p.raw for project in projects for p in project.paragraphs()]
    drafts = [text for text in texts if text.startswith(mark)]
    return len(drafts), sum(text.count(opened) for text in drafts)
