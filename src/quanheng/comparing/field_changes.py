"""Single fields of two papers: head, goals, result, remarks (单项比对)."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import product

from quanheng.comparing.change import Change, Kind, Lack, Part, as_printed
from quanheng.comparing.change_labels import CELLS
from quanheng.comparing.meaning import difference, kind_of, same_meaning
from quanheng.core.bilingual import NO_WORDS, Words
from quanheng.core.expression import Number
from quanheng.core.field import Field, filled, text_of
from quanheng.core.report import Goals, Project
from quanheng.language.similarity import bare
from quanheng.law.book import Law
from quanheng.scoring.total import standard_grade


def field_change(
    part: Part,
    key: str,
    old: Field | None,
    new: Field | None,
    *,
    row: Words = NO_WORDS,
    same: bool | None = None,
) -> Iterator[Change]:
    """The change of one field; nothing where it is unchanged.

    Args:
        part: The part of the report.
        key: The key of the field in ``CELLS``.
        old: The old field.
        new: The new field.
        row: Its row.
        same: Whether both mean the same; by default their values decide.
    """
    if same is None:
        same = bool(old and new and same_meaning(old.value, new.value))
    kind = kind_of(old, new, same=same)
    if kind is None:
        return
    left = None
    if kind is Kind.CHANGED and old and new and isinstance(new.value, Number):
        left = difference(old.value, new.value)
    yield Change(part, row, key, CELLS[key], kind, old, new, left)


@dataclass(frozen=True, slots=True)
class _Single:
    """A field that occurs at most once in a report."""

    part: Part
    key: str
    old: Field | None
    new: Field | None
    same: bool | None = None

    @property
    def is_shared(self) -> bool:
        """Whether both forms have the cell, filled in or not."""
        return self.old is not None and self.new is not None


def single_changes(old: Project, new: Project, law: Law) -> Iterator[Change]:
    """The changes in head, goals and result where both forms have the cell."""
    for s in _singles(old, new, law):
        if s.is_shared:
            yield from field_change(s.part, s.key, s.old, s.new, same=s.same)


def single_lacks(old: Project, new: Project, law: Law) -> Iterator[Lack]:
    """The filled-in fields that only one form has."""
    apart = [s for s in _singles(old, new, law) if not s.is_shared]
    for part, is_old in product(Part, (True, False)):
        labels = tuple(
            CELLS[single.key]
            for single in apart
            if single.part is part and filled(single.old if is_old else single.new)
        )
        if labels:
            yield Lack(part, labels, is_old)


def _singles(old: Project, new: Project, law: Law) -> Iterator[_Single]:
    yield from _head(old, new)
    if old.budget and new.budget:
        one, other = old.budget, new.budget
        yield _Single(Part.BUDGET, "money_weight", one.weight, other.weight)
        yield _Single(Part.BUDGET, "money_score", one.score, other.score)
    yield from _goals(old, new)
    yield from _result(old, new, law)


def _head(old: Project, new: Project) -> Iterator[_Single]:
    """Title, name, year, units, preparer, the lines on the annex."""
    same_year = old.named_year is not None and old.named_year == new.named_year
    for key in ("title", "name", "year", "department", "unit"):
        same = same_year if key == "year" else None
        yield _Single(Part.HEAD, key, getattr(old, key), getattr(new, key), same)
    for name in ("name", "head", "telephone", "date"):
        key = "preparer" if name == "name" else name
        before, after = getattr(old.preparer, name), getattr(new.preparer, name)
        yield _Single(Part.HEAD, key, before, after)
    for key in ("annex", "attachment_note"):
        yield _Single(Part.HEAD, key, getattr(old, key), getattr(new, key))


def _goals(old: Project, new: Project) -> Iterator[_Single]:
    """Goals and outcome, and the parts of the overview outside the narrative."""
    for part in fields(Goals):
        key = "goal_actual" if part.name == "actual" else part.name
        before, after = getattr(old.goals, part.name), getattr(new.goals, part.name)
        yield _Single(Part.GOALS, key, before, after)
    for part in fields(old.overview):
        before = _outside(old, getattr(old.overview, part.name))
        after = _outside(new, getattr(new.overview, part.name))
        yield _Single(Part.GOALS, part.name, before, after)


def _outside(project: Project, field: Field | None) -> Field | None:
    """The field, unless a paragraph of the narrative holds it."""
    if field and any(field.raw in paragraph.raw for paragraph in project.paragraphs()):
        return None
    return field


def _result(old: Project, new: Project, law: Law) -> Iterator[_Single]:
    """Totals, grade and the sentence that states them."""
    before, after = (p.table.total_weight if p.table else None for p in (old, new))
    yield _Single(Part.RESULT, "total_weight", before, after)
    yield _Single(Part.RESULT, "total", old.total, new.total)
    grades = [standard_grade(text_of(p.grade), law) for p in (old, new)]
    same = grades[0] is not None and grades[0] == grades[1]
    yield _Single(Part.RESULT, "grade", old.grade, new.grade, same)
    yield _Single(Part.RESULT, "conclusion", old.conclusion, new.conclusion)


def remark_changes(old: Project, new: Project) -> Iterator[Change]:
    """The changes in further labelled cells, by label."""
    befores = {bare(r.label.raw): r for r in old.remarks}
    afters = {bare(r.label.raw): r for r in new.remarks}
    for label in dict.fromkeys((*afters, *befores)):
        before, after = befores.get(label), afters.get(label)
        named = after or before
        yield from field_change(
            Part.REMARKS,
            "remark",
            before.text if before else None,
            after.text if after else None,
            row=as_printed(named.label.raw if named else label),
        )
