"""Reports to documents, in the layout of an official form (成文)."""

from collections.abc import Callable, Iterator, Mapping
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
    blocks = [
        block
        for project in report.projects
        for block in _layout(form or _own_form(project))(project)
    ]
    names = (text_of(project.name) for project in report.projects)
    title = "、".join(name for name in names if name)
    return Document(report.file, tuple(blocks), title)


def _own_form(project: Project) -> str:
    return project.form if project.form in _FORMS else _FORM_WHERE_NONE_IS_KNOWN


def _layout(form: str) -> Callable[[Project], Iterator[Block]]:
    try:
        return _FORMS[form]
    except KeyError:
        raise UnknownFormError(
            f"没有名为 {form} 的版式", f"可用的版式：{'、'.join(FORMS)}"
        ) from None
