"""Print an answer, or write it to a file or a folder of pages (输出位置)."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import typer

from quanheng.answers.formats import Format, as_file
from quanheng.answers.manner import Part
from quanheng.cli.call_faults import bad_call
from quanheng.cli.writing.messages import say_written
from quanheng.cli.writing.outputs import write_output
from quanheng.core.bilingual import Words

_BINARY: Final = "xlsx"
_INDEX: Final = "index.html"
_PAGES: Final = frozenset({".html", ".htm"})


def check_place(form: str, output: Path | None, option: str = "--format") -> None:
    """Refuse to print a workbook to the screen.

    Raises:
        QuanhengError: The format needs a file, and none is named.
    """
    if form == _BINARY and output is None:
        said = f"{option} {form}"
        raise bad_call(Words(f"{said} 须用 -o 指定输出文件", f"{said} needs -o FILE"))


def answer_place(form: Format, output: Path | None, *, several: bool) -> Path | None:
    """The file of the answer itself, None for the screen.

    The overview page of several reports links to a page of each in a folder beside
    it; in an output folder it is the index.

    Raises:
        QuanhengError: The format can't be printed to the screen.
    """
    pages = form is Format.HTML and several
    if output is None:
        if pages:
            raise bad_call(
                Words(
                    "多份报告的网页须用 -o 指定文件夹",
                    "pages of several reports need -o DIR",
                )
            )
        check_place(form, output)
        return None
    is_folder = output.is_dir() or output.suffix.lower() not in _PAGES
    return output / _INDEX if pages and is_folder else output


def write_answer(said: str | bytes, output: Path | None, lang: str) -> None:
    """Print an answer, or write it to the output file."""
    if output is None:
        typer.echo(said, nl=isinstance(said, str))
    else:
        write_output(output, as_file(said))
        say_written(output, lang)


def write_parts(parts: Iterable[Part], place: Path | None, lang: str) -> None:
    """Write or print the parts of an answer as they come."""
    for part in parts:
        if place is not None and part.name:
            write_output(place.parent / part.name, as_file(part.content))
        elif place is not None or part.content:
            write_answer(part.content, place, lang)
