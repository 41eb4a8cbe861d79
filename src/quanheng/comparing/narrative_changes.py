"""Two narratives, section by section and paragraph by paragraph (正文比对)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Final

from quanheng.comparing.change import Change, Kind, Lack, Part, as_printed
from quanheng.comparing.change_labels import CELLS
from quanheng.comparing.counterparts import NAME_SIMILARITY
from quanheng.core.field import Field
from quanheng.core.report import Project, Section
from quanheng.language.comparison.pairing import pairs_of_names
from quanheng.law.book import Law
from quanheng.scoring.same_target import same_words

_SAME_PARAGRAPH: Final = Decimal("0.4")
"""Likeness from which two paragraphs count as one that was changed."""


def narrative_changes(old: Project, new: Project, law: Law) -> Iterator[Change]:
    """New and removed sections, and changed paragraphs in the others.

    Goals and the conclusion are left out, as they are compared as fields.
    """
    if not old.has_narrative or not new.has_narrative:
        return
    ones, twos = old.sections, new.sections
    pairs = pairs_of_names(
        [section.title for section in twos],
        [section.title for section in ones],
        law.number(NAME_SIMILARITY),
    )
    befores = {pair.one: ones[pair.other] for pair in pairs}
    for number, section in enumerate(twos):
        before = befores.get(number)
        if before is None:
            yield from _whole(section, Kind.ADDED)
        else:
            yield from _heading(before, section)
            yield from _paragraphs(
                section, _own(old, before.paragraphs), _own(new, section.paragraphs)
            )
    kept = {pair.other for pair in pairs}
    for number, section in enumerate(ones):
        if number not in kept:
            yield from _whole(section, Kind.REMOVED)


def narrative_lacks(old: Project, new: Project) -> Iterator[Lack]:
    """The narrative, where only one report has one."""
    if old.has_narrative is not new.has_narrative:
        yield Lack(Part.NARRATIVE, (), old.has_narrative)


def _own(project: Project, paragraphs: Sequence[Field]) -> list[Field]:
    goals = project.goals
    fields = (goals.period, goals.annual, goals.actual, project.conclusion)
    texts = {field.raw for field in fields if field}
    return [paragraph for paragraph in paragraphs if paragraph.raw not in texts]


def _heading(old: Section, new: Section) -> Iterator[Change]:
    if old.heading.raw != new.heading.raw:
        same = same_words(old.title, new.title)
        kind = Kind.REWRITTEN if same else Kind.CHANGED
        yield _change(new, "heading", kind, old.heading, new.heading)


def _whole(section: Section, kind: Kind) -> Iterator[Change]:
    text = "\n".join(filter(None, (section.heading.raw, section.text)))
    if not text:
        return
    field = Field(text, section.heading.at)
    old, new = (field, None) if kind is Kind.REMOVED else (None, field)
    yield _change(section, "section", kind, old, new)


def _paragraphs(
    section: Section, olds: Sequence[Field], news: Sequence[Field]
) -> Iterator[Change]:
    before, after = [f.raw for f in olds], [f.raw for f in news]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for step, i1, i2, j1, j2 in matcher.get_opcodes():
        if step != "equal":
            yield from _replaced(section, olds[i1:i2], news[j1:j2])


def _replaced(
    section: Section, olds: Sequence[Field], news: Sequence[Field]
) -> Iterator[Change]:
    """The changes between two unchanged paragraphs; paragraphs alike are paired."""
    pairs = pairs_of_names(
        [field.raw for field in news], [field.raw for field in olds], _SAME_PARAGRAPH
    )
    befores = {pair.one: olds[pair.other] for pair in pairs}
    kept = {pair.other for pair in pairs}
    for number, old in enumerate(olds):
        if number not in kept:
            yield _change(section, "paragraph", Kind.REMOVED, old, None)
    for number, new in enumerate(news):
        before = befores.get(number)
        if before is None:
            yield _change(section, "paragraph", Kind.ADDED, None, new)
        else:
            same = same_words(before.raw, new.raw)
            kind = Kind.REWRITTEN if same else Kind.CHANGED
            yield _change(section, "paragraph", kind, before, new)


def _change(
    section: Section, key: str, kind: Kind, old: Field | None, new: Field | None
) -> Change:
    row = as_printed(section.title or section.heading.raw)
    return Change(Part.NARRATIVE, row, key, CELLS[key], kind, old, new)
