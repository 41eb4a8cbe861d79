"""Facts about the survey behind the satisfaction rate (调查说明)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from quanheng.core.expression import Number
from quanheng.core.field import text_of
from quanheng.core.indicator import LevelOne
from quanheng.core.quantity import Dimension
from quanheng.core.report import Project
from quanheng.drafting.fact import Fact
from quanheng.drafting.indicator_facts import RowOutcome
from quanheng.drafting.paper import Paper
from quanheng.language.clauses import sentences
from quanheng.language.patterns.figures import figures
from quanheng.language.words import any_of
from quanheng.scoring.reading import quantity_of

SURVEY_METHODS: Final = "words.survey_methods"
_SAMPLE: Final = re.compile(r"\d\s*(?:份|人|户|名|位|家)")
"""The number of people asked; a sentence on the cost of a survey has none."""


def survey_facts(paper: Paper, rows: Sequence[RowOutcome]) -> Iterator[Fact]:
    """The report's own sentence on the survey; a blank without one."""
    category = LevelOne.SATISFACTION
    if not any(row.indicator.level_one is category for row in rows):
        return
    methods = paper.law.words(SURVEY_METHODS)
    found = next(
        (
            sentence
            for text in _texts(paper.project)
            for sentence in sentences(text)
            if any_of(methods, sentence)
            and _SAMPLE.search(sentence)
            and not _names_money(sentence)
            and _agrees(sentence, rows)
        ),
        None,
    )
    if found is None:
        yield Fact("no_survey", category=category)
    else:
        yield Fact("survey", {"sentence": found}, category)


def _names_money(sentence: str) -> bool:
    return any(
        isinstance(figure.value, Number)
        and figure.value.quantity.unit.dimension is Dimension.MONEY
        for figure in figures(sentence)
    )


def _agrees(sentence: str, rows: Sequence[RowOutcome]) -> bool:
    """Whether the rates of a sentence are rates of the table."""
    actuals = {
        quantity.base_value
        for row in rows
        if (quantity := quantity_of(row.reading.actual)) is not None
    }
    return all(
        figure.value.quantity.base_value in actuals
        for figure in figures(sentence)
        if isinstance(figure.value, Number)
        and figure.value.quantity.unit.dimension is Dimension.RATE
    )


def _texts(project: Project) -> Iterator[str]:
    for paragraph in project.paragraphs():
        yield paragraph.raw
    yield text_of(project.goals.actual)
    for row in project.indicators:
        yield text_of(row.reason)
        for remark in row.remarks:
            yield remark.text.raw
