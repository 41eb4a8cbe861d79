"""A file is written whole or not at all (完整写入)."""

import os
import secrets
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Final

_FLAGS: Final = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_BINARY", 0)
)
_FOLDER: Final = getattr(os, "O_DIRECTORY", None)
"""Folders can be brought to disk only where they can be opened."""


class OvertakenError(OSError):
    """Somebody else wrote the file meanwhile (文件已被他人改动)."""


def write_whole(path: Path, data: bytes, before: bytes | None) -> None:
    """Write a file beside its place, bring it to disk, then put it there.

    At every moment the place holds the old content or the new one. The temporary
    file has a name that nobody can foresee and is never one that is there.

    Args:
        path: The place; no symbolic link.
        data: The new content.
        before: What stands there and may go, None where nothing may stand there.

    Raises:
        OvertakenError: Something else stands there by now.
        OSError: The place can't be written.
    """
    beside = path.with_name(f".quanheng-{secrets.token_hex(8)}.tmp")
    made = os.open(beside, _FLAGS, 0o666)
    try:
        with os.fdopen(made, "wb") as file:
            if before is not None:
                _keep_rights(path, beside)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if before is None:
            _place_new(beside, path)
        else:
            _replace(beside, path, before)
    finally:
        beside.unlink(missing_ok=True)
    _bring_to_disk(path.parent)


def _keep_rights(path: Path, beside: Path) -> None:
    """Mode and owner of the old file, as far as the user may give them."""
    old = path.stat()
    beside.chmod(stat.S_IMODE(old.st_mode))
    chown: Callable[[Path, int, int], None] | None = getattr(os, "chown", None)
    new = beside.stat()
    if chown and (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        try:
            chown(beside, old.st_uid, old.st_gid)
        except PermissionError:
            # Only an administrator gives files away; who may write here owns it now.
            return


def _place_new(beside: Path, path: Path) -> None:
    """Give the file its name unless somebody has taken it meanwhile."""
    try:
        os.link(beside, path)
    except FileExistsError as error:
        raise OvertakenError from error
    except OSError:
        # A file system without links; on Windows this refuses a taken name as well.
        if path.exists():
            raise OvertakenError from None
        beside.rename(path)


def _replace(beside: Path, path: Path, before: bytes) -> None:
    if path.is_symlink() or path.read_bytes() != before:
        raise OvertakenError
    beside.replace(path)


def _bring_to_disk(folder: Path) -> None:
    """Bring the name to disk too; a file system that can't do so is let be."""
    if _FOLDER is None:
        return
    opened = os.open(folder, os.O_RDONLY | _FOLDER)
    try:
        os.fsync(opened)
    except OSError:
        return
    finally:
        os.close(opened)
