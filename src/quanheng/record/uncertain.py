"""The uncertain values of a report, each with the name of its field (未能确定)."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from quanheng.core.bilingual import NO_WORDS, Words
from quanheng.core.budget import BudgetColumn, BudgetRow
from quanheng.core.field import Field
from quanheng.core.report import Project, Report
from quanheng.core.unread import UNCERTAIN, Unread
from quanheng.record.fields import KEYS


def not_taken(report: Report) -> tuple[Unread, ...]:
    """The parts of a file that are not in its report, and its uncertain texts."""
    found = (part for project in report.projects for part in uncertain_in(project))
    return (*report.unread, *found)


def uncertain_in(project: Project) -> Iterator[Unread]:
    """The uncertain texts of a project, with the value that each may be."""
    if project.uncertain:
        for name, field in named_fields(project):
            if field.seen:
                yield Unread(field.at, UNCERTAIN, seen=field.seen, guess=name)


def named_fields(part: object, name: Words = NO_WORDS) -> Iterator[tuple[Words, Field]]:
    """The fields of a part of a report with their names (业绩值, actual).

    Args:
        part: A project, or part of one.
        name: What fields without a name of their own are called.
    """
    if isinstance(part, Field):
        yield name, part
    elif isinstance(part, tuple):
        for item in part:
            yield from named_fields(item, name)
    elif isinstance(part, Mapping):
        for key, item in part.items():
            yield from named_fields(item, _key_name(key, name))
    elif is_dataclass(part):
        keys = KEYS.get(type(part), {})
        for attribute in fields(part):
            key = keys.get(attribute.name)
            label = Words(key.label, attribute.name) if key and key.label else name
            yield from named_fields(getattr(part, attribute.name), label)


def _key_name(key: object, name: Words) -> Words:
    """The name of a cell of the budget by its row and column."""
    match key:
        case (BudgetRow() as row, BudgetColumn() as column):
            return Words(f"{row.label}/{column.label}", f"{row.value}/{column.value}")
        case _:
            return name
