"""Report → plain data, as ``convert`` writes them (写出数据)."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import yaml

from quanheng.core.computed.binding import Binding
from quanheng.core.computed.binding_record import binding_data
from quanheng.core.expression import Deadline, Duration, Number, Span
from quanheng.core.field import Field
from quanheng.core.quantity import plain
from quanheng.core.report import Project, Report
from quanheng.core.unread import Unread
from quanheng.forms.coverage import Coverage
from quanheng.office.plain_yaml import PlainLoader
from quanheng.record.codec import record_of
from quanheng.record.kinds import PLACES, UNREAD, Style, place
from quanheng.record.migrations import RECORD_VERSION

VERSION = 1
"""Version of the keys; within a version, keys are only added."""


def dump_report(report: Report, lang: str = "zh") -> dict[str, Any]:
    """A report as the object that ``convert --to json`` prints.

    :func:`quanheng.record.load.load_report` makes an equal report of it. Every field is
    null or ``{"raw", "value", "unit", "at": {"text", "path"}}``, with the places
    ``also`` of further cells joined in it and the ``binding`` of a computed value.
    Where it is not certain that a text is the value, ``raw`` is empty, ``seen`` is the
    text and ``margin`` says how much better this reading was than the next best one.
    Decimals are strings, dates are ISO dates, a range is a list of two decimals.
    """
    return {
        "version": VERSION,
        "record_version": RECORD_VERSION,
        "file": report.file,
        "projects": [_full_project(project, lang) for project in report.projects],
        "unread": UNREAD.dump(report.unread, _places_in(lang)),
    }


def dump_unread(part: Unread, lang: str = "zh") -> dict[str, Any]:
    """An unread part: its place, the reason, and whether its content is unknown.

    A single text has what was ``seen`` and the ``guess`` what it may be.
    """
    said = {
        **place(part.at, lang),
        "why": part.why.text(lang),
        "unseen": part.unseen,
    }
    if part.seen:
        said |= {"seen": part.seen, "guess": part.guess.text(lang)}
    return said


def dump_coverage(found: Coverage, lang: str = "zh") -> dict[str, Any]:
    """How much of a file was read, with the places of the rest."""
    return record_of(Coverage).dump(found, _places_in(lang))


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


def _places_in(lang: str) -> Style:
    return Style(lambda field: None, lang)


def _full_project(project: Project, lang: str) -> dict[str, Any]:
    write = partial(_full, year=project.evaluation_year, lang=lang)
    return {
        **project_data(project, write, lang),
        "total_score": write(project.total),
        "stated_total": write(project.stated_total),
    }


def project_data(
    project: Project, field: Callable[[Field | None], Any], lang: str = ""
) -> dict[str, Any]:
    """A project as nested data, each field converted by ``field``.

    Absent cells are None. Places are written in a language, by default not at all.
    """
    data = record_of(Project).dump(project, Style(field, lang))
    return {"indicators": [], **data}


def said_words(project: Project) -> list[str]:
    """Every text of a project except blank ones, in the order of its record."""
    words: list[str] = []

    def note(field: Field | None) -> None:
        if field is not None and field.raw:
            words.append(field.raw)

    project_data(project, note)
    return words


def _raw(field: Field | None) -> str | dict[str, Any] | None:
    if field is None or (field.binding is None and not field.seen):
        return None if field is None else field.raw
    typed = {"raw": field.raw} if field.raw else {}
    seen = {"seen": field.seen} if field.seen else {}
    return {**typed, **seen, **(binding_data(field.binding) if field.binding else {})}


def _full(field: Field | None, year: int | None, lang: str) -> dict[str, Any] | None:
    if field is None:
        return None
    value, unit = value_and_unit(field, year)
    said = {
        "raw": field.raw,
        "value": value,
        "unit": unit,
        "at": place(field.at, lang),
    }
    if field.also:
        said["also"] = PLACES.dump(field.also, _places_in(lang))
    if field.binding:
        said["binding"] = binding_data(field.binding)
    if field.seen:
        said["seen"] = field.seen
        if field.margin is not None:
            said["margin"] = f"{field.margin:.2f}"
    return said


def value_and_unit(field: Field, year: int | None = None) -> tuple[Any, str | None]:
    """The value and its unit; None if the text is no single value."""
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
    """Writes for :class:`PlainLoader`: only texts that look like null need quotes."""


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
