"""Puts facts into sentences (行文)."""

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
    """The sentence for all facts of one name (句式).

    Attributes:
        each: The text for each fact, with holes for its values.
        lead: The text before the first.
        joint: The text between two.
        end: The text after the last.
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
        blanks: Hole → the request printed where the figures don't fill it.
        labels: Key → name of a category or a source of money.
        ordinals: The numbers of an enumeration.
        sentences: Fact → its sentence.
    """

    lang: str
    blanks: Mapping[str, str]
    labels: Mapping[str, str]
    ordinals: Sequence[str]
    sentences: Mapping[str, Sentence]

    def paragraph(self, facts: Iterable[Fact]) -> str:
        """The facts as one paragraph marked as draft; empty without facts."""
        parts = [
            self._text(self.sentences[name], list(group))
            for name, group in groupby(facts, lambda fact: fact.name)
        ]
        return self._gap.join((DRAFT.text(self.lang), *parts)) if parts else ""

    @property
    def _gap(self) -> str:
        """The text between two sentences."""
        return Words("", " ").text(self.lang)

    def _text(self, sentence: Sentence, facts: Sequence[Fact]) -> str:
        blanks = {hole: blank(what, self.lang) for hole, what in self.blanks.items()}
        texts = (
            sentence.each.format_map(blanks | dict(self._values(fact)))
            for fact in facts
        )
        joint = sentence.joint or self._gap
        return f"{sentence.lead}{joint.join(texts)}{sentence.end}"

    def _values(self, fact: Fact) -> Iterator[tuple[str, str]]:
        for name, value in fact.values.items():
            yield name, self._value_text(value)

    def _value_text(self, value: Value) -> str:
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
    """A blank that says what to write in it."""
    return BLANK.text(lang).format(what=what)


def drafted(projects: Iterable[Project], lang: str) -> tuple[int, int]:
    """The number of drafted paragraphs and of blanks in them."""
    mark, opened = DRAFT.text(lang), BLANK.text(lang).partition("{")[0]
    texts = [p.raw for project in projects for p in project.paragraphs()]
    drafts = [text for text in texts if text.startswith(mark)]
    return len(drafts), sum(text.count(opened) for text in drafts)
