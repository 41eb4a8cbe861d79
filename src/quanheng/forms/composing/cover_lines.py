"""The head lines of a report: name, year, unit, preparer (封面信息)."""

from collections.abc import Iterator
from typing import Final

from quanheng.core.field import Field, text_of
from quanheng.core.report import Preparer, Project
from quanheng.document.blocks import Paragraph
from quanheng.document.table import Align

_TO_FILL_IN: Final = "_" * 8
_BESIDE: Final = "　" * 2


def head_lines(project: Project) -> Iterator[Paragraph]:
    """One line for each head field: 项目名称：….

    A missing year or unit gets a line to be filled in by hand.
    """
    fields = (
        ("项目名称", project.name),
        ("评价年度", project.year),
        ("主管部门", project.department),
        ("实施单位", project.unit),
    )
    yield from _lines(fields)
    for label, field, room in (
        ("评价年度", project.year, f"{_TO_FILL_IN}年"),
        ("实施单位（盖章）", project.unit, _TO_FILL_IN * 2),
    ):
        if field is None:
            yield Paragraph(f"{label}：{room}")
    yield from preparer_lines(project.preparer)


def year_line(project: Project) -> Iterator[Paragraph]:
    """The line （2022年度） below a title without the year."""
    if project.year is None:
        return
    year = project.year.raw.removesuffix("年度").removesuffix("年")
    if f"{year}年" not in text_of(project.title):
        yield Paragraph(f"（{year}年度）", Align.CENTER)


def preparer_lines(preparer: Preparer) -> Iterator[Paragraph]:
    """One line for each field of the preparer."""
    return _lines(
        (
            ("填报人", preparer.name),
            ("负责人", preparer.head),
            ("联系电话", preparer.telephone),
            ("填报日期", preparer.date),
        )
    )


def preparer_line(preparer: Preparer) -> Iterator[Paragraph]:
    """The line on the preparer below a form."""
    if said := [paragraph.text for paragraph in preparer_lines(preparer)]:
        yield Paragraph(_BESIDE.join(said), is_small=True)


def _lines(fields: tuple[tuple[str, Field | None], ...]) -> Iterator[Paragraph]:
    for label, field in fields:
        if field is not None:
            yield Paragraph(f"{label}：{text_of(field)}")
