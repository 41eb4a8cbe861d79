"""The sheet that explains a form that computes (填报说明)."""

from collections.abc import Iterator
from typing import Final

from quanheng.document.blocks import Block, Heading
from quanheng.document.live import Alarm, Live, Tone
from quanheng.document.table import Align, Cell, Table
from quanheng.forms.filling.parameters import Entry, entries
from quanheng.forms.filling.word_lists import word_lists
from quanheng.law.book import Law

TITLE: Final = "填报说明"
"""Title of the sheet; a sheet of this name is no part of a report."""

_OF_BLANK: Final = (
    "请只填写浅黄色单元格，其余由公式自动计算；工作表保护未设密码。",
    "每类指标已预留备用行（数量指标共6行，其他各4行），未用时隐藏，不打印、不计分。"
    "需要时选中上下相邻的两行，右键“取消隐藏”；所用程序不允许的，先取消工作表保护。",
    "定量指标：选符号，填指标值和计量单位，完成值填数字（可带同一单位或%）。"
    "区间填“10-20”，符号留空；时点填“2024年6月30日”。",
    "定性指标：指标值填文字，完成值选三档答案之一，再在右侧“人工评分”列按档给分。",
    "公式不能确定得分的行，得分栏为橙色，“提示”列写明原因，"
    "请核对，或在“人工评分”列给分。",
    "各行得分齐全后，方显示总分和等级。",
)
_OF_REPORT: Final = (
    "表中各格是报告原文，可以修改；右侧“复算”各列按公式重新计算，不打印。",
    "“复算”列显示“需人工判断”的行，公式不能确定得分。",
)
_LEGEND: Final = (
    (Tone.ERROR, "红色", "有误：超出分值、合计不为100、与公式结果不一致等"),
    (Tone.WARNING, "橙色", "待补：缺完成值、缺得分、扣分未说明原因、疑似单位有误等"),
    (Tone.EMPTY, "浅黄", "待填写"),
)
_HEADINGS: Final = ("计分参数", "取值", "依据")
_WIDTH: Final = len(_HEADINGS)
_SHARES: Final = (30.0, 45.0, 30.0)


def guide(law: Law, *, is_blank: bool) -> Iterator[Block]:
    """How to fill in the form, what colours mean, and the parameters in force."""
    yield Heading(TITLE, 0)
    cells = tuple(_cells(law, is_blank=is_blank))
    yield Table(cells, cells[-1].row + 1, _WIDTH, widths=_SHARES, is_for_screen=True)


def _cells(law: Law, *, is_blank: bool) -> Iterator[Cell]:
    row = 0
    for line in _OF_BLANK if is_blank else _OF_REPORT:
        yield Cell(line, row, 0, column_span=_WIDTH)
        row += 1
    for tone, colour, means in _LEGEND if is_blank else _LEGEND[:-1]:
        live = Live(alarms=(Alarm("TRUE", tone),))
        yield Cell(colour, row, 0, align=Align.CENTER, live=live)
        yield Cell(means, row, 1, column_span=_WIDTH - 1)
        row += 1
    for column, heading in enumerate(_HEADINGS):
        yield Cell(heading, row, column, align=Align.CENTER)
    for entry in (*entries(law), *word_lists(law)):
        row += 1
        yield from _row(row, entry)


def _row(row: int, entry: Entry) -> Iterator[Cell]:
    live = Live(name=entry.name, words=entry.words) if entry.name else None
    yield Cell(entry.title, row, 0)
    yield Cell(entry.shown, row, 1, live=live)
    yield Cell(entry.source, row, 2)
