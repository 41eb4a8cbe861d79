"""The formats of findings, each loaded when it is needed (输出格式)."""

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
        """The module that writes findings in this format."""
        return cast("Answers", import_module(f"quanheng.answers.findings.{self.value}"))


class Answers(Protocol):
    """A format: each file is answered alone, then all are joined (答复格式).

    The answer for one file is small and can be sent to another process; the checked
    file itself is dropped.
    """

    def answer_file(self, file: CheckedFile, place: int, manner: Manner) -> Any:
        """The answer for one file; its place in the call counts from 0."""

    def join_answers(self, answers: Iterable[Any], manner: Manner) -> Iterator[Part]:
        """The parts of the joined answer, further pages first."""


def answer(form: Format, checked: Sequence[CheckedFile], manner: Manner) -> list[Part]:
    """The answer for checked files in a format."""
    module = form.answers
    answers = (
        module.answer_file(file, place, manner) for place, file in enumerate(checked)
    )
    return list(module.join_answers(answers, manner))


def formatter(kind: str, form: str) -> Callable[..., str | bytes]:
    """The function that writes an answer in a format: ``due_ics`` of ``due/ics.py``."""
    module = import_module(f"quanheng.answers.{kind}.{form}")
    return cast("Callable[..., str | bytes]", getattr(module, f"{kind}_{form}"))


def as_file(said: str | bytes) -> bytes:
    """An answer as the content of a file."""
    if isinstance(said, bytes):
        return said
    return (uncoloured(said).rstrip("\n") + "\n").encode()
