"""Names of proof files (佐证文件名)."""

import re
from typing import Any, Final

from quanheng.core.bilingual import Words
from quanheng.registers.reading.values.outcome import Problem

_BETWEEN: Final = re.compile(r"[；;、\n]+")
_OUTSIDE: Final = re.compile(r"[/\\]|[A-Za-z]:|.*(?:^|[/\\])\.\.(?:[/\\]|$)")
_REFUSED: Final = Problem(
    Words(
        "佐证文件应放在本文件夹内，写相对的文件名",
        "proof files lie below this folder and are named from it",
    )
)


def file_names(text: str) -> Any:
    """The files that a cell lists, as paths below the evidence folder."""
    names = tuple(filter(None, map(str.strip, _BETWEEN.split(text))))
    if any(map(_OUTSIDE.match, names)):
        return _REFUSED
    return tuple(name.replace("\\", "/") for name in names) or None
