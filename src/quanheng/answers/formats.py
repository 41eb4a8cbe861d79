"""The formats that findings come in, each loaded when it is asked for (输出格式)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from importlib import import_module
from typing import Any, Protocol, cast

from quanheng.answers.manner import Manner, Part
from quanheng.answers.terminal import uncoloured
from quanheng.tasks.checking.checked_file import CheckedFile


class Format(StrEnum):
    """How findings are printed (输出格式)."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    HTML = "html"
    XLSX = "xlsx"

    @property
    def answers(self) -> "Answers":
        """The module that tells of findings in this format."""
        return cast("Answers", import_module(f"quanheng.answers.findings.{self.value}"))


class Answers(Protocol):
    """A format: files are told one by one, then made one answer (答复格式).

    What is told of a file is small and can go from one process to another; the file
    itself is then let go.
    """

    def tell(self, file: CheckedFile, place: int, manner: Manner) -> Any:
        """What one file says; its place counts from 0 in the order of the call."""

    def whole(self, told: Iterable[Any], manner: Manner) -> Iterator[Part]:
        """The answer, the pages beside it first."""


def answer(form: Format, checked: Sequence[CheckedFile], manner: Manner) -> list[Part]:
    """What checked files say, in a format."""
    answers = form.answers
    told = (answers.tell(file, place, manner) for place, file in enumerate(checked))
    return list(answers.whole(told, manner))


def formatter(kind: str, form: str) -> Callable[..., str | bytes]:
    """What puts an answer of a kind into a format: ``due_ics`` of ``due/ics.py``."""
    module = import_module(f"quanheng.answers.{kind}.{form}")
    return cast("Callable[..., str | bytes]", getattr(module, f"{kind}_{form}"))


def as_file(said: str | bytes) -> bytes:
    """An answer as the content of a file."""
    if isinstance(said, bytes):
        return said
    return (uncoloured(said).rstrip("\n") + "\n").encode()
