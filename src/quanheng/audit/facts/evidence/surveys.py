"""Rows that rest on a survey, and what the report says about it (满意度调查)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from quanheng.core.expression import Number
from quanheng.core.field import filled, text_of
from quanheng.core.indicator import Indicator
from quanheng.core.quantity import Dimension
from quanheng.core.report import Project
from quanheng.language.words import any_of
from quanheng.law.book import Law

SURVEY_TERMS = "words.survey_terms"
SURVEY_METHODS = "words.survey_methods"
ADMINISTRATIVE_RATINGS = "words.administrative_ratings"
FULL_COUNTS = "words.full_counts"

_SAMPLE: Final = re.compile(
    r"\d[\d,，]*\s*(?:余)?(?:份|人次|人|名|户|位|个样本|条|件|张)"
    r"|样本(?:量|数|总量)?[^，。；]{0,6}\d"
)


@dataclass(frozen=True, slots=True)
class SurveyAccount:
    """What a report says about its surveys (调查说明).

    Attributes:
        has_method: Whether it names a survey method.
        has_sample: Whether it gives the sample size in the same place.
        is_full_count: Whether everyone was asked.
    """

    has_method: bool
    has_sample: bool
    is_full_count: bool


def survey_rows(project: Project, law: Law) -> tuple[Indicator, ...]:
    """Scored rows whose actual is a share of respondents (满意度, 知晓率)."""
    terms = law.words(SURVEY_TERMS)
    return tuple(
        row
        for row in project.indicators
        if any_of(terms, row.title) and _is_share(row) and _is_scored(row)
    )


def survey_account(project: Project, law: Law) -> SurveyAccount:
    """What the narrative and the reason cells say about surveys."""
    full_counts = law.words(FULL_COUNTS)
    methods = (
        law.words(SURVEY_METHODS) + law.words(ADMINISTRATIVE_RATINGS) + full_counts
    )
    texts = tuple(_texts(project))
    if not any_of(methods, "\n".join(texts)):
        return SurveyAccount(False, False, False)
    texts_on_method = [text for text in texts if any_of(methods, text)]
    return SurveyAccount(
        has_method=bool(texts_on_method),
        has_sample=any(_SAMPLE.search(text) for text in texts_on_method),
        is_full_count=any(any_of(full_counts, text) for text in texts_on_method),
    )


def _is_share(row: Indicator) -> bool:
    value = row.actual.value if row.actual else None
    return isinstance(value, Number) and value.quantity.unit.dimension in (
        Dimension.RATE,
        Dimension.NONE,
    )


def _is_scored(row: Indicator) -> bool:
    weight = row.weight.number if row.weight else None
    return filled(row.score) and (weight is None or weight > 0)


def _texts(project: Project) -> Iterable[str]:
    for text in project.texts():
        yield text.raw
    yield text_of(project.goals.actual)
    for row in project.indicators:
        yield text_of(row.reason)
        yield row.name.raw
