"""What is composed, written and read again says the same."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from quanheng.core.report import Project, Report
from quanheng.document.blocks import AnnexStart, Document, Heading, Paragraph
from quanheng.document.table import Table
from quanheng.forms.compose import FORMS, compose
from quanheng.forms.recognise import recognise
from quanheng.language.patterns.heading_numbers import heading_number
from quanheng.readers import read_document
from quanheng.writers import writer_for
from tests.forms.compose.conftest import said


def printed_and_read(project: Project, form: str | None = None) -> Project:
    document = compose(Report("a.yaml", (project,)), form)
    data = writer_for(".docx").write(document)
    return recognise(read_document(data, "a.docx")).projects[0]


def texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        match block:
            case Heading() | Paragraph():
                yield block.text
            case AnnexStart():
                yield block.label
            case Table():
                yield from (cell.text for cell in block.cells)


def raw_texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from raw_texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from raw_texts(inner)


def test_own_form_gives_the_same_report_field_by_field(project: Project) -> None:
    assert said(printed_and_read(project)) == said(project)


def unnumbered(text: str) -> str:
    """A text without a heading's number: two outlines are counted as one."""
    number = heading_number(text)
    return text.removeprefix(number.raw) if number else text


@pytest.mark.parametrize("form", FORMS)
def test_nothing_is_lost_in_another_form(project: Project, form: str) -> None:
    labels = replace(
        project,
        form="",
        table=None,
        section_tables=(),
        annex=None,
        attachment_note=None,
    )
    rows = [said(row) for row in project.indicators]
    inner = [said(row) for table in project.section_tables for row in table.rows]
    printed = "\n".join(texts(compose(Report("a", (project,)), form)))
    missing = {
        text
        for part in (said(labels), rows, inner)
        for text in raw_texts(part)
        for line in unnumbered(text).split()
        if line not in printed
    } - {section.chapter.value for section in project.sections}
    assert not missing


def test_composing_what_was_read_again_changes_nothing(project: Project) -> None:
    once = printed_and_read(project)
    assert said(printed_and_read(once)) == said(once)


def test_the_real_report_survives_printing(seed_docx: Path) -> None:
    read = recognise(read_document(seed_docx.read_bytes(), "a")).projects[0]
    assert said(printed_and_read(read)) == said(read)


def test_report_without_annex_keeps_its_tables_in_the_chapters(
    publicity: Project,
) -> None:
    parts = publicity.section_tables
    rows = tuple(row for part in parts for row in part.rows)
    project = replace(
        publicity, annex=None, section_tables=(), table=replace(parts[0], rows=rows)
    )
    assert said(printed_and_read(project)) == said(replace(project, form="shanxi"))
