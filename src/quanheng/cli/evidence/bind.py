"""``quanheng evidence bind``: propose how values are computed (取数建议)."""

from typing import Annotated

import typer

from quanheng.answers.evidence.suggestions import suggestions_text, waiting_text
from quanheng.cli.folders import folder_at, refuse_archive
from quanheng.cli.options.evidence import FolderArgument
from quanheng.cli.options.law import LawOption, RegionOption, YearOption, workplace_of
from quanheng.cli.session import (
    DebugOption,
    Lang,
    LangOption,
    PathArgument,
    read_input,
    today,
)
from quanheng.cli.writing.messages import say_all, say_written
from quanheng.cli.writing.outputs import write_back
from quanheng.tasks.evidence.apply_evidence import evidence_source
from quanheng.tasks.evidence.bind_evidence import (
    book_with_suggestions,
    suggested_bindings,
    waiting,
    with_suggestions,
)
from quanheng.tasks.reading.read_report import read_report


def bind(
    folder: FolderArgument,
    path: PathArgument,
    write: Annotated[
        bool,
        typer.Option(
            "--write",
            help="写入 绑定.xlsx（无此文件时写入 bindings.yaml），待人确认 "
            "add them to the folder's workbook, else to bindings.yaml",
        ),
    ] = False,
    region: RegionOption = None,
    law: LawOption = None,
    year: YearOption = None,
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """建议取数方式 / Propose how unbound values are computed; a person confirms."""
    if write:
        refuse_archive(folder)
    workplace = workplace_of(today(), region, law)
    source = evidence_source(folder_at(folder), workplace.book)
    report = read_report(*read_input(path)).in_year(year)
    say_all(source.notes(report), lang)
    found = tuple(suggested_bindings(report, source, workplace))
    typer.echo(suggestions_text(found, lang))
    if unconfirmed := waiting(source):
        typer.echo(waiting_text(unconfirmed, lang))
    if write:
        change = (
            with_suggestions(source, found)
            if source.book is None
            else book_with_suggestions(report, source, found, workplace)
        )
        write_back(folder / change.name, change.after, change.before)
        say_written(folder / change.name, lang)
