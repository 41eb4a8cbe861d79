"""``quanheng convert``: print the data that was read, with places (转换)."""

from enum import StrEnum
from typing import Annotated

import typer

from quanheng.answers.coverage import coverage_text
from quanheng.answers.explained.html import explained_html
from quanheng.answers.explained.json import explained_json
from quanheng.answers.explained.text import explained_text
from quanheng.cli.options.answer import OutputOption
from quanheng.cli.options.like import LikeOption, hints_of
from quanheng.cli.session import DebugOption, Lang, LangOption, PathArgument, read_input
from quanheng.cli.writing.answer_file import check_place
from quanheng.cli.writing.messages import say_written
from quanheng.cli.writing.outputs import ForceOption, write_output
from quanheng.forms.hints.hints import Hints
from quanheng.tasks.reading.convert_report import convert_report, read_with_coverage
from quanheng.tasks.reading.explain_reading import explain_reading


class To(StrEnum):
    """Data formats (数据格式)."""

    JSON = "json"
    YAML = "yaml"
    XLSX = "xlsx"


class Explain(StrEnum):
    """Formats of the reasons (说明格式)."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


def convert(
    path: PathArgument,
    to: Annotated[To, typer.Option("--to", help="数据格式 data format")] = To.JSON,
    output: OutputOption = None,
    like: LikeOption = "",
    explain: Annotated[
        Explain | None,
        typer.Option(
            "--explain",
            help="说明各项取值的位置与依据 say of each value where and why it was read",
        ),
    ] = None,
    force: ForceOption = False,
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """输出读到的数据 / Print what was read."""
    if explain is not None:
        reasons = _explained(path, explain, hints_of(like), lang)
        _answer(reasons.encode(), output, lang)
        return
    check_place(to, output, "--to")
    report, found = read_with_coverage(*read_input(path), hints_of(like))
    data = convert_report(report, to, lang, found)
    if found is not None:
        for line in coverage_text(found, lang):
            typer.echo(line, err=True)
    _answer(data, output, lang)


def _answer(data: bytes, output: OutputOption, lang: str) -> None:
    if output is None:
        typer.echo(data.decode(), nl=False)
        return
    write_output(output, data)
    say_written(output, lang)


def _explained(path: str, form: Explain, hints: Hints, lang: str) -> str:
    found = explain_reading(*read_input(path), hints)
    match form:
        case Explain.JSON:
            return explained_json(found, lang)
        case Explain.HTML:
            return explained_html(found, lang)
        case Explain.TEXT:
            return explained_text(found, lang) + "\n"
