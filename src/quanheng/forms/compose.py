"""Reports to documents, in the layout of an official form (成文)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from quanheng.core.errors import UnknownFormError
from quanheng.core.field import text_of
from quanheng.core.report import Project, Report
from quanheng.document.blocks import Block, Document
from quanheng.forms.national import compose as national
from quanheng.forms.shanxi import compose as shanxi

_FORMS: Final[Mapping[str, Callable[[Project], Iterator[Block]]]] = {
    "shanxi": shanxi.compose_project,
    "national": national.compose_project,
}
_FORM_WHERE_NONE_IS_KNOWN: Final = "national"

FORMS: Final = tuple(_FORMS)
"""Names of the layouts that can be composed."""


def compose(report: Report, form: str | None = None) -> Document:
    """A report as a document that says exactly what the report says.

    Args:
        report: The report; its projects follow one another.
        form: The layout; each project keeps its own where none is named.

    Raises:
        UnknownFormError: There is no such layout.
    """
    blocks = [block for project in report.projects for block in _blocks(project, form)]
    names = (text_of(project.name) for project in report.projects)
    title = "、".join(name for name in names if name)
    return Document(report.file, tuple(blocks), title)


def _blocks(project: Project, form: str | None) -> Iterator[Block]:
    own = project.form if project.form in _FORMS else _FORM_WHERE_NONE_IS_KNOWN
    layout = _layout(form or own)
    if form is None or form == project.form:
        return layout(project)
    return layout(_without_labels(project))


def _without_labels(project: Project) -> Project:
    """The project, its columns free to take the labels of another layout."""
    table = project.table and replace(project.table, labels={})
    sections = tuple(replace(part, labels={}) for part in project.section_tables)
    return replace(project, table=table, section_tables=sections)


def _layout(form: str) -> Callable[[Project], Iterator[Block]]:
    try:
        return _FORMS[form]
    except KeyError:
        raise UnknownFormError(
            f"没有名为 {form} 的版式",
            f"可用的版式：{'、'.join(FORMS)}",
            message_en=f"There is no form named {form}",
            hint_en=f"forms: {', '.join(FORMS)}",
        ) from None
