"""The files of a new evidence folder (新建台账文件夹)."""

from collections.abc import Mapping, Sequence
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError
from quanheng.evidence.bindings.book import BOOK_NAME, write_book
from quanheng.registers.kind import RegisterKind
from quanheng.registers.kinds import kinds
from quanheng.registers.reading.settings import FILE_NAME
from quanheng.registers.templates import template_workbook

_ONE_WORKBOOK: Final = "台账.xlsx"
_SETTINGS: Final = """\
# 台账设置 settings of this evidence folder
project: ""  # 项目名称
unit: ""  # 单位名称
year: {year}  # 评价年度；也可写 period: {{from: {year}-01-01, to: {year}-12-31}}
# 本期已登记完毕的台账，如 [宣传活动台账]；也可在 绑定.xlsx 的“登记情况”中选“是”
closed: []
"""


def new_evidence(
    names: Sequence[str], year: int, *, one_workbook: bool = False
) -> Mapping[str, bytes]:
    """The files of a new evidence folder, by name.

    Registers are given by their English or Chinese names, all if there are none, and
    each has a workbook of its own or a sheet in the one workbook.

    Raises:
        QuanhengError: There is no such register.
    """
    chosen = [_kind(name) for name in names] or list(kinds().values())
    if one_workbook:
        files = {_ONE_WORKBOOK: template_workbook(chosen, year)}
    else:
        files = {
            f"{kind.title.zh}.xlsx": template_workbook([kind], year) for kind in chosen
        }
    book = write_book((), {kind.name: 0 for kind in chosen}, ())
    return files | {BOOK_NAME: book, FILE_NAME: _SETTINGS.format(year=year).encode()}


def _kind(name: str) -> RegisterKind:
    for kind in kinds().values():
        if name in (kind.name, kind.title.zh, *kind.synonyms):
            return kind
    known = "、".join(f"{kind.name}（{kind.title.zh}）" for kind in kinds().values())
    raise QuanhengError(
        Words(f"无此台账：“{name}”", f"there is no register “{name}”"),
        Words(f"可用：{known}", f"known: {', '.join(kinds())}"),
    )
