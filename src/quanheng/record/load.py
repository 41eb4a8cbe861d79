"""Plain data → Report: YAML and JSON projects as input (读入数据)."""

from collections.abc import Mapping
from dataclasses import fields as dataclass_fields
from typing import Any, Final

from quanheng.core.bilingual import Words
from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.errors import UnreadableFileError
from quanheng.core.field import Field, Remark
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
from quanheng.core.unread import Unread
from quanheng.forms.recognising.narrative import overview_of
from quanheng.record.layout import load_layout
from quanheng.record.node import Node, as_field, member, wrong

VERSION: Final = 1
"""Version of the layout of the data; within one, keys are only added."""

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


def load_report(data: Any, name: str) -> Report:
    """Plain data → Report.

    Args:
        data: One project, or a mapping with a list ``projects``.
        name: The file's name.

    Raises:
        UnreadableFileError: The data is no project, or of a layout that is not known.
    """
    whole = Node(data)
    version = whole.field("version")
    if version is not None and version.raw != str(VERSION):
        raise _other_version(name, version.raw)
    if "projects" in whole:
        projects = tuple(_project(node) for node in whole.nodes("projects"))
    else:
        projects = (_project(whole),)
    if not projects or not whole.data:
        raise wrong(name, "至少一个项目的数据", "data of at least one project")
    return Report(name, projects, tuple(map(_unread, whole.nodes("unread"))))


def _other_version(name: str, version: str) -> UnreadableFileError:
    said = version[:20]
    return UnreadableFileError(
        Words(
            f"{name} 的数据版本（version）为{said}，本软件可读取的版本为{VERSION}",
            f"{name} is of version {said}; version {VERSION} can be read",
        ),
        Words(
            "请使用生成该文件的软件版本，或更新本软件",
            "use the release that wrote it, or a newer one",
        ),
    )


def _unread(node: Node) -> Unread:
    """What was left out when the record was made, by the place that it names."""
    place, why = (str(node.data.get(key) or "") for key in ("text", "why"))
    return Unread(Source(key=place), Words(why, why), node.is_true("unseen"))


def load_project(data: Mapping[str, Any]) -> Project:
    """Plain data of one project → Project.

    Args:
        data: The record; keys as in ``convert --to json``.
    """
    return _project(Node(data))


def _project(node: Node) -> Project:
    sections = tuple(_section(part) for part in node.nodes("sections"))
    head = node.node("project")
    total = "stated_total" if "stated_total" in node else "total_score"
    return Project(
        form=str(node.data.get("form") or ""),
        name=head.field("name"),
        year=head.field("year"),
        department=head.field("department"),
        unit=head.field("unit"),
        preparer=Preparer(**_group(node.node("preparer"), Preparer)),
        overview=overview_of(sections),
        budget=_budget(node.node("budget")) if node.data.get("budget") else None,
        goals=Goals(**_group(node.node("goals"), Goals)),
        table=_table(node) if _has_table(node) else None,
        section_tables=tuple(_table(part) for part in node.nodes("section_tables")),
        stated_total=node.field(total),
        table_total=node.node("total_row").field("score"),
        grade=node.field("grade"),
        conclusion=node.field("conclusion"),
        sections=sections,
        annex=node.field("annex"),
        attachment_note=node.field("attachment_note"),
        at=node.at,
        title=node.field("title"),
        remarks=_remarks(node),
        layout=load_layout(node.node("layout")) if node.data.get("layout") else None,
    )


def _group(node: Node, kind: type[Any]) -> dict[str, Field | None]:
    return {part.name: node.field(part.name) for part in dataclass_fields(kind)}


def _budget(node: Node) -> Budget:
    cells = {}
    rows = node.node("rows")
    for row in rows:
        columns = rows.node(row)
        for column in columns:
            if (field := columns.bindable(column)) is not None:
                path = columns.below(column)
                key = member(BudgetRow, row, path), member(BudgetColumn, column, path)
                cells[key] = field
    further = (as_field(item, path) for item, path in node.items("further"))
    return Budget(
        cells,
        node.field("unit"),
        node.field("weight"),
        node.field("score"),
        node.at,
        tuple(field for field in further if field is not None),
    )


def _has_table(node: Node) -> bool:
    return any(node.data.get(part) for part in ("indicators", "labels", "total_row"))


def _table(node: Node) -> IndicatorTable:
    labels, total = node.node("labels"), node.node("total_row")
    return IndicatorTable(
        rows=tuple(_indicator(row) for row in node.nodes("indicators")),
        labels={key: field for key in labels if (field := labels.field(key))},
        total_weight=total.field("weight"),
        total_score=total.field("score"),
        at=node.place("table_at", "indicators"),
    )


def _indicator(node: Node) -> Indicator:
    return Indicator(
        name=_named(node, "level3"),
        at=node.at,
        **{key: node.field(key) for key in INDICATOR_KEYS if key != "actual"},
        actual=node.bindable("actual"),
        remarks=_remarks(node),
    )


def _remarks(node: Node) -> tuple[Remark, ...]:
    return tuple(
        Remark(_named(part, "label"), _named(part, "text"))
        for part in node.nodes("remarks")
    )


def _named(node: Node, key: str) -> Field:
    """A value that is never absent: an empty one where the record leaves it out."""
    return node.field(key) or Field("", Source(key=node.below(key)))


def _section(node: Node) -> Section:
    chapter = str(node.data.get("chapter") or Chapter.OTHER)
    level = str(node.data.get("level") or 0)
    if level not in "01234":
        raise wrong(node.below("level"), "0 到 4 的数字", "a number from 0 to 4")
    paragraphs = (as_field(text, path) for text, path in node.items("paragraphs"))
    return Section(
        heading=_named(node, "heading"),
        level=int(level),
        chapter=member(Chapter, chapter, node.below("chapter")),
        paragraphs=tuple(field for field in paragraphs if field is not None),
    )
