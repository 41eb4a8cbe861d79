"""Line breaks in titles (标题回行)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from math import ceil
from typing import Final

from quanheng.writers.characters import set_width

_TOKEN: Final = re.compile("[（《“〔]*(?:[!-~]+|.)[，。、；：！？）》”〕]*")
_FIRM: Final = re.compile(
    "绩效|自评|评价|报告|项目|支出|目标|申报|预算|资金|经费|专项|部门|单位|整体"
    "|区域|中央|地方|转移|支付|补助|补贴|年度|情况|（[^（）]{1,8}）|[表书]$"
)
"""Common words in titles, which the norm wants unbroken (词意完整)."""
_LONGER: Final = 3
"""Most extra characters per line to keep such words unbroken."""


@lru_cache(maxsize=256)
def title_lines(text: str, room: float) -> int:
    """Lines of a title with line breaks; ``room`` is in half-width columns."""
    return sum(max(1, ceil(set_width(line) / room)) for line in text.split("\n"))


@lru_cache(maxsize=256)
def title_width(text: str, room: float) -> float:
    """Half-width columns that break a title into lines of similar length (7.3.1).

    A title of one line or with line breaks keeps the full ``room``.
    """
    lines = title_lines(text, room)
    if lines == 1 or "\n" in text:
        return room
    shortest = ceil(set_width(text) / 2 / lines) * 2
    widths = [shortest + 2 * more for more in range(_LONGER + 1)]
    fitting = [width for width in widths if width <= room]
    if not fitting:
        return room
    return next((w for w in fitting if _keeps_words(text, w)), fitting[0])


def _keeps_words(text: str, width: float) -> bool:
    inside = {
        place
        for word in _FIRM.finditer(text)
        for place in range(word.start() + (len(word[0]) > 1), word.end())
    }
    return inside.isdisjoint(_breaks(text, width))


def _breaks(text: str, width: float) -> Iterator[int]:
    """The places where lines of a width break."""
    line = ""
    for token in _TOKEN.finditer(text):
        if line and set_width(line + token[0]) > width:
            yield token.start()
            line = ""
        line += token[0]
