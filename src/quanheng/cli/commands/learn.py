"""``quanheng learn``: from a corrected record to hints for the next form (学习表式)."""

from pathlib import Path
from typing import Annotated

import typer

from quanheng.answers.learned import learned_text
from quanheng.cli.session import FOUND, DebugOption, Lang, LangOption, read_input
from quanheng.cli.writing.messages import say_written
from quanheng.cli.writing.outputs import ForceOption, may_write, write_output
from quanheng.readers import read_document
from quanheng.record.hints import hint_file
from quanheng.tasks.reading.learn_hints import learn_hints
from quanheng.tasks.reading.read_report import read_report


def learn(
    document: Annotated[
        str, typer.Argument(metavar="REPORT", help="原报告文件 the report as it was")
    ],
    record: Annotated[
        str,
        typer.Argument(
            metavar="RECORD",
            help="convert 输出、经人工更正的数据 its record, corrected by hand",
        ),
    ],
    output: Annotated[
        Path,
        typer.Option("-o", "--output", help="提示文件 .yaml the hint file to write"),
    ],
    force: ForceOption = False,
    lang: LangOption = Lang.ZH,
    debug: DebugOption = False,
) -> int:
    """由更正的数据学习表式 / Learn a layout from a corrected record."""
    corrected = read_report(*read_input(record))
    printed = read_document(*read_input(document))
    may_write(output)
    found = learn_hints(printed, corrected)
    typer.echo(learned_text(found, lang), err=True)
    if not found.hints:
        return FOUND if found.missing else 0
    write_output(output, hint_file(found.hints))
    say_written(output, lang)
    return 0
