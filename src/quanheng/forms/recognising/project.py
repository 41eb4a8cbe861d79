"""One project while its blocks are being read (一个项目的识别)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from quanheng.core.field import Field
from quanheng.core.report import Project
from quanheng.core.source import WHOLE_FILE, Source
from quanheng.document.headings import printed_level
from quanheng.forms.labels import meaning
from quanheng.forms.layouts import layout_of
from quanheng.forms.recognising import narrative
from quanheng.forms.recognising.goals import (
    GoalReading,
    opens_goals,
    read_goal_line,
    read_goal_pairs,
    read_goals,
)
from quanheng.forms.recognising.head.reading import HeadReading
from quanheng.forms.recognising.head.titles import is_title, name_in_title, says_more
from quanheng.forms.recognising.indicators.tables import BODY, TableReading, end_of
from quanheng.forms.recognising.judging.decisions import Decisions
from quanheng.forms.recognising.money import finding
from quanheng.forms.recognising.money.reading import BudgetReading
from quanheng.forms.recognising.money.run import read_money
from quanheng.forms.recognising.prose import indicators_in
from quanheng.forms.recognising.remarks import RemarkReading
from quanheng.forms.recognising.rows import Row, field
from quanheng.language.folding import folded

_ANNEX: Final = re.compile(r"附[件表]\s*\d*\s*[.．、：:]?\s*(?:\S*[表])?")
_LABEL: Final = re.compile(r"附[件表]\s*\d*")
"""An annex label on a line of its own; the annex's title stands below it."""
_FIRST: Final = re.compile(r"附[件表]\s*[：:]\s*1\s*[.．]")
_NOTE: Final = re.compile(r"附[件表]\s*[：:]\s*\S.*")
_UNIT_LINE: Final = re.compile(
    r"(?:^|[\s（(，,；;])(?:金额|货币|计量)?单\s*位\s*[:：]\s*(?:人民币)?\s*[亿万千]?元"
)

_RUNS: Final = BODY | finding.KINDS
_MOST_LOOKS: Final = 20_000
_MORE_LOOKS: Final = 10
"""Most rows looked at in runs that turn out to be no table, of any and by row of the
table: a hostile table may be one long run that is tried from each of its rows."""


class ProjectReading:
    """Collects what the paragraphs and tables say about one project."""

    def __init__(self) -> None:
        self.at: Source | None = None
        self.head = HeadReading()
        self.budget = BudgetReading()
        self.goals = GoalReading()
        self.narrative = narrative.NarrativeReading()
        self.annex: Field | None = None
        self.note: Field | None = None
        self.title: Field | None = None
        self._asides: list[Field] = []
        self._remarks = RemarkReading()
        self.decisions = Decisions()
        self._tables = TableReading(self.decisions)
        self._matrix = False
        self._no_money_before = 0
        self._announced = 0

    @property
    def has_indicators(self) -> bool:
        """Whether an indicator table of the project has been read."""
        return bool(self._tables)

    def add_line(self, text: Field, level: int) -> None:
        """Read a paragraph or heading; level 0 for body text and titles."""
        self.at = self.at or text.at
        if self._take_further_annex(text):
            return
        numbered = printed_level(text.raw) or 0
        if not numbered and self.narrative.begun and self._take_annex(text):
            return
        if numbered or (level and not is_title(text.raw)):
            self.narrative.add_heading(text, level or numbered)
            return
        if not self.narrative.begun or self.annex:
            if self._take_front(text):
                return
        else:
            self.head.take_text(text, labelled_only=True)
        self.narrative.add_paragraph(text)

    def _take_front(self, text: Field) -> bool:
        """Lines around a form: title, year, cover fields, money unit."""
        if self.head.take_title(text):
            self.title = self.title or text
            return True
        if match := _UNIT_LINE.search(folded(text.raw)):
            self.budget.note_unit([text])
            if match.end() - match.start() > len(text.raw) // 2:
                return True
        return read_goal_line(text, self.goals) or self.head.take_text(text)

    def _take_annex(self, text: Field) -> bool:
        line = narrative.plain(text.raw)
        if _NOTE.fullmatch(line) and self.annex is None:
            self.note = text
            self._announced = int(_FIRST.match(line) is not None)
            return True
        if _ANNEX.fullmatch(line) and self.annex is None:
            self.annex = Field(line, text.at)
            return True
        if (
            self.annex
            and _LABEL.fullmatch(self.annex.raw)
            and self.head.take_title(text)
        ):
            self.annex = Field(f"{self.annex.raw} {line}", self.annex.at)
            return True
        return False

    def _take_further_annex(self, text: Field) -> bool:
        """A line below the note on annexes that names the next one: 2.…."""
        known, self._announced = self._announced, 0
        if not known or self.note is None or not text.raw.startswith(f"{known + 1}."):
            return False
        self.note = Field(f"{self.note.raw}\n{text.raw}", self.note.at)
        self._announced = known + 1
        return True

    def add_rows(self, rows: Sequence[Row], at: Source) -> bool:
        """Read the rows of a table; False when none could be understood."""
        self.at = self.at or at
        self.decisions.note_rows(rows)
        self._no_money_before = 0
        taken = False
        number = 0
        looks = _MOST_LOOKS + _MORE_LOOKS * len(rows)
        while number < len(rows):
            if looks > 0 and (end := self._take_run(rows, number, at)):
                taken, number = True, end
                continue
            looks -= end_of(rows, number, _RUNS) - number
            taken = self._take_single(rows[number]) or taken
            number += 1
        return taken

    def _take_run(self, rows: Sequence[Row], number: int, at: Source) -> int:
        """Read a whole table below a head; where it ends, 0 where none begins."""
        if opens_goals(rows, number) and (end := read_goals(rows, number, self.goals)):
            return end
        in_annex = self.annex is not None
        end = self._tables.take(rows, number, at, in_annex=in_annex)
        if end > number:
            for row in rows[number:end]:
                self._take_note(row)
            return end
        if number < self._no_money_before:
            return 0
        end = self._no_money_before = finding.run_end(rows, number)
        if end == number or not self._take_money(rows[number:end], at):
            return 0
        self._note_unit_above(rows[max(0, number - 2) : number])
        return end

    def _note_unit_above(self, rows: Sequence[Row]) -> None:
        """Take the money unit from a title row of the table of money."""
        titles = (row.filled[0] for row in rows if len(row.filled) == 1)
        self.budget.note_unit(map(field, titles))

    def _take_money(self, rows: Sequence[Row], at: Source) -> bool:
        """Read rows of money; False where they held no amount."""
        known = self.budget.taken
        if self.annex is not None:
            self.budget.begin_form()
        across = read_money(rows, self.budget)
        self._matrix = self._matrix or across
        if self.budget.taken == known:
            return False
        if self.budget.at == WHOLE_FILE:
            self.budget.at = at
        for row in rows:
            if row.kind not in finding.KINDS or finding.tells_of_else(row):
                self._take_single(row)  # it may tell of the project as well
        return True

    def _take_note(self, row: Row) -> None:
        """A row among others that may be a remark or a concluding sentence."""
        if row.kind in ("note", "filler"):
            self._remarks.take(row)  # 其他需要说明的问题 | 无 holds no word of its own
        if row.kind == "note":
            self._asides += map(field, row.filled)

    def _take_single(self, row: Row) -> bool:
        """A row outside the blocks: labels with values, a title, a total."""
        filled = row.filled
        if not filled:
            return False
        if len(filled) == 1 and self.head.take_title(
            Field(filled[0].text, filled[0].at)
        ):
            self.title = self.title or Field(filled[0].text, filled[0].at)
            return True
        if len(filled) == 1:
            self._asides.append(field(filled[0]))
        taken = self.head.take(row)
        taken = read_goal_pairs(row, self.goals) or taken
        self._remarks.take(row)
        if meaning("other", filled[0].text) == "known":
            self.budget.note_unit([field(filled[0])])
            taken = True
        units = [field(cell) for cell in filled if _UNIT_LINE.search(folded(cell.text))]
        self.budget.note_unit(units)
        return taken

    def project(self) -> Project:
        """What was read."""
        sections = self.narrative.sections()
        narrative.take_goals(sections, self.goals)
        told = narrative.paragraphs_of(sections)
        conclusion = narrative.conclusion_of((*told, *self._asides))
        main, section_tables = self._tables.of_year()
        project = Project(
            name=self._name(conclusion.name),
            department=self.head.first("department", "central_department"),
            unit=self.head.first("unit", "reporting_unit"),
            preparer=self.head.preparer(),
            overview=narrative.overview_of(sections),
            budget=self.budget.budget(),
            goals=self.goals.goals(),
            table=main or indicators_in(sections),
            section_tables=section_tables,
            period_table=self._tables.of_period(),
            stated_total=self.head.first("total") or conclusion.total,
            table_total=main.total_score if main else None,
            grade=self.head.first("grade") or self._tables.grade or conclusion.grade,
            conclusion=conclusion.sentence,
            sections=sections,
            annex=self.annex,
            attachment_note=self.note,
            at=self.at or WHOLE_FILE,
            title=self.title if self.title and says_more(self.title) else None,
        )
        project = replace(project, year=self.head.year())
        project = replace(project, remarks=self._remarks.without(_own(project)))
        return replace(project, form=layout_of(project, matrix=self._matrix))

    def _name(self, concluded: Field | None) -> Field | None:
        """The project's name: of a cell, the conclusion, the title."""
        said = self.head.first("name", "parent_name")
        if said and said.raw:
            return said
        return concluded or (self.title and name_in_title(self.title)) or said


def _own(project: Project) -> Iterator[Field | None]:
    """The fields of a project that labelled cells fill."""
    yield from (project.name, project.year, project.department, project.unit)
    yield from (project.stated_total, project.table_total, project.grade)
    preparer, goals = project.preparer, project.goals
    yield from (preparer.name, preparer.head, preparer.telephone, preparer.date)
    yield from (goals.period, goals.annual, goals.actual)
    if project.budget:
        yield from project.budget.cells.values()
