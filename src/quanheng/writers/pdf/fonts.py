"""Font families for PDF files (字体)."""

from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Final

_HEI: Final = (
    *("黑体", "SimHei", "方正黑体_GBK", "华文黑体", "STHeiti", "Source Han Sans SC"),
    *("思源黑体", "Noto Sans CJK SC", "Noto Sans SC", "Heiti SC", "PingFang SC"),
    *("Microsoft YaHei", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei"),
)
_SONG: Final = (
    *("宋体", "SimSun", "NSimSun", "方正书宋_GBK", "华文宋体", "STSong", "Songti SC"),
    *("Source Han Serif SC", "思源宋体", "Noto Serif CJK SC", "Noto Serif SC"),
    *("AR PL UMing CN", "AR PL SungtiL GB"),
)
_FANG_SONG: Final = (
    *("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "方正仿宋_GBK"),
    *("方正仿宋简体", "华文仿宋", "STFangsong", "FandolFang R", "FandolFang"),
)
_KAI: Final = (
    *("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "方正楷体_GBK"),
    *("方正楷体简体", "华文楷体", "STKaiti", "Kaiti SC", "LXGW WenKai"),
    *("霞鹜文楷", "AR PL UKai CN", "AR PL KaitiM GB", "FandolKai R", "FandolKai"),
)
_XIAO_BIAO_SONG: Final = (
    *("方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05"),
    *("华文中宋", "STZhongsong"),
)
_LATIN: Final = (
    *("Times New Roman", "Liberation Serif", "Tinos", "TeX Gyre Termes"),
    *("Nimbus Roman", "Libertinus Serif"),
)
ROLES: Final[Mapping[str, Sequence[str]]] = {
    "title": (*_XIAO_BIAO_SONG, *_SONG, *_HEI),
    "hei": (*_HEI, *_SONG),
    "kai": (*_KAI, *_SONG, *_HEI),
    "fang": (*_FANG_SONG, *_SONG, *_HEI),
    "song": (*_SONG, *_HEI),
    "latin": _LATIN,
}
"""Fallback fonts for each role of the norm: official fonts, then those of office
programs, then free ones."""

PACKAGED: Final = Path(str(files("manimgx_fonts_cjk")))
"""Folder of Noto Sans CJK, installed as a Python package."""


def chosen(families: Iterable[str]) -> dict[str, list[str]]:
    """The available families of each role, in order of preference."""
    names = {name.casefold(): name for name in families}
    return {
        role: [names[w.casefold()] for w in wanted if w.casefold() in names]
        for role, wanted in ROLES.items()
    }
