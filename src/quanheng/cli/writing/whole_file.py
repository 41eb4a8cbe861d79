"""Write a file completely or not at all (完整写入)."""

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
"""Folders can be synced to disk only where they can be opened."""


class OvertakenError(OSError):
    """The file was changed meanwhile (文件已被他人改动)."""


def write_whole(path: Path, data: bytes, before: bytes | None) -> None:
    """Write a temporary file, sync it to disk, then move it to its place.

    At every moment the path has the old content or the new one. The temporary file
    has a random name that is not in use.

    Args:
        path: The file; no symbolic link.
        data: The new content.
        before: The content to be replaced, None where there must be no file.

    Raises:
        OvertakenError: The file has other content by now.
        OSError: The file can't be written.
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
    """Copy mode and, where permitted, owner of the old file."""
    old = path.stat()
    beside.chmod(stat.S_IMODE(old.st_mode))
    chown: Callable[[Path, int, int], None] | None = getattr(os, "chown", None)
    new = beside.stat()
    if chown and (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        try:
            chown(beside, old.st_uid, old.st_gid)
        except PermissionError:
            # Only an administrator may change the owner.
            return


def _place_new(beside: Path, path: Path) -> None:
    """Give the file its name unless the name was taken meanwhile."""
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
    """Sync the folder to disk, where the file system can."""
    if _FOLDER is None:
        return
    opened = os.open(folder, os.O_RDONLY | _FOLDER)
    try:
        os.fsync(opened)
    except OSError:
        return
    finally:
        os.close(opened)
