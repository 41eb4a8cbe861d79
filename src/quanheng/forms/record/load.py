"""Plain data → Report: YAML and JSON projects as input (读入数据)."""

from collections.abc import Mapping, Sequence
from dataclasses import fields as dataclass_fields
from typing import Any

import yaml

from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.errors import UnreadableFileError
from quanheng.core.field import Field
from quanheng.core.indicator import Indicator
from quanheng.core.report import (
    Chapter,
    Goals,
    IndicatorTable,
    Preparer,
    Project,
    Report,
    Section,
)
from quanheng.core.source import Source
from quanheng.forms.recognising.narrative import overview_of

Record = Mapping[str, Any]

INDICATOR_KEYS = (
    "level1",
    "level2",
    "weight",
    "target",
    "actual",
    "completion",
    "score",
    "reason",
    "level1_weight",
    "level2_weight",
)


class PlainLoader(yaml.CSafeLoader):
    """A loader to which every scalar is the text that stands in the file.

    ``12.90`` and ``2021-12-31`` must stay as written: they are values of a form.
    """


PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag.endswith(":null")]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def parse_yaml(text: str) -> Any:
    """YAML → plain data with all scalars as text.

    Raises:
        UnreadableFileError: The text is no YAML.
    """
    try:
        return yaml.load(text, Loader=PlainLoader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"第{mark.line + 1}行" if mark else "文件"
        raise UnreadableFileError(f"YAML 格式错误：{where}") from error


def load_report(data: Any, name: str) -> Report:
    """Plain data → Report.

    Args:
        data: One project, or a mapping with a list ``projects``.
        name: The file's name.

    Raises:
        UnreadableFileError: The data is no project.
    """
    if not isinstance(data, Mapping):
        raise UnreadableFileError(f"{name} 不是项目数据：应为键值结构")
    if "projects" in data:
        projects = tuple(
            load_project(record, f"projects[{n}].")
            for n, record in enumerate(data["projects"])
        )
    else:
        projects = (load_project(data),)
    return Report(name, projects)


def load_project(data: Record, prefix: str = "") -> Project:
    """Plain data of one project → Project.

    Args:
        data: The record; keys as in ``convert --to json``.
        prefix: Put before the keys of places.
    """
    sections = tuple(
        _section(part, f"{prefix}sections[{n}]")
        for n, part in enumerate(data.get("sections") or ())
    )
    head = _Fields(data.get("project") or {}, f"{prefix}project")
    top = _Fields(data, prefix.rstrip("."))
    return Project(
        form=str(data.get("form") or ""),
        name=head.get("name"),
        year=head.get("year"),
        department=head.get("department"),
        unit=head.get("unit"),
        preparer=Preparer(**_group(data, prefix, "preparer", Preparer)),
        overview=overview_of(sections),
        budget=_budget(data.get("budget"), f"{prefix}budget"),
        goals=Goals(**_group(data, prefix, "goals", Goals)),
        table=_main_table(data, prefix.rstrip(".")),
        section_tables=tuple(
            _table(part, f"{prefix}section_tables[{n}]")
            for n, part in enumerate(data.get("section_tables") or ())
        ),
        stated_total=top.get(
            "stated_total" if "stated_total" in data else "total_score"
        ),
        table_total=_total_row(data, prefix.rstrip(".")).get("score"),
        grade=top.get("grade"),
        conclusion=top.get("conclusion"),
        sections=sections,
        annex=top.get("annex"),
        attachment_note=top.get("attachment_note"),
        at=Source(key=prefix.rstrip(".")),
    )


class _Fields:
    """The fields of one mapping, each with its key path as its place."""

    def __init__(self, data: Record, path: str) -> None:
        self.data, self.path = data, path

    def get(self, key: str) -> Field | None:
        return _field(self.data.get(key), f"{self.path}.{key}".lstrip("."))


def _field(value: object, path: str) -> Field | None:
    if isinstance(value, Mapping):
        value = value.get("raw")
    return None if value is None else Field(str(value), Source(key=path))


def _group(
    data: Record, prefix: str, key: str, kind: type[Any]
) -> dict[str, Field | None]:
    fields = _Fields(data.get(key) or {}, f"{prefix}{key}")
    return {part.name: fields.get(part.name) for part in dataclass_fields(kind)}


def _budget(data: Record | None, path: str) -> Budget | None:
    if data is None:
        return None
    cells = {}
    for row, columns in (data.get("rows") or {}).items():
        fields = _Fields(columns, f"{path}.rows.{row}")
        for column in columns:
            if (field := fields.get(column)) is not None:
                cells[BudgetRow(row), BudgetColumn(column)] = field
    fields = _Fields(data, path)
    return Budget(
        cells,
        fields.get("unit"),
        fields.get("weight"),
        fields.get("score"),
        Source(key=path),
    )


def _total_row(data: Record, path: str) -> _Fields:
    return _Fields(data.get("total_row") or {}, f"{path}.total_row".lstrip("."))


def _main_table(data: Record, path: str) -> IndicatorTable | None:
    parts = ("indicators", "labels", "total_row")
    return _table(data, path) if any(data.get(part) for part in parts) else None


def _table(data: Record, path: str) -> IndicatorTable:
    total = _total_row(data, path)
    labels = _Fields(data.get("labels") or {}, f"{path}.labels".lstrip("."))
    rows: Sequence[Record] = data.get("indicators") or ()
    return IndicatorTable(
        rows=tuple(
            _indicator(row, f"{path}.indicators[{n}]".lstrip("."))
            for n, row in enumerate(rows)
        ),
        labels={
            key: field for key in labels.data if (field := labels.get(key)) is not None
        },
        total_weight=total.get("weight"),
        total_score=total.get("score"),
        at=Source(key=f"{path}.indicators".lstrip(".")),
    )


def _indicator(data: Record, path: str) -> Indicator:
    fields = _Fields(data, path)
    return Indicator(
        name=fields.get("level3") or Field("", Source(key=f"{path}.level3")),
        at=Source(key=path),
        **{key: fields.get(key) for key in INDICATOR_KEYS},
    )


def _section(data: Record, path: str) -> Section:
    fields = _Fields(data, path)
    return Section(
        heading=fields.get("heading") or Field("", Source(key=f"{path}.heading")),
        level=int(data.get("level") or 0),
        chapter=Chapter(data.get("chapter") or Chapter.OTHER),
        paragraphs=tuple(
            field
            for n, text in enumerate(data.get("paragraphs") or ())
            if (field := _field(text, f"{path}.paragraphs[{n}]")) is not None
        ),
    )
