"""The answers to surveys, counted from raw answers or from given counts (调查答案)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError
from quanheng.evidence.measures.base.ask import Ask
from quanheng.evidence.measures.base.entries import Entries
from quanheng.registers.register import Register

OPTIONS: Final = {
    "question": Words("只计算该题；默认计算全部适用的题", "only this question")
}
"""Options of a measure of surveys."""

Given = tuple[str, str, str | None]
"""Survey, question and answer; None for a blank answer."""
Counts = Mapping[str, Mapping[Given, int]]
"""Group (empty if the answers have none) → answer → how often it was given."""
_Meant = Mapping[Given, tuple[Decimal | None, bool]]


@dataclass(frozen=True)
class Tally:
    """How often every answer was given, and its value (答案计数).

    Attributes:
        counts: How often.
        known: Every answer that the questions offer.
        values: Answer → its value by the disclosed table.
        counted: The answers that count as satisfied, aware, right.
        rows: Register → the rows that the counts come from.
        weights: Group → its weight, only where every group has one.
    """

    counts: Counts
    known: frozenset[Given]
    values: Mapping[Given, Decimal]
    counted: frozenset[Given]
    rows: Mapping[str, Sequence[int]]
    weights: Mapping[str, Decimal]


def tally(ask: Ask, entries: Entries) -> Tally:
    """Count the answers to the surveys that count.

    Raw answers (survey_answers) lead; without any, the counts of survey_options do.

    Raises:
        QuanhengError: No register says what the answers mean.
    """
    groups = entries.values("group")
    chosen = set(zip(entries.values("survey"), groups, strict=True))
    options = ask.other("survey_options")
    meant = _meant(options, set(entries.values("survey")), ask.text("question"))
    answers = ask.others.get("survey_answers")
    counts, rows = _raw(answers, chosen, meant) if answers else ({}, [])
    source = "survey_answers"
    if not rows:
        counts, rows = _given(options, chosen, meant)
        source = "survey_options"
    return Tally(
        counts=counts,
        known=frozenset(meant),
        values={given: v for given, (v, _) in meant.items() if v is not None},
        counted=frozenset(given for given, (_, is_in) in meant.items() if is_in),
        rows={source: rows},
        weights=_weights(groups, entries.values("group_weight")),
    )


def _meant(options: Register, surveys: set[str], question: str) -> _Meant:
    """The value of each answer and whether it counts."""
    columns = ("survey", "question", "answer", "value", "counts")
    found: dict[Given, tuple[Decimal | None, bool]] = {}
    for survey, asked, answer, value, is_in in _lines(options, columns):
        if survey in surveys and question in ("", asked):
            found.setdefault((survey, asked, answer), (value, is_in is True))
    if not found:
        raise QuanhengError(
            Words(
                f"{options.kind.title.zh}无相应调查的选项",
                f"the register {options.kind.name} has no option of the surveys",
            ),
            Words(
                "请登记每道题的选项和赋值",
                "enter the options of each question with their values",
            ),
        )
    return found


def _raw(
    answers: Register, chosen: set[tuple[str, str | None]], meant: _Meant
) -> tuple[Counts, list[int]]:
    """Counts of raw answers: a questionnaire once a question, invalid ones not."""
    questions = {given[:2] for given in meant}
    columns = ("sheet", "survey", "question", "answer", "group", "valid")
    seen: set[tuple[str, str, str]] = set()
    rows, kept = [], []
    for row, line in zip(answers.rows, _lines(answers, columns), strict=True):
        sheet, survey, question, answer, group, valid = line
        if valid is False or (survey, question) not in questions:
            continue
        if group is not None and not _was_asked(survey, group, chosen):
            continue
        key = (sheet, survey, question)
        if key not in seen:
            seen.add(key)
            rows.append(row)
            kept.append((group, survey, question, answer))
    counts: dict[str, dict[Given, int]] = {}
    for (group, *given), number in Counter(kept).items():
        survey, question, answer = given
        counts.setdefault(group or "", {})[survey, question, answer] = number
    return counts, rows


def _given(
    options: Register, chosen: set[tuple[str, str | None]], meant: _Meant
) -> tuple[Counts, list[int]]:
    """Counts entered with the options."""
    counts: dict[str, dict[Given, int]] = {}
    rows = []
    columns = ("survey", "question", "answer", "group", "count")
    for row, line in zip(options.rows, _lines(options, columns), strict=True):
        survey, question, answer, group, number = line
        given = survey, question, answer
        if number is None or given not in meant:
            continue
        if group is None or _was_asked(survey, group, chosen):
            counts.setdefault(group or "", {})[given] = number
            rows.append(row)
    return counts, rows


def _was_asked(survey: str, group: str, chosen: set[tuple[str, str | None]]) -> bool:
    """Whether a group is one of those that count; a survey may name none at all."""
    return (survey, group) in chosen or (survey, None) in chosen


def _weights(
    groups: Sequence[str | None], weights: Sequence[Decimal | None]
) -> dict[str, Decimal]:
    """The weight of every group; none where one lacks or there is a single group."""
    found = {
        group: weight
        for group, weight in zip(groups, weights, strict=True)
        if group and weight is not None
    }
    return found if len(found) > 1 and len(found) == len(groups) else {}


def _lines(register: Register, columns: Iterable[str]) -> Iterable[tuple[Any, ...]]:
    return zip(*map(register.column, columns), strict=True)
