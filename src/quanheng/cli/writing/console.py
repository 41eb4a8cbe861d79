"""Print in every encoding of a console or pipe (输出编码).

Chinese Windows prints in GBK, which has no ✓. A character that the encoding lacks is
printed as a similar one, else as an escape that JSON reads as the same character.
"""

import codecs
import io
import sys
from typing import Final

_NAME: Final = "quanheng.nearest"
_NEAREST: Final = {
    "✓": ("√", "v"),
    "✗": ("×", "x"),
    "×": ("x",),
    "—": ("-",),
    "–": ("—", "-"),
    "−": ("-",),
    "│": ("|",),
    "─": ("-",),
    "…": ("...",),
    "·": (".",),
    "≥": (">=",),
    "≤": ("<=",),
    "\xa0": (" ",),
    "“": ('"',),
    "”": ('"',),
}


def print_in_any_encoding() -> None:
    """Make stdout and stderr replace characters that their encoding lacks."""
    codecs.register_error(_NAME, _nearest)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_NAME)


def _nearest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(_printable(sign, error.encoding) for sign in lacking), error.end


def _printable(sign: str, encoding: str) -> str:
    for other in _NEAREST.get(sign, ()):
        try:
            other.encode(encoding)
        except UnicodeEncodeError:
            continue
        return other
    units = sign.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
