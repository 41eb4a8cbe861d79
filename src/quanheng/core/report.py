"""The content of a self-evaluation, whatever its file format (自评报告)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Final

from quanheng.core.budget import Budget
from quanheng.core.every_field import fields_in
from quanheng.core.field import Field, Remark
from quanheng.core.field_codes import without_bookmarks
from quanheng.core.indicator import Indicator
from quanheng.core.layout import Layout
from quanheng.core.source import WHOLE_FILE, Source
from quanheng.core.unread import Unread

_HEADING_NUMBER: Final = re.compile(
    r"\s*(?:[（(]\s*[一二三四五六七八九十\d]+\s*[)）][.．、]?"
    r"|第[一二三四五六七八九十\d]+[章节部]分?"
    r"|[一二三四五六七八九十]+、|\d+[.．、](?:\d+[.．、]?)*|[①-⑳])\s*"
)
_RATE_COLUMN: Final = re.compile("率|进度|比例|百分比")


CREDIBLE_YEARS: Final = range(2000, 2100)
"""Years of which there can be a self-evaluation."""


class Chapter(StrEnum):
    """The chapters of the narrative by subject (自评报告各章)."""

    BASICS = "basics"
    """一、项目的基本情况"""
    PERFORMANCE = "performance"
    """二、项目绩效情况"""
    ANALYSIS = "analysis"
    """三、项目绩效分析"""
    EXPERIENCE = "experience"
    """四、主要经验做法"""
    PROBLEMS = "problems"
    """五、存在问题及原因分析"""
    MEASURES = "measures"
    """六、改进措施及建议"""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the paragraphs below it, up to the next heading (章节).

    Attributes:
        heading: The heading as printed, number included; empty before the first one.
        level: 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）; 0 before the first
            heading.
        chapter: The chapter that it belongs to.
        paragraphs: The body text, tables left out.
    """

    heading: Field
    level: int
    chapter: Chapter
    paragraphs: tuple[Field, ...] = ()

    @property
    def title(self) -> str:
        """The heading without its number: 产出情况及分析."""
        heading = without_bookmarks(self.heading.raw)
        number = _HEADING_NUMBER.match(heading)
        return heading[number.end() if number else 0 :].strip("。：: ")

    @property
    def text(self) -> str:
        """The body text, one paragraph a line."""
        return "\n".join(paragraph.raw for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Overview:
    """The labelled paragraphs of chapter one (项目概况)."""

    summary: Field | None = None
    """项目概况"""
    basis: Field | None = None
    """立项依据"""
    necessity: Field | None = None
    """设立的必要性"""
    safeguards: Field | None = None
    """保证项目实施的措施与制度"""
    plan: Field | None = None
    """项目实施计划"""


@dataclass(frozen=True, slots=True)
class Goals:
    """Goals and their achievement (绩效目标)."""

    period: Field | None = None
    """实施期目标"""
    annual: Field | None = None
    """年度目标"""
    actual: Field | None = None
    """实际完成情况"""


@dataclass(frozen=True, slots=True)
class Preparer:
    """Who filled in the form (填报人)."""

    name: Field | None = None
    """填报人"""
    head: Field | None = None
    """负责人"""
    telephone: Field | None = None
    """联系电话"""
    date: Field | None = None
    """填报日期"""


class TableShape(StrEnum):
    """The shape of an indicator table in its file (指标表形态)."""

    ONE = "one"
    """One printed table."""
    SEVERAL = "several"
    """Rows of several printed tables, one of each category or over several pages."""
    LINES = "lines"
    """Only lines of text: sentences, or a table that lost its structure."""


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """One printed indicator table (指标表).

    Attributes:
        rows: Its level-three rows in printed order.
        labels: Column meaning → label as printed, e.g. ``level3`` → 目标指标.
            Meanings are ``level1 level2 level3 weight target actual completion
            score reason``.
        total_weight: Weight of the printed 总分 row, None without such a row.
        total_score: Score of the printed 总分 row, None without such a row.
        at: The table.
        shape: Its shape in the file.
    """

    rows: tuple[Indicator, ...]
    labels: Mapping[str, Field] = field(default_factory=dict)
    total_weight: Field | None = None
    total_score: Field | None = None
    at: Source = WHOLE_FILE
    shape: TableShape = TableShape.ONE

    @property
    def is_prose(self) -> bool:
        """Whether the rows come from running text: no categories and no points."""
        return all(row.level1 is None and row.weight is None for row in self.rows)

    @property
    def is_told(self) -> bool:
        """Whether there is no table at all, only sentences on the indicators."""
        return self.is_prose and bool(self.rows) and not self.labels

    @property
    def actuals_are_rates(self) -> bool:
        """Whether the head of the actuals asks for a completion rate (完成进度)."""
        label = self.labels.get("actual")
        return label is not None and _RATE_COLUMN.search(label.raw) is not None


@dataclass(frozen=True)
class Project:
    """One project's self-evaluation (项目支出绩效自评).

    Attributes:
        form: The layout it was recognised as: a folder name in ``forms``.
        name: Project name (项目名称).
        year: Evaluation year (评价年度) as printed: 2021, 2021年.
        department: Responsible department (主管部门).
        unit: Implementing unit (实施单位).
        preparer: Who filled it in.
        overview: Labelled paragraphs of chapter one.
        budget: The budget table, None where there is none.
        goals: Goals and their outcome.
        table: The main indicator table: the annex or form, else the section tables
            joined, else None.
        section_tables: The indicator tables inside the narrative, for comparison with
            the annex; empty if there is only ``table``.
        period_table: The indicators of the whole period beside those of the year
            (实施期指标); they are kept and shown, not scored.
        stated_total: Total score named by a sentence or head cell.
        table_total: Total score of the printed 总分 row.
        grade: Grade as printed (优, 优秀).
        conclusion: The sentence that states total and grade.
        sections: The narrative in order, tables left out.
        annex: Heading of the annex (附件1…), None without one.
        attachment_note: The line 附件：… below the text.
        at: Where the project begins.
        title: The title above form or report (2021年度项目支出绩效自评表).
        remarks: Labelled values without a field of their own.
        assumed_year: The evaluation year given by the user, for a report that names
            none.
        layout: Its layout; None if the file format has none.
    """

    form: str = ""
    name: Field | None = None
    year: Field | None = None
    department: Field | None = None
    unit: Field | None = None
    preparer: Preparer = Preparer()
    overview: Overview = Overview()
    budget: Budget | None = None
    goals: Goals = Goals()
    table: IndicatorTable | None = None
    section_tables: tuple[IndicatorTable, ...] = ()
    period_table: IndicatorTable | None = None
    stated_total: Field | None = None
    table_total: Field | None = None
    grade: Field | None = None
    conclusion: Field | None = None
    sections: tuple[Section, ...] = ()
    annex: Field | None = None
    attachment_note: Field | None = None
    at: Source = WHOLE_FILE
    title: Field | None = None
    remarks: tuple[Remark, ...] = ()
    assumed_year: int | None = None
    layout: Layout | None = None

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The rows of the main table."""
        return self.table.rows if self.table else ()

    @property
    def table_at(self) -> Source:
        """The place of the main table; of the project where there is none."""
        return self.table.at if self.table else self.at

    @property
    def total(self) -> Field | None:
        """The stated total: of the 总分 row, else of the sentence."""
        return self.table_total or self.stated_total

    @property
    def head(self) -> Field:
        """Its name, else an empty field at its beginning, to report missing parts."""
        return self.name or Field("", self.at)

    @property
    def evaluation_year(self) -> int | None:
        """The evaluation year as a number: the named one, else the assumed one."""
        return self.named_year or self.assumed_year

    @property
    def named_year(self) -> int | None:
        """The year in the report, None if there is no credible one."""
        digits = "".join(c for c in self.year.raw if c.isdigit()) if self.year else ""
        year = int(digits[:4]) if len(digits) >= 4 else 0
        return year if year in CREDIBLE_YEARS else None

    @cached_property
    def uncertain(self) -> tuple[Field, ...]:
        """The fields with a text that may not be their value."""
        return tuple(field for field in fields_in(self) if field.is_uncertain)

    @property
    def has_narrative(self) -> bool:
        """Whether there is a narrative in sections, more than a title."""
        return any(section.level and section.paragraphs for section in self.sections)

    def chapter(self, *chapters: Chapter) -> tuple[Section, ...]:
        """The sections of the named chapters, in printed order."""
        return tuple(s for s in self.sections if s.chapter in chapters)

    def paragraphs(self, *chapters: Chapter) -> Iterator[Field]:
        """Body paragraphs, of the named chapters or of all."""
        for section in self.sections:
            if not chapters or section.chapter in chapters:
                yield from section.paragraphs

    def texts(self) -> Iterator[Field]:
        """Every text of the narrative with its place: headings, paragraphs, annex."""
        return iter(self._texts)

    def prose(self) -> Iterator[Field]:
        """Every written text once: the narrative, then goals and reasons in cells."""
        return iter(self._prose)

    # Gathered once: a dozen rules walk through them.
    @cached_property
    def _texts(self) -> tuple[Field, ...]:
        return tuple(self._each_text())

    @cached_property
    def _prose(self) -> tuple[Field, ...]:
        return tuple(self._each_prose())

    def _each_text(self) -> Iterator[Field]:
        for section in self.sections:
            if section.heading.raw:
                yield section.heading
            yield from section.paragraphs
        if self.annex:
            yield self.annex

    def _each_prose(self) -> Iterator[Field]:
        seen = set()
        for text in self._texts:
            seen.add(text.raw)
            yield text
        goals = (self.goals.period, self.goals.annual, self.goals.actual)
        for cell in (*goals, *(row.reason for row in self.indicators)):
            if cell and cell.raw and cell.raw not in seen:
                seen.add(cell.raw)
                yield cell


@dataclass(frozen=True, slots=True)
class Report:
    """The content of one file (自评文件).

    Attributes:
        file: Its name.
        projects: The self-evaluations in it, in order; at least one.
        unread: The parts of the file in none of them, with the reason.
    """

    file: str
    projects: tuple[Project, ...]
    unread: tuple[Unread, ...] = ()

    @property
    def unseen(self) -> tuple[Unread, ...]:
        """The unread parts whose content is unknown."""
        return tuple(part for part in self.unread if part.unseen)

    def in_year(self, year: int | None) -> "Report":
        """The same report with an assumed year for projects that name none."""
        projects = tuple(replace(p, assumed_year=year) for p in self.projects)
        return replace(self, projects=projects)
