"""Where a title of several lines is broken (标题回行)."""

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
"""Words that titles of such papers are made of; 词意完整 is what the norm asks."""
_LONGER: Final = 3
"""Characters that a line may take more so that no such word is broken."""


@lru_cache(maxsize=256)
def title_lines(text: str, room: float) -> int:
    """Lines that a title takes, its own line breaks counted.

    Args:
        text: The title.
        room: Half-width columns of a line.
    """
    return sum(max(1, ceil(set_width(line) / room)) for line in text.split("\n"))


@lru_cache(maxsize=256)
def title_width(text: str, room: float) -> float:
    """Half-width columns that break a title into lines about equally long (7.3.1).

    Args:
        text: The title.
        room: Half-width columns of a line; what is answered where the title takes
            one line or breaks its lines itself.
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
    """Places where a line ends that takes what it has room for."""
    line = ""
    for token in _TOKEN.finditer(text):
        if line and set_width(line + token[0]) > width:
            yield token.start()
            line = ""
        line += token[0]
