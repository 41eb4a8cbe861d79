"""Recognition of the kind of register in a file or sheet (识别台账)."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError
from quanheng.language.similarity import bare
from quanheng.registers.kind import RegisterKind
from quanheng.registers.kinds import kinds
from quanheng.registers.reading.headings import find_header

_TELLING_COLUMNS: Final = 3
_MARK: Final = re.compile(r"quanheng:(\w+)/(\d+)")
_ASIDE: Final = re.compile(r"\d+|年度?|季度|[（(].*?[)）]|副本|模板")
_ENDINGS: Final = (
    "登记台账",
    "台账",
    "登记表",
    "统计表",
    "明细表",
    "汇总表",
    "清单",
    "表",
)


def version_mark(kind: RegisterKind) -> str:
    """The mark of a template with its version: ``quanheng:activities/1``."""
    return f"quanheng:{kind.name}/{kind.version}"


def kind_of(name: str, rows: Sequence[Sequence[str]]) -> RegisterKind | None:
    """The kind of register in a table; None for a table that is no register.

    It is known by a template's mark in the first rows, else by the name of the file
    without its suffix, or of the sheet.

    Raises:
        QuanhengError: It was made from a template of a later version.
    """
    for text in (cell for row in rows for cell in row):
        if match := _MARK.fullmatch(text.strip()):
            return _marked(match[1], int(match[2]))
    return _by_name().get(_key(name)) or _by_name().get(_stem(name))


def resembled(rows: Sequence[Sequence[str]]) -> RegisterKind | None:
    """The kind whose heading a table has, for a table with an unknown name."""
    found: dict[str, int] = {}
    for kind in kinds().values():
        try:
            found[kind.name] = len(find_header(kind, rows).columns)
        except QuanhengError:
            continue
    best = max(found, key=lambda name: found[name], default="")
    return kinds()[best] if found.get(best, 0) >= _TELLING_COLUMNS else None


def _marked(name: str, version: int) -> RegisterKind:
    kind = kinds().get(name)
    if kind is None or version > kind.version:
        raise QuanhengError(
            Words(
                f"由更新版本的模板生成（{name} 第{version}版）",
                f"made from a later template ({name}, version {version})",
            ),
            Words("请升级 quanheng 后再读", "upgrade quanheng"),
        )
    return kind


@cache
def _by_name() -> Mapping[str, RegisterKind]:
    names: dict[str, RegisterKind] = {}
    for kind in kinds().values():
        for name in (kind.name, kind.title.zh, *kind.synonyms):
            names[_key(name)] = names[_stem(name)] = kind
    return names


def _key(name: str) -> str:
    return bare(name).casefold()


def _stem(name: str) -> str:
    """A name without years, numbers and the word for a list."""
    plain = _key(_ASIDE.sub("", name))
    ending = next((end for end in _ENDINGS if plain.endswith(end)), "")
    return plain.removesuffix(ending) or plain
