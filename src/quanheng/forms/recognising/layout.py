"""How the texts of a report are set, by what they are (版面归集)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import repeat
from typing import Final

from quanheng.core.field import Field
from quanheng.core.layout import Layout, TextLayout, TextRole, Typesetting
from quanheng.core.report import Project
from quanheng.core.source import Source
from quanheng.document.headings import printed_level
from quanheng.document.layout import DocumentLayout

_SENTENCES: Final = re.compile(r".*[。；！？：:]\s*[”’）)]?\s*", re.DOTALL)
_NOTE: Final = re.compile(r"\s*(?:注|备注|附注|说明|资料来源|数据来源)\s*\d*\s*[:：.]")
_HEAD_ROWS: Final = 3
"""A title and two rows of heads."""
_LEVELS: Final = (
    TextRole.LEVEL1,
    TextRole.LEVEL2,
    TextRole.LEVEL3,
    TextRole.LEVEL4,
)

Settings = Mapping[Source, Typesetting]


def with_layout(
    projects: Sequence[Project], found: DocumentLayout | None
) -> tuple[Project, ...]:
    """The projects of one file with how they are set."""
    if found is None:
        return tuple(projects)
    headed = {number for project in projects for number in _headed(project)}
    whole = Layout(
        pages=found.pages,
        tables=tuple(
            replace(table, has_head=table.at.table in headed) for table in found.tables
        ),
        traces=found.traces,
        properties=found.properties,
    )
    shares = (whole, *repeat(Layout(), len(projects) - 1))
    return tuple(
        replace(p, layout=replace(share, texts=_texts(p, found.paragraphs)))
        for p, share in zip(projects, shares, strict=True)
    )


def _headed(project: Project) -> Iterator[int]:
    """The indicator tables that begin with the heads of their columns.

    In a form they stand below its head and budget, where no program can repeat them.
    """
    tables = (*filter(None, (project.table,)), *project.section_tables)
    for table in tables:
        rows = {label.at.row for label in table.labels.values()}
        if rows and max(rows) <= _HEAD_ROWS:
            yield table.at.table


def _texts(project: Project, settings: Settings) -> tuple[TextLayout, ...]:
    alike: dict[tuple[TextRole, Typesetting], list[Field]] = {}
    for role, text in _in_roles(project):
        if setting := settings.get(text.at):
            alike.setdefault((role, setting), []).append(text)
    return tuple(
        TextLayout(role, setting, first, 1 + len(rest), tuple(t.at for t in rest))
        for (role, setting), (first, *rest) in alike.items()
    )


def _in_roles(project: Project) -> Iterator[tuple[TextRole, Field]]:
    """Title, headings and full sentences; each paragraph once."""
    waiting = {p.at for p in project.paragraphs() if _is_body(p.raw)}
    run_in = frozenset(waiting)
    begun = False
    for section in project.sections:
        if not section.level:
            continue
        heading = section.heading
        if not begun and project.title and _is_above(project.title, heading):
            yield TextRole.TITLE, project.title
        begun = True
        if heading.at not in run_in and printed_level(heading.raw) == section.level:
            yield _LEVELS[section.level - 1], heading
        for paragraph in section.paragraphs:
            if paragraph.at in waiting:
                waiting.remove(paragraph.at)
                yield TextRole.BODY, paragraph


def _is_body(text: str) -> bool:
    """Whether a text is told in sentences: no caption, note, date or signature."""
    return _SENTENCES.fullmatch(text) is not None and _NOTE.match(text) is None


def _is_above(title: Field, heading: Field) -> bool:
    return 0 < title.at.paragraph < heading.at.paragraph
