"""How much of a file was read, in sentences (读取情况)."""

from collections.abc import Iterator, Sequence
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.field import Field
from quanheng.core.unread import unread_text
from quanheng.forms.coverage import Coverage

_LISTED: Final = 10
_SHOWN: Final = 20
"""Characters of a cell's text that are shown."""
_ALL: Final = Words(
    "共{filled}个有内容的单元格，全部识别",
    "{filled} cells with text, all of them understood",
)
_SOME: Final = Words(
    "共{filled}个有内容的单元格，已识别{used}个",
    "{filled} cells with text, {used} understood",
)
_REST: Final = Words("，未识别{rest}个：", ", {rest} not: ")

_DOUBTFUL: Final = Words(
    "已识别的内容不足十分之一，该文件可能不是绩效自评表",
    "less than a tenth was understood: the file may be no self-evaluation",
)


def coverage_text(found: Coverage, lang: str) -> Iterator[str]:
    """The cells that were understood and those that were not, then unread parts."""
    words = _ALL if found.used == found.filled else _SOME
    counted = words.text(lang).format(filled=found.filled, used=found.used)
    if found.unused:
        counted += _REST.text(lang).format(rest=len(found.unused))
    yield counted + _listed(found.unused, lang)
    if found.is_doubtful:
        yield _DOUBTFUL.text(lang)
    yield from unread_text(found.unread, lang)


def _listed(cells: Sequence[Field], lang: str) -> str:
    shown = [f"{cell.at.text(lang)}“{_short(cell.raw)}”" for cell in cells[:_LISTED]]
    more = len(cells) > _LISTED
    return Words(
        "、".join(shown) + ("等" if more else ""),
        ", ".join(shown) + (" and others" if more else ""),
    ).text(lang)


def _short(text: str) -> str:
    bare = " ".join(text.split())
    return bare if len(bare) <= _SHOWN else bare[: _SHOWN - 1] + "…"
