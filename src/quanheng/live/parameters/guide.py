"""The sheet with the instructions for filling in (填报说明)."""

from collections.abc import Iterator
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.document.blocks import Block, Heading
from quanheng.document.live import Alarm, Live, Tone
from quanheng.document.table import Align, Cell, Table
from quanheng.law.book import Law
from quanheng.live.parameters.named_parameters import Entry, entries
from quanheng.live.parameters.word_lists import word_lists

TITLE: Final = "填报说明"
"""Title of the sheet; a sheet with this title is not part of a report."""

_OF_BLANK: Final = (
    Words(
        "请只填写浅黄色单元格，其余由公式自动计算；工作表保护未设密码。",
        "Fill in the pale yellow cells; all others compute. The sheet is protected"
        " without a password.",
    ),
    Words(
        "每类指标已预留备用行（数量指标共6行，其他各4行），未用时隐藏，不打印、不计分。"
        "需要时选中上下相邻的两行，右键“取消隐藏”；所用程序不允许的，先取消工作表保护。",
        "Each kind has spare rows (6 in all for 数量指标, 4 for the others), hidden,"
        " neither printed nor counted. Select the rows above and below and unhide them;"
        " where the program refuses, take the protection off first.",
    ),
    Words(
        "定量指标：选符号，填指标值和计量单位，完成值填数字（可带同一单位或%）。"
        "区间填“10-20”，符号留空；时点填“2024年6月30日”。",
        "Quantities: choose the sign, give target and unit; the actual is a number,"
        " with the same unit, % or none. A range is 10-20 without a sign, a day is"
        " 2024年6月30日.",
    ),
    Words(
        "定性指标：指标值填文字，完成值选三档答案之一，再在右侧“人工评分”列按档给分。",
        "Targets in words: choose one of the three answers as the actual, then set the"
        " points of its band in the column 人工评分 on the right.",
    ),
    Words(
        "公式无法确定得分的行，得分栏为橙色，“提示”列写明原因，"
        "请核对，或在“人工评分”列给分。",
        "Where no formula can decide, the score is orange and the column 提示 says why:"
        " mend the row or set the points in the column 人工评分.",
    ),
    Words(
        "各行得分齐全后，方显示总分和等级。",
        "Total and grade appear when every row has its score.",
    ),
)
_OF_REPORT: Final = (
    Words(
        "表中各单元格为报告原文，可以修改；右侧“复算”各列按公式重新计算，不打印。",
        "The cells hold the report's own texts and may be changed; the columns 复算 on"
        " the right recompute and are not printed.",
    ),
    Words(
        "“复算”列显示“需人工判断”的行，公式无法确定得分。",
        "Where 复算 shows 需人工判断, no formula can decide the score.",
    ),
)
_LEGEND: Final = (
    (
        Tone.ERROR,
        Words("红色", "red"),
        Words(
            "有误：超出分值、合计不为100、与公式结果不一致等",
            "wrong: above its points, points not 100 in all, off the computed score",
        ),
    ),
    (
        Tone.WARNING,
        Words("橙色", "orange"),
        Words(
            "待补：缺完成值、缺得分、扣分未说明原因、疑似单位有误等",
            "missing: an actual, a score, a reason for lost points; a doubtful unit",
        ),
    ),
    (Tone.EMPTY, Words("浅黄", "pale yellow"), Words("待填写", "to be filled in")),
)
_HEADINGS: Final = (
    Words("计分参数", "parameter"),
    Words("取值", "value"),
    Words("依据", "basis"),
)
_WIDTH: Final = len(_HEADINGS)
_SHARES: Final = (30.0, 45.0, 30.0)


def guide(law: Law, *, is_blank: bool, lang: str = "zh") -> Iterator[Block]:
    """Instructions, the meaning of the colours and the parameters in force."""
    yield Heading(TITLE, 0)
    cells = tuple(_cells(law, lang, is_blank=is_blank))
    yield Table(cells, cells[-1].row + 1, _WIDTH, widths=_SHARES, is_for_screen=True)


def _cells(law: Law, lang: str, *, is_blank: bool) -> Iterator[Cell]:
    row = 0
    for line in _OF_BLANK if is_blank else _OF_REPORT:
        yield Cell(line.text(lang), row, 0, column_span=_WIDTH)
        row += 1
    for tone, colour, means in _LEGEND if is_blank else _LEGEND[:-1]:
        live = Live(alarms=(Alarm("TRUE", tone),))
        yield Cell(colour.text(lang), row, 0, align=Align.CENTER, live=live)
        yield Cell(means.text(lang), row, 1, column_span=_WIDTH - 1)
        row += 1
    for column, heading in enumerate(_HEADINGS):
        yield Cell(heading.text(lang), row, column, align=Align.CENTER)
    for entry in (*entries(law), *word_lists(law)):
        row += 1
        yield from _row(row, entry)


def _row(row: int, entry: Entry) -> Iterator[Cell]:
    live = Live(name=entry.name, words=entry.words) if entry.name else None
    yield Cell(entry.title, row, 0)
    yield Cell(entry.shown, row, 1, live=live)
    yield Cell(entry.source, row, 2)
