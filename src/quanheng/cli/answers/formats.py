"""The formats that findings come in, each loaded when it is asked for (输出格式)."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from importlib import import_module
from typing import cast

from quanheng.cli.answers.checked import CheckedFile
from quanheng.cli.answers.terminal import uncoloured


class Format(StrEnum):
    """How findings are printed (输出格式)."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    HTML = "html"
    XLSX = "xlsx"

    @property
    def is_binary(self) -> bool:
        """Whether it can only be written to a file."""
        return self is Format.XLSX


def answer(form: Format, checked: Sequence[CheckedFile], lang: str) -> str | bytes:
    """What the checked files say, in a format; bytes where it is a binary one."""
    name = f"findings_{form.value}"
    module = import_module(f"quanheng.cli.answers.{name}")
    write = cast(
        "Callable[[Sequence[CheckedFile], str], str | bytes]", getattr(module, name)
    )
    return write(checked, lang)


def as_file(said: str | bytes) -> bytes:
    """An answer as the content of a file."""
    if isinstance(said, bytes):
        return said
    return (uncoloured(said).rstrip("\n") + "\n").encode()
