"""Write outputs of all commands without losing files of the user (写入规则).

See docs/own-file.md.
"""

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any, Final

import typer

# Only here Typer gives the current call; pyproject.toml pins its version.
from typer._click.globals import get_current_context

from quanheng.cli.writing.own_works import is_untouched, remember
from quanheng.cli.writing.whole_file import OvertakenError, write_whole
from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError, UnreadableFileError

ForceOption = Annotated[
    bool, typer.Option("--force", help="覆盖已有文件 overwrite a file that is there")
]
OUTPUTS: Final = frozenset({"output", "out", "write_baseline", "annotate", "fixed_to"})
"""Parameters for files to write; all other files of a call are inputs."""
FILES: Final = frozenset(
    [
        "PATH",
        "PATH…",
        "REPORT",
        "[REPORT]",
        "RECORD",
        "OLD",
        "NEW",
        "FILE",
        "DIR",
        "DIR|ZIP",
        "CSV",
        "DOCX",
    ]
)
"""The metavars of parameters for files and folders."""
_READ: Final = "quanheng.read"
_WRITTEN: Final = "quanheng.written"
_ELSEWHERE: Final = Words("请换一个文件名", "name another file")
_FORCE: Final = Words(
    "请换一个文件名，确需覆盖的加 --force", "name another file, or add --force"
)

Renews = Callable[[bytes], bool]
"""Whether a content is of the kind that the command renews."""


def note_input(path: Path) -> None:
    """Note that this call reads a file."""
    _of_this_call(_READ).append(path)


def may_write(
    path: Path, *, keeps: bool = False, renews: Renews | None = None
) -> bytes | None:
    """The present content of a file that may be replaced, None without a file.

    Args:
        path: The file.
        keeps: Whether to keep also files that quanheng wrote and nobody changed.
        renews: Recognises content that the command renews, even in an input.

    Raises:
        UnreadableFileError: The file may not be written.
    """
    before = _current(path)
    if before is None or (renews and renews(before)):
        return before
    if any(_same(path, one) or _lies_in(path, one) for one in _inputs()):
        raise _refused(path, _IS_INPUT, _ELSEWHERE)
    untouched = not keeps and is_untouched(before)
    if not untouched and not _parameters().get("force"):
        raise _refused(path, _EXISTS if keeps else _NOT_OURS, _FORCE)
    return before


def write_output(
    path: Path, data: bytes, *, keeps: bool = False, renews: Renews | None = None
) -> None:
    """Write an output; a missing folder is made, with a message.

    See :func:`may_write` for ``keeps`` and ``renews``.

    Raises:
        UnreadableFileError: The file may not or can't be written.
    """
    if path.exists() and any(_same(path, one) for one in _of_this_call(_WRITTEN)):
        raise _refused(path, _TWICE, _ELSEWHERE)
    before = may_write(path, keeps=keeps, renews=renews)
    make_folder(path.parent)
    # Listed first: an interrupted call must leave no file of ours that is not listed.
    remember(data)
    _write(path, data, before)


def write_back(path: Path, data: bytes, before: bytes | None) -> None:
    """Overwrite the user's own file if it still is as it was read.

    ``before`` is the content that was read, None where there was no file.

    Raises:
        UnreadableFileError: It was changed meanwhile or can't be written.
    """
    if _current(path) != before:
        raise _refused(path, _CHANGED, _AGAIN)
    _write(path, data, before)


def make_folder(folder: Path, *, quiet: bool = False) -> None:
    """Make a folder for outputs, with a message unless ``quiet``.

    Raises:
        UnreadableFileError: It can't be made.
    """
    if folder.is_dir():
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from error
    if not quiet:
        said = Words(f"已新建文件夹 {folder}", f"made the folder {folder}")
        typer.echo(said.text(_parameters().get("lang", "zh")), err=True)


def _write(path: Path, data: bytes, before: bytes | None) -> None:
    try:
        write_whole(path, data, before)
    except OvertakenError as error:
        raise _refused(path, _CHANGED, _AGAIN) from error
    except OSError as error:
        raise _unwritable(path, error) from error
    _of_this_call(_WRITTEN).append(path)


def _current(path: Path) -> bytes | None:
    """The content of an ordinary file, None where there is nothing."""
    try:
        if path.is_symlink():
            raise _refused(path, _IS_LINK, _NAME_IT)
        if not path.exists():
            return None
        if path.is_dir():
            raise _refused(path, _IS_FOLDER, _NAME_FILE)
        if not stat.S_ISREG(path.stat().st_mode):
            raise _refused(path, _NO_FILE, _ELSEWHERE)
        if not os.access(path, os.W_OK):
            raise _refused(path, _READ_ONLY, _ELSEWHERE)
        return path.read_bytes()
    except OSError as error:
        raise _unwritable(path, error) from error


def _same(path: Path, other: Path) -> bool:
    try:
        return other.is_file() and path.samefile(other)
    except OSError:
        return False


def _lies_in(path: Path, other: Path) -> bool:
    return other.is_dir() and path.resolve().is_relative_to(other.resolve())


def _inputs() -> Iterator[Path]:
    """The files and folders that this call reads."""
    yield from _of_this_call(_READ)
    context: Any = get_current_context(silent=True)
    for parameter in context.command.params if context else ():
        if parameter.name not in OUTPUTS and parameter.metavar in FILES:
            yield from map(Path, _several(context.params.get(parameter.name)))


def _several(value: Any) -> Iterable[Any]:
    values = value if isinstance(value, list | tuple) else [value]
    return (one for one in values if one and one != "-")


def _of_this_call(key: str) -> list[Path]:
    context = get_current_context(silent=True)
    if context is None:
        return []
    found: list[Path] = context.meta.setdefault(key, [])
    return found


def _parameters() -> dict[str, Any]:
    context = get_current_context(silent=True)
    return context.params if context else {}


def _refused(path: Path, why: Words, hint: Words) -> UnreadableFileError:
    return UnreadableFileError(
        Words(f"{path} {why.zh}，未写入", f"{path} {why.en}; nothing was written"),
        Words(hint.zh, hint.en),
    )


def _unwritable(path: Path, error: OSError) -> QuanhengError:
    reason = _REASONS.get(error.errno or 0, str(error.strerror))
    return UnreadableFileError(
        Words(f"无法写入 {path}：{reason}", f"can't write {path}: {error.strerror}")
    )


_IS_INPUT: Final = Words(
    "是本次读取的文件，写入会覆盖原件", "is read by this call and would be overwritten"
)
_NOT_OURS: Final = Words(
    "已存在，且不是本机生成后未经改动的文件",
    "exists and is not an output of this machine that nobody has changed",
)
_EXISTS: Final = Words("已存在", "exists")
_TWICE: Final = Words("已由本次运行写入另一结果", "was already written by this call")
_CHANGED: Final = Words("在处理期间已被改动", "has been changed meanwhile")
_AGAIN: Final = Words("请核对后重新执行", "look at it and call again")
_IS_LINK: Final = Words("是符号链接", "is a symbolic link")
_NAME_IT: Final = Words("请写明文件本身的路径", "name the file itself")
_IS_FOLDER: Final = Words("是文件夹", "is a folder")
_NAME_FILE: Final = Words("请写明文件名", "name a file")
_NO_FILE: Final = Words("不是普通文件", "is no ordinary file")
_READ_ONLY: Final = Words("为只读文件", "is read-only")
_REASONS: Final = {
    errno.ENOSPC: "磁盘空间不足",
    errno.EDQUOT: "磁盘空间不足",
    errno.EFBIG: "超过允许的文件大小",
    errno.EACCES: "无写入权限",
    errno.EPERM: "无写入权限",
    errno.EROFS: "所在磁盘为只读",
    errno.ENOTDIR: "路径中有文件，不是文件夹",
    errno.EEXIST: "路径中有文件，不是文件夹",
    errno.ENAMETOOLONG: "文件名过长",
}
