"""Restrict PDFium to embedded fonts and our substitute font (字体).

Installed fonts are ignored, so that a file reads the same everywhere.
"""

import ctypes
from functools import cache
from typing import Any, Final

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from quanheng.readers.pdf.substitute_font import substitute_font

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
    """Make the engine use our substitute for Chinese fonts that are not embedded.

    Other scripts get the engine's built-in fonts. The returned structure must live
    as long as the engine; the cache keeps it.
    """
    font = substitute_font()

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
