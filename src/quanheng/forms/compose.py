"""Composes reports as documents in the layout of an official form (成文)."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.errors import UnknownFormError
from quanheng.core.field import text_of
from quanheng.core.report import Project, Report
from quanheng.document.blocks import Block, Document, Heading
from quanheng.document.table import Table
from quanheng.forms.composing.backing import Backing
from quanheng.forms.composing.charts import illustrated
from quanheng.forms.composing.evidence_annex import with_evidence_annex
from quanheng.forms.composing.period_table import period_blocks
from quanheng.forms.national import compose as national
from quanheng.forms.shanxi import compose as shanxi
from quanheng.forms.transfer import compose as transfer
from quanheng.language.patterns.heading_numbers import heading_number
from quanheng.scoring.scorecard import Scorecard

_FORMS: Final[Mapping[str, Callable[[Project], Iterator[Block]]]] = {
    "shanxi": shanxi.compose_project,
    "national": national.compose_project,
    "transfer": transfer.compose_project,
}
_ANNOUNCES_FORM: Final = re.compile(r"附[件表]\s*[：:](?!\s*\d)[^\n]*表")
_NEAREST_REPORT: Final = "shanxi"
_NEAREST_FORM: Final = "national"
FORMS: Final = tuple(_FORMS)
"""Names of the layouts that a project can be composed in."""
SUMMARY: Final = "summary"
"""Name of the layout that sums projects up."""


def compose(
    report: Report,
    form: str | None = None,
    cards: Sequence[Scorecard] | None = None,
    backings: Sequence[Backing] = (),
) -> Document:
    """A report as a document with exactly the same content.

    Args:
        report: The report; its projects follow one another.
        form: The layout; by default each project keeps its own.
        cards: The recomputed scores of each project for charts; None for no charts.
        backings: The evidence behind each project for an annex; empty for no annex.

    Raises:
        UnknownFormError: There is no such layout.
    """
    parts: Iterable[Iterable[Block]] = (
        _of_project(number, _blocks(project, form))
        for number, project in enumerate(report.projects)
    )
    if cards is not None:
        parts = map(illustrated, parts, report.projects, cards)
    if backings:
        pairs = zip(parts, backings, strict=True)
        parts = (with_evidence_annex(part, backing) for part, backing in pairs)
    blocks = [block for part in parts for block in part]
    names = (text_of(project.name) for project in report.projects)
    title = "、".join(name for name in names if name)
    return Document(report.file, tuple(blocks), title)


def _of_project(number: int, blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield replace(block, project=number) if isinstance(block, Table) else block


def _blocks(project: Project, form: str | None) -> Iterator[Block]:
    layout = _layout(form or _own_form(project))
    if form is None or form == project.form:
        yield from layout(project)
    else:
        yield from renumbered(layout(_without_own_layout(project)))
    yield from period_blocks(project)


def _own_form(project: Project) -> str:
    """The layout of a project, else the nearest one."""
    if project.form in _FORMS:
        return project.form
    return _NEAREST_REPORT if project.has_narrative else _NEAREST_FORM


def _without_own_layout(project: Project) -> Project:
    """The project without the labels and the annex of its layout.

    A note that only announces the form belongs to the layout, too.
    """
    note = project.attachment_note
    if note and _ANNOUNCES_FORM.fullmatch(note.raw):
        note = None
    table = project.table and replace(project.table, labels={})
    sections = tuple(replace(part, labels={}) for part in project.section_tables)
    return replace(
        project, table=table, section_tables=sections, annex=None, attachment_note=note
    )


def _layout(form: str) -> Callable[[Project], Iterator[Block]]:
    try:
        return _FORMS[form]
    except KeyError:
        known = (*FORMS, SUMMARY)
        raise UnknownFormError(
            Words(f"无此表式：{form}", f"There is no form named {form}"),
            Words(f"可用的表式：{'、'.join(known)}", f"forms: {', '.join(known)}"),
        ) from None


def renumbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with all numbered headings renumbered in sequence.

    A report composed in another layout has chapters of both, each with numbers of its
    own. A title restarts the count.
    """
    reached: dict[int, int] = {}
    for block in blocks:
        if not isinstance(block, Heading):
            yield block
            continue
        reached = {level: n for level, n in reached.items() if level <= block.level}
        number = heading_number(block.text)
        if block.level == 0 or number is None:
            yield block
            continue
        reached[block.level] = reached.get(block.level, 0) + 1
        yield replace(block, text=number.renumbered(block.text, reached[block.level]))
