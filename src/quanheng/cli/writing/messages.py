"""Messages of a command besides its answer (提示信息)."""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

import typer

from quanheng.core.bilingual import NO_WORDS, Words


class Said(Protocol):
    """A text in both languages, such as words or an error."""

    def text(self, lang: str = "zh") -> str:
        """The text in one language."""


def say(said: Said, lang: str, about: str = "") -> None:
    """Print a message to stderr, after the name of a file if it is about one."""
    lead = f"{about}: " if about else ""
    typer.echo(lead + said.text(lang), err=True)


def say_all(notes: Iterable[Said], lang: str, about: str = "") -> None:
    """Print several messages to stderr, one line each."""
    for note in notes:
        say(note, lang, about)


def say_written(
    path: Path, lang: str, *, aside: bool = False, more: Words = NO_WORDS
) -> None:
    """Print which file was written; to stderr if the answer itself is on the screen."""
    said = Words(f"已写入 {path}{more.zh}", f"wrote {path}{more.en}")
    typer.echo(said.text(lang), err=aside)
