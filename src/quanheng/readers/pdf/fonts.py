"""Which fonts the pdf engine may use (字体): those in the file and our own.

What a system has installed is not looked at, so that a file reads the same
everywhere; see ``stand_in``.
"""

import ctypes
from functools import cache
from typing import Any, Final

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from quanheng.readers.pdf.stand_in import stand_in_font

_CHINESE_AND_THE_LIKE: Final = frozenset(
    {
        pdfium.FXFONT_GB2312_CHARSET,
        pdfium.FXFONT_CHINESEBIG5_CHARSET,
        pdfium.FXFONT_SHIFTJIS_CHARSET,
        pdfium.FXFONT_HANGEUL_CHARSET,
    }
)
_HANDLE: Final = 1
_WHOLE_FILE: Final = 0


@cache
def use_own_fonts() -> Any:
    """Let the engine ask us, not the system, for fonts that a file only names.

    Signs of other scripts than Chinese, Japanese and Korean get the engine's own
    built-in fonts. The answer must be kept as long as the engine lives.
    """
    font = stand_in_font()

    def map_font(_: Any, _weight: int, _italic: int, charset: int, *_more: Any) -> Any:
        return _HANDLE if charset in _CHINESE_AND_THE_LIKE else None

    def font_data(_: Any, _font: Any, table: int, room: Any, size: int) -> int:
        if table != _WHOLE_FILE:
            return 0
        if room and size >= len(font):
            ctypes.memmove(room, font, len(font))
        return len(font)

    calls = {
        "MapFont": map_font,
        "GetFontData": font_data,
        "GetFont": lambda *_: None,
        "GetFaceName": lambda *_: 0,
        "GetFontCharset": lambda *_: pdfium.FXFONT_DEFAULT_CHARSET,
        "DeleteFont": lambda *_: None,
        "EnumFonts": lambda *_: None,
    }
    kinds = dict(pdfium.FPDF_SYSFONTINFO._fields_)
    made = {name: kinds[name](call) for name, call in calls.items()}
    info = pdfium.FPDF_SYSFONTINFO(version=1, **made)
    pdfium.FPDF_SetSystemFontInfo(info)
    return info
