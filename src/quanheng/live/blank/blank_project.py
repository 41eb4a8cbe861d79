"""Blank forms that compute while they are filled in (空白填报表)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby, product
from typing import Final

from quanheng.core.budget import SOURCE_COLUMNS, Budget, BudgetColumn, BudgetRow
from quanheng.core.field import Field, Remark, text_of
from quanheng.core.indicator import Indicator, LevelOne
from quanheng.core.quantity import plain
from quanheng.core.report import (
    Chapter,
    Goals,
    IndicatorTable,
    Preparer,
    Project,
    Section,
)
from quanheng.law.book import Law
from quanheng.live.cells.choices import categories
from quanheng.scoring.claims import EXECUTION_WEIGHT
from quanheng.scoring.level_weights import weight_templates

_EMPTY: Final = Field("")
_ROWS: Final = {"数量指标": 3}
_USUAL_ROWS: Final = 2
"""Level-three rows per level-two category."""
_MOST_ROWS: Final = {"数量指标": 6}
_USUALLY_MOST: Final = 4
"""The same with the spare rows of a workbook, hidden until needed."""
_NATIONAL_ROWS: Final = (
    BudgetRow.INITIAL,
    BudgetRow.ANNUAL,
    BudgetRow.SPENT,
    BudgetRow.EXECUTION_RATE,
)
_STEP: Final = Decimal("0.5")
_CHAPTERS: Final[tuple[tuple[int, Chapter, str, tuple[str, ...]], ...]] = (
    (1, Chapter.BASICS, "一、项目的基本情况", ()),
    (
        *(2, Chapter.BASICS, "（一）项目概况"),
        (
            "项目概况：",
            "立项依据：",
            "设立的必要性：",
            "保证项目实施的措施与制度：",
            "项目实施计划：",
        ),
    ),
    (2, Chapter.BASICS, "（二）预算执行情况", ()),
    (2, Chapter.BASICS, "（三）项目绩效目标", ()),
    (3, Chapter.BASICS, "1.项目实施期绩效目标", ("",)),
    (3, Chapter.BASICS, "2.项目年度目标", ("",)),
    (3, Chapter.BASICS, "3.实际完成情况", ("",)),
    (1, Chapter.PERFORMANCE, "二、项目绩效情况", ("自评总分：", "评价等级：")),
    (1, Chapter.ANALYSIS, "三、项目绩效分析", ("",)),
    (1, Chapter.EXPERIENCE, "四、项目主要经验做法", ("",)),
    (1, Chapter.PROBLEMS, "五、项目管理中存在问题及原因分析", ("",)),
    (1, Chapter.MEASURES, "六、进一步加强项目管理措施及建议", ("",)),
)
"""Level, chapter, heading and the lines to complete under it."""
_CONCLUSION: Final = (
    "按照预算执行、产出、效益和满意度指标逐项自评，项目绩效自评总得分________分，"
    "评价等级为________。"
)
NATIONAL: Final = "national"
SHANXI: Final = "shanxi"
FORMS: Final = (NATIONAL, SHANXI)
"""The forms available as blanks."""


@dataclass(frozen=True, slots=True)
class Start:
    """Known facts of a project, filled in before the form is handed out (已知信息).

    ``initial`` and ``annual`` are the budgets in 万元.
    """

    name: str = ""
    year: str = ""
    department: str = ""
    unit: str = ""
    code: str = ""
    initial: str = ""
    annual: str = ""


def is_spare(category: str, number: int) -> bool:
    """Whether a row is spare, by its position in its level-two category."""
    return number >= _ROWS.get(category, _USUAL_ROWS)


def blank_project(
    form: str, start: Start, law: Law, *, with_spare_rows: bool = False
) -> Project:
    """A project with every cell of its form, the known facts filled in.

    Args:
        form: ``national`` or ``shanxi``.
        start: The known facts.
        law: Its scheme gives categories and weights.
        with_spare_rows: Whether to add spare rows to each category.
    """
    in_rows = form == SHANXI
    counts = (_MOST_ROWS, _USUALLY_MOST) if with_spare_rows else (_ROWS, _USUAL_ROWS)
    rows = tuple(_rows(law, counts, with_execution=in_rows))
    preparer = Preparer(_EMPTY, _EMPTY, _EMPTY, _EMPTY)
    remarks = (Remark(Field("项目代码"), Field(start.code)),) if start.code else ()
    return Project(
        form=form,
        name=Field(start.name),
        year=Field(start.year),
        department=Field(start.department),
        unit=Field(start.unit),
        preparer=preparer if in_rows else Preparer(),
        budget=_budget(start, law, with_points=not in_rows),
        goals=Goals() if in_rows else Goals(annual=_EMPTY, actual=_EMPTY),
        table=IndicatorTable(
            rows if in_rows else tuple(replace(r, completion=None) for r in rows),
            total_weight=None if in_rows else _EMPTY,
            total_score=None if in_rows else _EMPTY,
        ),
        grade=None if in_rows else _EMPTY,
        sections=tuple(_sections()) if in_rows else (),
        remarks=remarks,
    )


def as_printed(project: Project) -> Project:
    """The blank of a report for filling in by hand, as offices print it.

    Chapter two gets the sentence with total and grade, and one table per category.
    """
    if not project.sections or project.table is None:
        return project
    sections = tuple(
        replace(section, paragraphs=(Field(_CONCLUSION),))
        if section.chapter is Chapter.PERFORMANCE
        else section
        for section in project.sections
    )
    year = Field(f"{text_of(project.year)}年") if text_of(project.year) else None
    return replace(
        project,
        year=year,
        unit=project.unit if text_of(project.unit) else None,
        sections=sections,
        section_tables=tuple(
            IndicatorTable(tuple(map(_without_annex_columns, rows)))
            for _, rows in groupby(project.table.rows, lambda row: row.level_one)
        ),
    )


def _without_annex_columns(row: Indicator) -> Indicator:
    return replace(row, level1=None, completion=None, reason=None)


def _budget(start: Start, law: Law, *, with_points: bool) -> Budget:
    rows: Iterable[BudgetRow] = _NATIONAL_ROWS if with_points else BudgetRow
    columns: Iterable[BudgetColumn] = (
        (BudgetColumn.TOTAL, *SOURCE_COLUMNS) if with_points else BudgetColumn
    )
    cells = dict.fromkeys(product(rows, columns), _EMPTY)
    cells[BudgetRow.INITIAL, BudgetColumn.TOTAL] = Field(start.initial)
    cells[BudgetRow.ANNUAL, BudgetColumn.TOTAL] = Field(start.annual)
    weight = Field(plain(law.number(EXECUTION_WEIGHT)))
    return Budget(
        cells,
        unit=Field("万元"),
        weight=weight if with_points else None,
        score=_EMPTY if with_points else None,
    )


def _sections() -> Iterator[Section]:
    for level, chapter, heading, lines in _CHAPTERS:
        yield Section(Field(heading), level, chapter, tuple(map(Field, lines)))


def _rows(
    law: Law, counts: tuple[Mapping[str, int], int], *, with_execution: bool
) -> Iterator[Indicator]:
    particular, usual = counts
    template = weight_templates(law)[0].weights
    if with_execution:
        levels = Field("预算执行指标"), Field("资金使用指标")
        points = template.get(LevelOne.EXECUTION, law.number(EXECUTION_WEIGHT))
        yield replace(
            _row(*levels, points), name=Field("预算执行率"), target=Field("100%")
        )
    for level_one, level_two in categories(law).items():
        points = template.get(level_one, Decimal(0))
        shares = _shares(points, len(level_two))
        for category, share in zip(level_two, shares, strict=True):
            for number in range(particular.get(category, usual)):
                yield _row(
                    Field(f"{level_one.value}指标"),
                    Field(category),
                    share if number == 0 else None,
                )


def _row(level1: Field, level2: Field, points: Decimal | None) -> Indicator:
    return Indicator(
        name=_EMPTY,
        level1=level1,
        level2=level2,
        weight=Field(plain(points)) if points else _EMPTY,
        target=_EMPTY,
        actual=_EMPTY,
        completion=_EMPTY,
        score=_EMPTY,
        reason=_EMPTY,
    )


def _shares(points: Decimal, count: int) -> list[Decimal]:
    """Split points evenly in half points; the first share takes the remainder."""
    share = points / count // _STEP * _STEP
    return [points - share * (count - 1), *[share] * (count - 1)]
