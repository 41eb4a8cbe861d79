"""The overview of many reports on the terminal (终端总览)."""

from collections.abc import Iterator
from typing import Final

from quanheng.answers.columns import TextColumn, in_columns
from quanheng.answers.looks import NONE, RESULT_COLOURS, SEVERITY_WORDS
from quanheng.answers.manner import Manner
from quanheng.answers.overview.overview import FREQUENCY_COLUMNS, Overview, Row
from quanheng.answers.terminal import coloured, dim, folded
from quanheng.audit.rule import Severity
from quanheng.core.bilingual import Words

MOST_FREQUENT: Final = 10
"""Rules that are listed; JSON and workbook list all."""
_COLUMNS: Final = (
    Words("结论", "verdict"),
    Words("自评", "stated"),
    Words("复算", "recomputed"),
    *(SEVERITY_WORDS[severity] for severity in Severity),
    Words("项目", "project"),
    Words("单位", "unit"),
    Words("文件", "file"),
)
_NUMBERS: Final = range(1, 6)
_FREQUENT: Final = Words("最常见的问题", "found most often")
_GRAVEST: Final = Words("各报告最严重的问题", "the gravest findings of each report")
_MORE: Final = Words(
    "逐份列出全部问题：加 --full；另存为网页或工作簿：--format html 或 xlsx -o 名称",
    "all findings: --full; as pages or a workbook: --format html or xlsx, -o NAME",
)


def overview_lines(overview: Overview, manner: Manner) -> Iterator[str]:
    """The reports, the gravest first, then the most frequent findings."""
    lang = manner.lang
    yield coloured(overview.summary(lang), bold=True)
    yield ""
    columns = [
        TextColumn(words.text(lang), folds=n > _NUMBERS[-1], right=n in _NUMBERS)
        for n, words in enumerate(_COLUMNS)
    ]
    colours = [row.result and RESULT_COLOURS[row.result] for row in overview.rows]
    rows = [_cells(row, lang) for row in overview.rows]
    yield from in_columns(columns, rows, [colour or "red" for colour in colours])
    if frequent := overview.frequencies(lang)[:MOST_FREQUENT]:
        yield ""
        yield coloured(_FREQUENT.text(lang), bold=True)
        columns = [
            TextColumn(words.text(lang), folds=n == 1, right=n > 1)
            for n, words in enumerate(FREQUENCY_COLUMNS)
        ]
        yield from in_columns(
            columns,
            [(f.code, f.title, str(f.findings), str(f.reports)) for f in frequent],
        )
    if not manner.full:
        yield ""
        yield coloured(_GRAVEST.text(lang), bold=True)
        yield dim(folded(_MORE.text(lang), 0))
    yield ""


def _cells(row: Row, lang: str) -> tuple[str, ...]:
    if row.result is None:
        blank = ("",) * len(_NUMBERS)
        return (row.result_text(lang), *blank, row.opinion, "", row.file)
    names = (row.project or NONE, row.unit or NONE, row.file)
    return (row.result_text(lang), *row.figures, *names)
