"""An answer printed or written to a file (单份答复)."""

from pathlib import Path

import typer

from quanheng.answers.formats import as_file
from quanheng.cli.call_faults import bad_call
from quanheng.cli.writing.messages import say_written
from quanheng.cli.writing.outputs import write_output
from quanheng.core.bilingual import Words

_BINARY = "xlsx"


def check_place(form: str, output: Path | None) -> None:
    """Refuse to print a workbook to the screen.

    Raises:
        QuanhengError: The format needs a file, and none is named.
    """
    if form == _BINARY and output is None:
        raise bad_call(
            Words(
                f"--format {form} 须用 -o 指定输出文件",
                f"--format {form} needs -o FILE",
            )
        )


def hand_out(said: str | bytes, output: Path | None, lang: str) -> None:
    """Print an answer, or write it to the output file."""
    if output is None:
        typer.echo(said, nl=isinstance(said, str))
    else:
        write_output(output, as_file(said))
        say_written(output, lang)
