"""The summary of a department's reports (部门项目支出绩效自评汇总表)."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from quanheng.core.report import Report
from quanheng.document.blocks import AnnexStart, Block, Document, Heading, Paragraph
from quanheng.document.table import Align
from quanheng.forms.summary.entry import Entry, entry_of
from quanheng.forms.summary.summary_table import summary_table
from quanheng.forms.summary.summary_text import sentences
from quanheng.law.book import Law
from quanheng.scoring.total import GRADE_NAMES

_TITLE: Final = "部门项目支出绩效自评汇总"
_LABEL: Final = "附表 部门项目支出绩效自评汇总表"


def compose_summary(report: Report, laws: Sequence[Law]) -> Document:
    """The projects of a report summed up in sentences and listed in one table.

    Args:
        report: The projects in the order of the list.
        laws: The law in force for each project.
    """
    pairs = zip(report.projects, laws, strict=True)
    entries = [entry_of(project, law) for project, law in pairs]
    names = laws[0].words(GRADE_NAMES)
    return Document(report.file, tuple(_blocks(entries, names)), _TITLE)


def _blocks(entries: Sequence[Entry], names: Sequence[str]) -> Iterator[Block]:
    yield Heading(_TITLE, 0)
    if year := _shared(entries, lambda entry: str(entry.year or "")):
        yield Paragraph(f"（{year}年度）", Align.CENTER)
    if department := _shared(entries, lambda entry: entry.department):
        yield Paragraph(f"主管部门：{department}")
    for sentence in sentences(entries, names):
        yield Paragraph(sentence)
    yield AnnexStart(_LABEL, across=True)
    yield summary_table(entries, names)


def _shared(entries: Sequence[Entry], value: Callable[[Entry], str]) -> str:
    """The value shared by all entries; empty where they differ."""
    values = set(map(value, entries))
    return values.pop() if len(values) == 1 else ""
