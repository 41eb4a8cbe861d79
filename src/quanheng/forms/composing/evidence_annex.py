"""The annex with the register entries behind computed values (佐证台账说明)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from quanheng.core.computed.measured import Computed
from quanheng.document.blocks import AnnexStart, Block, Folded, Heading, Paragraph
from quanheng.document.table import Align, Table
from quanheng.forms.composing.annex import annex_note, note_of_several
from quanheng.forms.composing.backing import BackedValue, Backing, RegisterFile, Rows
from quanheng.forms.composing.grid import Grid

TITLE: Final = "绩效指标佐证台账说明"
FILES_TITLE: Final = "所用台账文件"
VALUE_HEADINGS: Final = (
    "指标",
    "填报值",
    "台账取数",
    "核对",
    "台账、期间和计算公式",
    "所据记录",
    "未计入的记录和提示",
)
FILE_HEADINGS: Final = (
    "台账",
    "文件",
    "计入记录",
    "不予计入",
    "登记情况",
    "文件摘要（SHA-256前16位）",
)
_VALUE_WIDTHS: Final = (14.0, 9.0, 9.0, 8.0, 28.0, 15.0, 17.0)
_FILE_WIDTHS: Final = (16.0, 28.0, 9.0, 9.0, 18.0, 20.0)
_BELOW_CONTENTS: Final = 3
"""A heading level that tables of contents leave out."""
_DIGEST: Final = 16
_NONE: Final = "—"
_UNNUMBERED: Final = re.compile(r"附件(?!\s*\d)")
_NOTE: Final = re.compile(r"附件：(?!\s*\d)(.+)")
_RUNS: Final = 12
"""Runs of rows listed; with more runs the number of rows follows."""
_VERDICTS: Final = {True: "一致", False: "不符", None: "无法比较"}


def with_evidence_annex(blocks: Iterable[Block], backing: Backing) -> Iterator[Block]:
    """A composed project with the annex on its registers after all others.

    A previously single annex becomes 附件1 in its label and in the note on it. Without
    computed values nothing is added.
    """
    if not backing.values:
        yield from blocks
        return
    sequence = tuple(blocks)
    known = sum(isinstance(block, AnnexStart) for block in sequence)
    yield from map(_beside_another, sequence) if known else sequence
    yield AnnexStart(f"附件{known + 1}" if known else "附件", across=True)
    yield Heading(TITLE, 0)
    yield _values(backing.values)
    for value in backing.values:
        yield from _folded(value)
    yield Heading(FILES_TITLE, _BELOW_CONTENTS)
    yield _files(backing.files)


def _beside_another(block: Block) -> Block:
    """The start of an annex or the note on it, numbered as the first of several."""
    if isinstance(block, AnnexStart):
        return replace(block, label=_UNNUMBERED.sub("附件1", block.label, count=1))
    if isinstance(block, Paragraph) and (note := _NOTE.fullmatch(block.text)):
        return annex_note(note_of_several((note[1], TITLE)))
    return block


def _values(values: Iterable[BackedValue]) -> Table:
    grid = _headed(VALUE_HEADINGS)
    for value in values:
        computed = value.computed
        measured = computed.measured
        formula = computed.why or (measured.formula if measured else None)
        row = grid.add_row()
        grid.put(computed.name, row, 0)
        grid.label(computed.typed.raw or _NONE, row, 1)
        grid.label((measured.text if measured else "") or _NONE, row, 2)
        grid.label(_verdict(value), row, 3)
        grid.put(formula.zh if formula else _NONE, row, 4)
        grid.put("\n".join(map(_rows_text, value.sources)) or _NONE, row, 5)
        grid.put("\n".join(_remarks(computed)) or _NONE, row, 6)
    return replace(grid.table(header_rows=1), widths=_VALUE_WIDTHS)


def _verdict(value: BackedValue) -> str:
    return "未填报" if value.computed.typed.is_blank else _VERDICTS[value.agrees]


def _rows_text(source: Rows) -> str:
    count = f"{source.register}{len(source.rows)}条"
    return f"{count}：{_numbers(source.rows)}" if source.rows else count


def _numbers(rows: Sequence[int]) -> str:
    """Row numbers, with three or more in sequence as a range: 第2、5～54行."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1][1] = row
        elif len(runs) == _RUNS:
            return f"第{_runs_text(runs)}等{len(rows)}行"
        else:
            runs.append([row, row])
    return f"第{_runs_text(runs)}行"


def _runs_text(runs: Iterable[Sequence[int]]) -> str:
    return "、".join(
        f"{first}～{last}"
        if last > first + 1
        else "、".join(map(str, range(first, last + 1)))
        for first, last in runs
    )


def _remarks(computed: Computed) -> Iterator[str]:
    measured = computed.measured
    if measured is None:
        return
    for left in measured.left_out:
        yield f"未计入{len(left.rows)}条（{left.reason.zh}）：{_numbers(left.rows)}"
    if measured.interval:
        low, high = measured.interval
        yield f"置信区间{low}%～{high}%"
    for warning in measured.warnings:
        yield warning.zh


def _folded(value: BackedValue) -> Iterator[Folded]:
    for source in value.sources:
        head, *lines = source.listing
        if not lines or len(head) < 2:
            continue  # a confidential register shows row numbers only
        grid = _headed(head)
        for line in lines:
            row = grid.add_row()
            for column, text in enumerate(line):
                grid.put(text, row, column)
        count = f"{len(source.rows)}条记录"
        if len(lines) < len(source.rows):
            count = f"{count}，列出前{len(lines)}条"
        name = value.computed.name
        yield Folded(f"{name}：{source.register}{count}", grid.table(header_rows=1))


def _files(files: Iterable[RegisterFile]) -> Table:
    grid = _headed(FILE_HEADINGS)
    for file in files:
        row = grid.add_row()
        grid.put(file.title, row, 0)
        grid.put(file.file, row, 1)
        grid.put(str(file.entries), row, 2, align=Align.RIGHT)
        grid.put(str(file.refused), row, 3, align=Align.RIGHT)
        grid.label("已登记完毕" if file.is_closed else "未登记完毕，暂定", row, 4)
        grid.label(file.digest[:_DIGEST], row, 5)
    return replace(grid.table(header_rows=1), widths=_FILE_WIDTHS)


def _headed(headings: Sequence[str]) -> Grid:
    grid = Grid(len(headings))
    row = grid.add_row()
    for column, text in enumerate(headings):
        grid.label(text, row, column)
    return grid
