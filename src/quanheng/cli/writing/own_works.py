"""Digests of the files that quanheng wrote on this machine (本机已生成文件的摘要).

A file whose digest is listed is unchanged since, so that replacing it loses nothing.
The list has only digests, no names and no content.
"""

import os
from hashlib import sha256
from pathlib import Path
from typing import Final

import typer

from quanheng.cli.writing.whole_file import write_whole

STATE: Final = "QUANHENG_STATE"
"""The environment variable for another folder of the list."""
_FILE: Final = "written.sha256"
_LONGEST: Final = 20_000
"""Digests that are kept; the older half of a longer list is dropped."""


def remember(data: bytes) -> None:
    """Add the digest of a content to the list, if the list can be written."""
    try:
        _add(_list(), _digest(data))
    except OSError:
        return


def is_untouched(data: bytes) -> bool:
    """Whether quanheng wrote just this content."""
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
        # Appending one short line is safe with several calls at a time.
        kept.write(f"{digest}\n".encode())
    if file.stat().st_size > _LONGEST * (len(digest) + 1):
        before = file.read_bytes()
        lines = before.splitlines(keepends=True)
        write_whole(file, b"".join(lines[len(lines) // 2 :]), before)
