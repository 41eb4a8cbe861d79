"""The fonts of the norm and their substitutes (字体表)."""

from typing import Final

from quanheng.writers.docx.markup import Element, serialised, w

LATIN: Final = "Times New Roman"
XIAO_BIAO_SONG: Final = "方正小标宋简体"
HEI: Final = "黑体"
KAI: Final = "楷体_GB2312"
FANG_SONG: Final = "仿宋_GB2312"
SONG: Final = "宋体"

_STAND_INS: Final = {
    XIAO_BIAO_SONG: "华文中宋",
    HEI: "SimHei",
    KAI: "楷体",
    FANG_SONG: "仿宋",
    SONG: "SimSun",
}
"""Substitutes for missing fonts; all come with Windows or Office."""
_GB2312: Final = "86"


def font_table() -> bytes:
    """The part ``word/fontTable.xml``."""
    chinese = (_font(name, stand_in) for name, stand_in in _STAND_INS.items())
    return serialised(w("fonts", *chinese))


def _font(name: str, stand_in: str) -> Element:
    return w(
        "font",
        w("altName", val=stand_in),
        w("charset", val=_GB2312),
        w("family", val="auto"),
        w("pitch", val="default"),
        name=name,
    )
