"""The screen, the file or the folder of pages for an answer (输出位置)."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import typer

from quanheng.answers.formats import Format, as_file
from quanheng.answers.manner import Part
from quanheng.cli.call_faults import bad_call
from quanheng.cli.session import Lang
from quanheng.cli.writing.answer_file import check_place
from quanheng.cli.writing.messages import say_written
from quanheng.cli.writing.outputs import write_output
from quanheng.core.bilingual import Words

_INDEX: Final = "index.html"
_PAGES: Final = frozenset({".html", ".htm"})


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


def hand_over(parts: Iterable[Part], place: Path | None, lang: Lang) -> None:
    """Write or print the parts of an answer as they come."""
    for part in parts:
        if place is None:
            if part.content:
                typer.echo(part.content)
        elif part.name:
            write_output(place.parent / part.name, as_file(part.content))
        else:
            write_output(place, as_file(part.content))
            say_written(place, lang)
