"""Restore plain characters (字符还原).

Some programs store a radical (⽉) or a compatibility form instead of the plain
character (月), because the font draws both with the same glyph.
"""

from typing import Final
from unicodedata import normalize

_RANGES: Final = (
    range(0x2F00, 0x2FE0),  # Kangxi radicals
    range(0xF900, 0xFB00),  # compatibility ideographs
    range(0xFB00, 0xFB07),  # ligatures of Latin letters
)
_FIRST: Final = 0x2E80
_LAST_RADICAL: Final = 0x2FDF
_FIRST_COMPATIBLE: Final = 0xF900

_RADICALS: Final = dict(
    zip(
        "⺠⺩⺫⺬⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
        "民王目示虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
        strict=True,
    )
)
"""Radicals that are whole characters but have no decomposition in Unicode."""


def as_written(character: str) -> str:
    """The plain character for a stored one."""
    code = ord(character)
    if code < _FIRST or _LAST_RADICAL < code < _FIRST_COMPATIBLE:
        return character
    if any(code in codes for codes in _RANGES):
        return normalize("NFKC", character)
    return _RADICALS.get(character, character)
