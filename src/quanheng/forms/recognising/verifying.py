"""The last step of recognition: no value rather than a wrong one (校验).

A text that cannot be the value of its field is not taken; the field keeps it as seen.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, Protocol, TypeVar

from quanheng.core.budget import Budget
from quanheng.core.every_field import with_fields
from quanheng.core.field import Field
from quanheng.core.indicator import TO_JUDGE, Indicator
from quanheng.core.report import IndicatorTable, Project
from quanheng.core.source import Source
from quanheng.document.blocks import Document, Heading, Paragraph
from quanheng.document.table import Table
from quanheng.forms.labels import is_label, label_at, meaning
from quanheng.forms.recognising.indicators.header import LEVELS
from quanheng.forms.recognising.judging.decisions import Decision, Decisions
from quanheng.forms.recognising.judging.evidence import shape
from quanheng.language.folding import folded

MaybeField = TypeVar("MaybeField", Field, Field | None)
Test = Callable[[str, Decision | None], bool]

_NO_WORD: Final = re.compile(r"[\s|│┃｜丨¦:：;；,，。()（）\[\]【】{}<>《》\"'“”‘’]+")
"""Bars between cells and punctuation: no value, and no mark of an empty cell."""
_NO_NAME: Final = frozenset(("sign", "number", "percent", "signed", "range", "points"))
_NO_POINTS: Final = frozenset(("signed", "range", "date", "clause", "prose", "phrase"))
"""What cells of these columns never look like."""
_REACH: Final = 8
_SENTENCES: Final = re.compile("[。；;]")
_BEHIND: Final = re.compile(
    r"\s*[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、.]?|.*(?:自评|目标|申报|评价|监控)表.*"
)
"""The number of a section or the title of a form that begins behind a text."""
_LONGEST_TITLE: Final = 60
_LONG_LABEL: Final = 4
_GLUED: Final = re.compile(r"\d\.\d+\.\d|元\d")
"""Figures without a gap between them."""
_FIGURE: Final = re.compile(r"[\d〇零一二三四五六七八九十百千万亿]")


class Tested(Protocol):
    """A test of fields (检验)."""

    def __call__(self, field: MaybeField, /) -> MaybeField:
        """The field, doubted where it fails the test."""


@dataclass(frozen=True, slots=True)
class _Tests:
    """The tests of the fields; each returns a field that fails it as doubted."""

    word: Tested
    """A value in words: no label of a form."""
    figure: Tested
    """A value with a figure."""
    amount: Tested
    """An amount of money or a rate: one figure, not the text of several cells."""
    title: Tested
    """The name of a project or an organisation: no running text."""
    goal: Tested
    """A goal: sentences, no label behind them."""
    points: Tested
    """A number of points."""
    result: Tested
    """What an indicator says: no label, and no name of a class."""
    name: Tested
    """A name of an indicator or class, which may be a label elsewhere (预算执行率)."""


def verified(
    projects: Iterable[Project], document: Document, decisions: Decisions
) -> tuple[Project, ...]:
    """The projects without the values that cannot be any, or are not sure enough.

    Args:
        projects: What was recognised.
        document: The document; every value must stand in it.
        decisions: What was decided on its rows and columns.
    """
    texts = _texts(document)
    tests = _Tests(
        *(
            partial(_checked, is_wrong, texts, decisions)
            for is_wrong in (
                *(_is_no_word, _is_no_figure, _is_no_amount, _is_no_title),
                *(_is_no_goal, _are_no_points),
                *(_is_no_result, _is_no_name),
            )
        )
    )
    return tuple(_project(project, tests) for project in projects)


def _checked(
    is_wrong: Test,
    texts: Mapping[Source, str],
    decisions: Decisions,
    field: MaybeField,
) -> MaybeField:
    match field:
        case Field(raw=raw) if raw:
            decision = decisions.at(field.at)
            judged = field.judged(decision.margin) if decision else field
            wrong = (
                (
                    decision is not None
                    and not _is_sure(texts.get(field.at, raw), decision)
                )
                or is_wrong(raw, decision)
                or not _is_written(field, texts)
            )
            return judged.doubted() if wrong else judged
        case _:
            return field


def _is_sure(text: str, decision: Decision) -> bool:
    """Whether a cell was judged surely; a listed class is one whatever its row is.

    Args:
        text: All of the cell.
        decision: What was decided on it.
    """
    if decision.column.label in LEVELS and meaning("category", text):
        return decision.is_column_sure
    return decision.is_sure


def _is_no_word(text: str, at: Decision | None) -> bool:
    return is_label(text) or _NO_WORD.fullmatch(text) is not None


def _is_no_figure(text: str, at: Decision | None) -> bool:
    if _FIGURE.search(text) or text == TO_JUDGE:
        return False
    return not Field(text).is_blank


def _is_no_amount(text: str, at: Decision | None) -> bool:
    return _is_no_figure(text, at) or _GLUED.search(text) is not None


def _is_no_title(text: str, at: Decision | None) -> bool:
    return (
        _is_no_word(text, at)
        or len(text) > _LONGEST_TITLE
        or any(label_at("head", text, n) >= _LONG_LABEL for n in range(1, len(text)))
    )


def _is_no_goal(text: str, at: Decision | None) -> bool:
    *sentences, rest = _SENTENCES.split(text)
    first = label_at("goal", text, 0)
    return (
        _is_no_word(text, at)
        or (first > 0 and label_at("goal", text, first) >= _LONG_LABEL)
        or bool(sentences and rest and (is_label(rest) or _BEHIND.fullmatch(rest)))
    )


def _are_no_points(text: str, at: Decision | None) -> bool:
    return shape(text) in _NO_POINTS or _is_no_figure(text, at)


def _is_no_result(text: str, at: Decision | None) -> bool:
    return _is_no_word(text, at) or meaning("category", text) is not None


def _is_no_name(text: str, at: Decision | None) -> bool:
    head = at.above.text if at and at.above else ""
    return (
        (shape(text) in _NO_NAME and meaning("indicator", head) not in LEVELS)
        or meaning("indicator", text) is not None
        or _NO_WORD.fullmatch(text) is not None
    )


def _project(project: Project, tests: _Tests) -> Project:
    sections = (_table(table, tests) for table in project.section_tables)
    return replace(
        project,
        name=tests.title(project.name),
        year=tests.figure(project.year),
        department=tests.title(project.department),
        unit=tests.title(project.unit),
        preparer=with_fields(project.preparer, tests.word),
        goals=with_fields(project.goals, tests.goal),
        grade=tests.word(project.grade),
        stated_total=tests.figure(project.stated_total),
        table_total=tests.figure(project.table_total),
        budget=_budget(project.budget, tests) if project.budget else None,
        table=_table(project.table, tests),
        period_table=_table(project.period_table, tests),
        section_tables=tuple(filter(None, sections)),
    )


def _budget(budget: Budget, tests: _Tests) -> Budget:
    return replace(
        budget,
        cells={key: tests.amount(cell) for key, cell in budget.cells.items()},
        weight=tests.figure(budget.weight),
        score=tests.figure(budget.score),
        further=tuple(map(tests.figure, budget.further)),
    )


def _table(table: IndicatorTable | None, tests: _Tests) -> IndicatorTable | None:
    """A table with its values checked; None where none of its rows is certain."""
    if table is None or table.is_told or not table.rows:
        return table
    rows = [_row(row, tests) for row in table.rows]
    known = {_table_of(row) for row in rows if not row.name.seen}
    if not known:
        return None
    return replace(
        table,
        rows=tuple(row for row in rows if _table_of(row) in known),
        total_weight=tests.figure(table.total_weight),
        total_score=tests.figure(table.total_score),
    )


def _table_of(row: Indicator) -> Source:
    """The printed table of a row; rows of lines are all of one."""
    return Source(table=row.at.table, sheet=row.at.sheet)


def _row(row: Indicator, tests: _Tests) -> Indicator:
    checked = replace(
        row,
        name=tests.name(row.name),
        level1=tests.name(row.level1),
        level2=tests.name(row.level2),
        weight=tests.points(row.weight),
        target=tests.result(row.target),
        actual=tests.result(row.actual),
        completion=tests.result(row.completion),
        score=tests.points(row.score),
        reason=tests.result(row.reason),
        level1_weight=tests.points(row.level1_weight),
        level2_weight=tests.points(row.level2_weight),
    )
    if not checked.name.seen:
        return checked
    # Of an indicator that is not certain nothing is.
    return replace(with_fields(row, Field.doubted), remarks=row.remarks)


def _texts(document: Document) -> dict[Source, str]:
    """The texts of the document by place; several blocks may share one."""
    found: dict[Source, str] = {}
    for at, text in _each_text(document):
        found[at] = f"{found[at]}\n{text}" if at in found else text
    return found


def _each_text(document: Document) -> Iterator[tuple[Source, str]]:
    for block in document.blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                if cell.text:
                    yield cell.at, cell.text
        elif isinstance(block, Heading | Paragraph):
            yield block.at, block.text


def _is_written(field: Field, texts: Mapping[Source, str]) -> bool:
    """Whether the text of a field stands at its places, blanks aside."""
    text = texts.get(field.at, "")
    if field.raw in text:
        return True
    rest = _bare(field.raw)
    if field.at.paragraph:
        around = _bare("".join(_near(field.at, texts)))
        return all(_bare(line) in around for line in field.raw.split("\n"))
    if not field.also:
        return rest in _bare(text)
    pieces = [text, *(texts.get(at, "") for at in field.also)]
    if any(meaning("category", piece) for piece in pieces):
        return False
    for piece in sorted(map(_bare, pieces), key=len, reverse=True):
        rest = rest.replace(piece, "", 1)
    return not rest


def _near(at: Source, texts: Mapping[Source, str]) -> Iterator[str]:
    """The lines around a place: where a table lost its cells, one may fill several."""
    for number in range(at.paragraph - _REACH, at.paragraph + _REACH + 1):
        yield texts.get(replace(at, paragraph=number), "")


def _bare(text: str) -> str:
    return "".join(folded(text).split())
