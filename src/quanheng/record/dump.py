"""Report → plain data: what ``convert`` writes (写出数据)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields as dataclass_fields
from functools import partial
from typing import Any

import yaml

from quanheng.core.binding import Binding
from quanheng.core.binding_record import binding_data
from quanheng.core.budget import Budget
from quanheng.core.expression import Deadline, Duration, Number, Span
from quanheng.core.field import Field, Remark
from quanheng.core.indicator import Indicator
from quanheng.core.quantity import plain
from quanheng.core.report import IndicatorTable, Project, Report, Section
from quanheng.core.unread import Unread
from quanheng.forms.coverage import Coverage
from quanheng.office.plain_yaml import PlainLoader
from quanheng.record.layout import dump_layout, place
from quanheng.record.load import INDICATOR_KEYS, VERSION

Dump = Callable[[Field | None], Any]


def dump_report(report: Report, lang: str = "zh") -> dict[str, Any]:
    """A report as the object that ``convert --to json`` prints.

    Every field is null or ``{"raw", "value", "unit", "at": {"text", "path"}}``, with
    a ``binding`` where it says how it is computed;
    decimals are strings, dates are ISO dates, a range is a list of two decimals.

    Args:
        report: The report.
        lang: Language of the places.
    """
    return {
        "version": VERSION,
        "file": report.file,
        "projects": [_full_project(project, lang) for project in report.projects],
        "unread": [dump_unread(part, lang) for part in report.unread],
    }


def dump_unread(part: Unread, lang: str = "zh") -> dict[str, Any]:
    """What was not read: its place, why, and whether anything may be there."""
    return {
        **place(part.at, lang),
        "why": part.why.text(lang),
        "unseen": part.unseen,
    }


def dump_coverage(found: Coverage, lang: str = "zh") -> dict[str, Any]:
    """How much of a file was read, and what was not, with its place."""
    unused = [{"text": f.raw, "at": place(f.at, lang)} for f in found.unused]
    return {"used": found.used, "filled": found.filled, "unused": unused}


def dump_yaml(report: Report) -> str:
    """A report as YAML to read, edit and check again: raw texts without places."""
    data: dict[str, Any] = {
        "version": VERSION,
        "projects": [_without_gaps(project_data(p, _raw)) for p in report.projects],
    }
    if report.unread:
        data["unread"] = [dump_unread(part) for part in report.unread]
    return yaml.dump(
        data, Dumper=_PlainDumper, allow_unicode=True, sort_keys=False, width=10_000
    )


def _full_project(project: Project, lang: str) -> dict[str, Any]:
    dump = partial(_full, year=project.evaluation_year, lang=lang)
    return {
        **project_data(project, dump),
        "total_score": dump(project.total),
        "stated_total": dump(project.stated_total),
        "layout": dump_layout(project.layout, lang),
    }


def project_data(project: Project, dump: Dump) -> dict[str, Any]:
    """A project as nested data.

    Args:
        project: The project.
        dump: What to make of each field; it gets None where the form has no such cell.
    """
    return {
        "form": project.form,
        "title": dump(project.title),
        "project": {
            name: dump(getattr(project, name))
            for name in ("name", "year", "department", "unit")
        },
        "preparer": _parts(project.preparer, dump),
        "budget": _budget(project.budget, dump),
        "goals": _parts(project.goals, dump),
        **(_table(project.table, dump) if project.table else {"indicators": []}),
        "section_tables": [_table(table, dump) for table in project.section_tables],
        "total_score": dump(project.stated_total),
        "grade": dump(project.grade),
        "conclusion": dump(project.conclusion),
        "sections": [_section(section, dump) for section in project.sections],
        "annex": dump(project.annex),
        "attachment_note": dump(project.attachment_note),
        "remarks": _remarks(project.remarks, dump),
    }


def said_words(project: Project) -> list[str]:
    """Every text that a project holds, in the order of its record; no blank ones."""
    words: list[str] = []

    def note(field: Field | None) -> None:
        if field is not None and field.raw:
            words.append(field.raw)

    project_data(project, note)
    return words


def _parts(group: Any, dump: Dump) -> dict[str, Any]:
    return {
        part.name: dump(getattr(group, part.name)) for part in dataclass_fields(group)
    }


def _budget(budget: Budget | None, dump: Dump) -> dict[str, Any] | None:
    if budget is None:
        return None
    rows: dict[str, dict[str, Any]] = {}
    for (row, column), field in budget.cells.items():
        rows.setdefault(row.value, {})[column.value] = dump(field)
    return {
        "unit": dump(budget.unit),
        "weight": dump(budget.weight),
        "score": dump(budget.score),
        "rows": rows,
        "further": [dump(field) for field in budget.further],
    }


def _table(table: IndicatorTable, dump: Dump) -> dict[str, Any]:
    return {
        "labels": {key: dump(field) for key, field in table.labels.items()},
        "indicators": [_indicator(row, dump) for row in table.rows],
        "total_row": {
            "weight": dump(table.total_weight),
            "score": dump(table.total_score),
        },
    }


def _indicator(row: Indicator, dump: Dump) -> dict[str, Any]:
    first = {"level1": dump(row.level1), "level2": dump(row.level2)}
    rest = {key: dump(getattr(row, key)) for key in INDICATOR_KEYS if key not in first}
    remarks = {"remarks": _remarks(row.remarks, dump)} if row.remarks else {}
    return {**first, "level3": dump(row.name), **rest, **remarks}


def _remarks(remarks: Iterable[Remark], dump: Dump) -> list[dict[str, Any]]:
    return [{"label": dump(r.label), "text": dump(r.text)} for r in remarks]


def _section(section: Section, dump: Dump) -> dict[str, Any]:
    return {
        "heading": dump(section.heading),
        "level": section.level,
        "chapter": section.chapter.value,
        "paragraphs": [dump(paragraph) for paragraph in section.paragraphs],
    }


def _raw(field: Field | None) -> str | dict[str, Any] | None:
    if field is None or field.binding is None:
        return None if field is None else field.raw
    typed = {"raw": field.raw} if field.raw else {}
    return {**typed, **binding_data(field.binding)}


def _full(field: Field | None, year: int | None, lang: str) -> dict[str, Any] | None:
    if field is None:
        return None
    value, unit = value_and_unit(field, year)
    bound = {"binding": binding_data(field.binding)} if field.binding else {}
    return {
        "raw": field.raw,
        "value": value,
        "unit": unit,
        "at": place(field.at, lang),
        **bound,
    }


def value_and_unit(field: Field, year: int | None = None) -> tuple[Any, str | None]:
    """The value and its unit; null where the text is no single value."""
    match field.read(year):
        case Number(quantity=quantity) | Duration(quantity=quantity):
            return plain(quantity.value), quantity.unit.symbol or None
        case Span(low=low, high=high):
            return [plain(low.value), plain(high.value)], high.unit.symbol or None
        case Deadline(day=day):
            return day.isoformat(), None
        case _:
            return None, None


def _without_gaps(data: Any) -> Any:
    """Plain data without absent fields and empty groups; blank fields stay."""
    if isinstance(data, Mapping):
        kept = {key: _without_gaps(value) for key, value in data.items()}
        return {k: v for k, v in kept.items() if v is not None and v not in ({}, [])}
    if isinstance(data, list):
        return [_without_gaps(item) for item in data]
    return data


class _PlainDumper(yaml.SafeDumper):
    """Writes what :class:`PlainLoader` reads: only a null look-alike needs quotes."""


_PlainDumper.yaml_implicit_resolvers = PlainLoader.yaml_implicit_resolvers


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_PlainDumper.add_representer(str, _text)
_PlainDumper.add_representer(int, lambda dumper, number: _text(dumper, str(number)))


def scalar_yaml(text: str, style: str | None) -> str:
    """A text on one line of YAML, in a style: None for plain, else its quote."""
    said: str = yaml.dump(
        text, Dumper=_PlainDumper, allow_unicode=True, width=10**9, default_style=style
    )
    return said.removesuffix("\n").removesuffix("\n...")


def binding_yaml(binding: Binding) -> str:
    """A binding on one line: ``{from: activities, measure: count}``."""
    said: str = yaml.dump(
        binding_data(binding),
        Dumper=_PlainDumper,
        allow_unicode=True,
        sort_keys=False,
        width=10**9,
        default_flow_style=True,
    )
    return said.removesuffix("\n")
