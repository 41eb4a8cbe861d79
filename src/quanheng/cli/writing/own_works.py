"""What quanheng wrote on this machine, by digest (本机已生成文件的摘要).

A file whose content is in the list is ours and nobody has changed a byte of it since:
to replace it loses nothing. The list holds digests alone, no names and no content.
"""

import os
from hashlib import sha256
from pathlib import Path
from typing import Final

import typer

from quanheng.cli.writing.whole_file import write_whole

STATE: Final = "QUANHENG_STATE"
"""The variable that names another folder for the list."""
_FILE: Final = "written.sha256"
_LONGEST: Final = 20_000
"""Digests that are kept; of a longer list the older half is forgotten."""


def remember(data: bytes) -> None:
    """Put a content on the list; where none can be kept, nothing counts as ours."""
    try:
        _add(_list(), _digest(data))
    except OSError:
        return


def is_untouched(data: bytes) -> bool:
    """Whether a content is one that quanheng wrote, byte for byte."""
    try:
        return _digest(data) in _list().read_text("ascii", "replace").split()
    except OSError:
        return False


def _list() -> Path:
    return Path(os.environ.get(STATE) or typer.get_app_dir("quanheng")) / _FILE


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _add(file: Path, digest: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("ab") as kept:
        # One short line at the end: calls at the same time don't disturb each other.
        kept.write(f"{digest}\n".encode())
    if file.stat().st_size > _LONGEST * (len(digest) + 1):
        before = file.read_bytes()
        lines = before.splitlines(keepends=True)
        write_whole(file, b"".join(lines[len(lines) // 2 :]), before)
