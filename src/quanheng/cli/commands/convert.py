"""``quanheng convert``: print the data that was read, with places (转换)."""

from enum import StrEnum
from typing import Annotated

import typer

from quanheng.answers.coverage import coverage_text
from quanheng.cli.options.answer import OutputOption
from quanheng.cli.options.like import LikeOption, hints_of
from quanheng.cli.session import DebugOption, Lang, LangOption, PathArgument, read_input
from quanheng.cli.writing.answer_file import check_place
from quanheng.cli.writing.messages import say_written
from quanheng.cli.writing.outputs import ForceOption, write_output
from quanheng.tasks.reading.convert_report import convert_report, read_with_coverage


class To(StrEnum):
    """Data formats (数据格式)."""

    JSON = "json"
    YAML = "yaml"
    XLSX = "xlsx"


def convert(
    path: PathArgument,
    to: Annotated[To, typer.Option("--to", help="数据格式 data format")] = To.JSON,
    output: OutputOption = None,
    like: LikeOption = "",
    force: ForceOption = False,
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> None:
    """输出读到的数据 / Print what was read."""
    check_place(to, output, "--to")
    report, found = read_with_coverage(*read_input(path), hints_of(like))
    data = convert_report(report, to, lang, found)
    if found is not None:
        for line in coverage_text(found, lang):
            typer.echo(line, err=True)
    if output is None:
        typer.echo(data.decode(), nl=False)
        return
    write_output(output, data)
    say_written(output, lang)
