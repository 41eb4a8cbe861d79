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
from quanheng.forms.labels import is_label, meaning

MaybeField = TypeVar("MaybeField", Field, Field | None)
Test = Callable[[str], bool]

_NO_WORD: Final = re.compile(r"[\s|│┃｜丨¦:：;；,，。()（）\[\]【】{}<>《》\"'“”‘’]+")
"""Bars between cells and punctuation: no value, and no mark of an empty cell."""
_REACH: Final = 8
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
    name: Tested
    """A name of an indicator or class, which may be a label elsewhere (预算执行率)."""


def verified(projects: Iterable[Project], document: Document) -> tuple[Project, ...]:
    """The projects without the values that cannot be any.

    Args:
        projects: What was recognised.
        document: The document; every value must stand in it.
    """
    texts = _texts(document)
    tests = _Tests(
        *(
            partial(_checked, is_wrong, texts)
            for is_wrong in (_is_no_word, _is_no_figure, _is_no_name)
        )
    )
    return tuple(_project(project, tests) for project in projects)


def _checked(
    is_wrong: Test, texts: Mapping[Source, str], field: MaybeField
) -> MaybeField:
    match field:
        case Field(raw=raw) if raw and (is_wrong(raw) or not _is_written(field, texts)):
            return field.doubted()
        case _:
            return field


def _is_no_word(text: str) -> bool:
    return is_label(text) or _NO_WORD.fullmatch(text) is not None


def _is_no_figure(text: str) -> bool:
    if _FIGURE.search(text) or text == TO_JUDGE:
        return False
    return not Field(text).is_blank


def _is_no_name(text: str) -> bool:
    return meaning("indicator", text) is not None or (
        _NO_WORD.fullmatch(text) is not None
    )


def _project(project: Project, tests: _Tests) -> Project:
    tables = (_table(table, tests) for table in project.section_tables)
    return replace(
        project,
        name=tests.word(project.name),
        year=tests.figure(project.year),
        department=tests.word(project.department),
        unit=tests.word(project.unit),
        preparer=with_fields(project.preparer, tests.word),
        goals=with_fields(project.goals, tests.word),
        grade=tests.word(project.grade),
        stated_total=tests.figure(project.stated_total),
        table_total=tests.figure(project.table_total),
        budget=_budget(project.budget, tests) if project.budget else None,
        table=_table(project.table, tests) if project.table else None,
        section_tables=tuple(tables),
    )


def _budget(budget: Budget, tests: _Tests) -> Budget:
    return replace(
        budget,
        cells={key: tests.figure(cell) for key, cell in budget.cells.items()},
        weight=tests.figure(budget.weight),
        score=tests.figure(budget.score),
        further=tuple(map(tests.figure, budget.further)),
    )


def _table(table: IndicatorTable, tests: _Tests) -> IndicatorTable:
    if table.is_told:
        return table
    return replace(
        table,
        rows=tuple(_row(row, tests) for row in table.rows),
        total_weight=tests.figure(table.total_weight),
        total_score=tests.figure(table.total_score),
    )


def _row(row: Indicator, tests: _Tests) -> Indicator:
    return replace(
        row,
        name=tests.name(row.name),
        level1=tests.name(row.level1),
        level2=tests.name(row.level2),
        weight=tests.figure(row.weight),
        target=tests.word(row.target),
        actual=tests.word(row.actual),
        completion=tests.word(row.completion),
        score=tests.figure(row.score),
        reason=tests.word(row.reason),
        level1_weight=tests.figure(row.level1_weight),
        level2_weight=tests.figure(row.level2_weight),
    )


def _texts(document: Document) -> dict[Source, str]:
    """The texts of the document by place."""
    return dict(_each_text(document))


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
    for piece in sorted(map(_bare, pieces), key=len, reverse=True):
        rest = rest.replace(piece, "", 1)
    return not rest


def _near(at: Source, texts: Mapping[Source, str]) -> Iterator[str]:
    """The lines around a place: where a table lost its cells, one may fill several."""
    for number in range(at.paragraph - _REACH, at.paragraph + _REACH + 1):
        yield texts.get(replace(at, paragraph=number), "")


def _bare(text: str) -> str:
    return "".join(text.split())
