"""What every command shares: options, input, failures (公共选项)."""

import itertools
import os
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer
from typer.exceptions import TyperException

from quanheng.cli.call_faults import bad_call, call_fault
from quanheng.cli.writing.outputs import note_input
from quanheng.core.bilingual import Words
from quanheng.core.bounded import read_bounded
from quanheng.core.errors import QuanhengError, UnreadableFileError

FOUND: Final = 1
"""Exit code: there are findings at or above the threshold."""
BAD_CALL: Final = 2
"""Exit code: an input can't be read or the call is wrong."""
INTERRUPTED: Final = 130
"""Exit code: the user interrupted the call (Ctrl-C)."""
_INTERRUPTION: Final = Words(
    "已中断；未留下写到一半的文件", "interrupted; no file is left half-written"
)
_BEIJING: Final = timezone(timedelta(hours=8))


class Lang(StrEnum):
    """Language of the output (语言)."""

    ZH = "zh"
    EN = "en"


LangOption = Annotated[
    Lang, typer.Option("--lang", envvar="QUANHENG_LANG", help="语言 language")
]
DebugOption = Annotated[
    bool, typer.Option("--debug", help="出错时显示堆栈 show the traceback of an error")
]


PathArgument = Annotated[
    str, typer.Argument(metavar="PATH", help="文件，- 为标准输入 a file, - for stdin")
]


def read_input(path: str) -> tuple[bytes, str]:
    """The bytes and the name of an input file; ``-`` is standard input.

    Raises:
        UnreadableFileError: There is no such file, it may not be read, or it is too
            large.
    """
    if path == "-":
        return read_bounded(sys.stdin.buffer, "-"), "-"
    note_input(Path(path))
    try:
        with Path(path).open("rb") as file:
            return read_bounded(file, path), path
    except OSError as error:
        raise UnreadableFileError(
            Words(
                f"无法打开文件 {path}：{_reason(error)}",
                f"can't open {path}: {error.strerror}",
            )
        ) from error


def _reason(error: OSError) -> str:
    known = {
        FileNotFoundError: "文件不存在",
        IsADirectoryError: "所给路径是文件夹",
        PermissionError: "无读取权限",
    }
    return known.get(type(error), str(error.strerror))


def today() -> date:
    """The default day of the audit; only the command line reads a clock."""
    return datetime.now(UTC).astimezone().date()


def beijing_now() -> datetime:
    """The time in Beijing without its zone, as in registers."""
    return datetime.now(UTC).astimezone(_BEIJING).replace(tzinfo=None, microsecond=0)


def as_date(text: str) -> date:
    """A day given as ``2024-06-30``.

    Raises:
        QuanhengError: It is no day.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise bad_call(
            Words(
                f"{text} 不是日期，应如 2024-06-30",
                f"{text} is no date; write it like 2024-06-30",
            )
        ) from None


def failure(error: Exception) -> str:
    """One sentence for a failure, in the language of the call."""
    lang = _asked_language()
    if isinstance(error, QuanhengError):
        return error.text(lang)
    if isinstance(error, TyperException):
        return call_fault(error, lang)
    kind = type(error).__name__
    return Words(
        f"权衡内部错误（{kind}：{error}）；加 --debug 查看位置",
        f"a defect of quanheng ({kind}: {error}); --debug shows where",
    ).text(lang)


def interruption() -> str:
    """The message on an interrupted call."""
    return _INTERRUPTION.text(_asked_language())


def _asked_language() -> Lang:
    arguments = sys.argv[1:]
    named = {f"--lang={lang}": lang for lang in Lang}
    apart = {("--lang", str(lang)): lang for lang in Lang}
    asked = [named[one] for one in arguments if one in named]
    asked += [apart[two] for two in itertools.pairwise(arguments) if two in apart]
    said = asked[-1] if asked else os.environ.get("QUANHENG_LANG")
    return Lang.EN if said == Lang.EN else Lang.ZH
