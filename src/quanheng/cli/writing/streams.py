"""Escape control characters in what is printed (终端输出的清理)."""

import re
from typing import Any, Final, TextIO

_STYLES: Final = re.compile(r"(\x1b\[[\d;]*m)")
"""Colour sequences: ours, and harmless elsewhere."""
_STEERING: Final = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\r(?!\n)"
)


def clean(text: str) -> str:
    """A text with its control characters escaped as in JSON."""
    parts = _STYLES.split(text)
    parts[::2] = (_STEERING.sub(_shown, part) for part in parts[::2])
    return "".join(parts)


def _shown(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


class CleanStream:
    """A text stream that escapes control characters (清理后的输出流).

    It has no ``fileno``, by which the Windows console would be written to directly.
    Bytes for its ``buffer`` are a file for another program and stay as they are.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Print a text."""
        return self._stream.write(clean(text))

    def __getattr__(self, name: str) -> Any:
        if name == "fileno":
            raise AttributeError(name)
        return getattr(self._stream, name)
