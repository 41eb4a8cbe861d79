"""Changes texts of a report at their places (改动报告)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from quanheng.core.field import Field
from quanheng.core.layout import Layout
from quanheng.core.report import Goals, Project, Report
from quanheng.core.source import Source


def amended(report: Report, at: Source, old: str, new: str) -> Report | None:
    """A report with the text of one place changed in every field that holds it.

    A sentence may be held as paragraph, as conclusion and, in part, as total and grade.

    Args:
        report: The report.
        at: The place.
        old: The text there now, or a part that occurs in it once.
        new: The replacement.

    Returns:
        The report, or None where the place has no such text.
    """
    there = [f.raw for f in _fields(report) if f.at == at and _holds(f.raw, old)]
    if not there:
        return None
    whole = max(there, key=len)
    changed = whole.replace(old, new) if old else new

    def change(field: Field) -> Field:
        if field.at != at:
            return field
        return replace(field, raw=carried(whole, changed, field.raw))

    result: Report = _mapped(report, change)
    return result


def with_texts(report: Report, texts: Mapping[int, str]) -> Report:
    """A report with the texts of single fields changed (改字).

    Args:
        report: The report.
        texts: ``id`` of a field of the report → its new text.
    """

    def change(field: Field) -> Field:
        text = texts.get(id(field))
        return field if text is None else replace(field, raw=text)

    result: Report = _mapped(report, change)
    return result


def _holds(raw: str, old: str) -> bool:
    return raw == old or (bool(old) and raw.count(old) == 1)


def carried(old: str, new: str, part: str) -> str:
    """A part of a text after the text was changed (随改).

    A part that is not in the text is unchanged.
    """
    if part == old:
        return new
    if not part or part not in old:
        return part
    moves = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    start = old.index(part)
    return new[_start(moves, start) : _end(moves, start + len(part))]


_Move = tuple[str, int, int, int, int]
"""Kind, from where to where in the old text, from where to where in the new one."""


def _start(moves: Sequence[_Move], place: int) -> int:
    """The new start of a part; a replacement at its edge is included."""
    kind, first, _, here, _ = next(m for m in moves if m[1] <= place < m[2])
    return here + place - first if kind == "equal" else here


def _end(moves: Sequence[_Move], place: int) -> int:
    """The new end of a part; a replacement at its edge is included."""
    kind, first, _, here, there = next(m for m in moves if m[1] < place <= m[2])
    return here + place - first if kind == "equal" else there


def with_shared_places(report: Report) -> Report:
    """A report in which repeated texts share one place, as in a document (同处).

    A record repeats sentences of the narrative as goal or conclusion, and their figures
    as total and grade.
    """
    projects = tuple(_with_shared_places(project) for project in report.projects)
    return replace(report, projects=projects)


def _with_shared_places(project: Project) -> Project:
    paragraphs = {p.raw: p.at for p in project.paragraphs()}
    sentence, goals = project.conclusion, project.goals

    def joined(field: Field | None) -> Field | None:
        return field and replace(field, at=paragraphs.get(field.raw, field.at))

    def of_sentence(field: Field | None) -> Field | None:
        if field and field.raw and sentence and field.raw in sentence.raw:
            return replace(field, at=paragraphs.get(sentence.raw, sentence.at))
        return field

    return replace(
        project,
        goals=Goals(joined(goals.period), joined(goals.annual), joined(goals.actual)),
        conclusion=joined(sentence),
        attachment_note=joined(project.attachment_note),
        stated_total=of_sentence(project.stated_total),
        grade=of_sentence(project.grade),
    )


def _fields(value: Any) -> Iterator[Field]:
    if isinstance(value, Field):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _fields(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _fields(inner)
    elif _has_parts(value):
        for part in fields(value):
            yield from _fields(getattr(value, part.name))


def _mapped(value: Any, change: Callable[[Field], Field]) -> Any:
    """The value with every field mapped."""
    if isinstance(value, Field):
        return change(value)
    if isinstance(value, Mapping):
        return {key: _mapped(inner, change) for key, inner in value.items()}
    if isinstance(value, tuple):
        return tuple(_mapped(inner, change) for inner in value)
    if not _has_parts(value):
        return value
    parts = {part.name: getattr(value, part.name) for part in fields(value)}
    return replace(value, **{n: _mapped(inner, change) for n, inner in parts.items()})


def _has_parts(value: Any) -> bool:
    return is_dataclass(value) and not isinstance(value, type | Source | Layout)
