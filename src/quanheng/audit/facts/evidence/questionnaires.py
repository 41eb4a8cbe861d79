"""Questionnaires with the same time, answers or source (问卷集中)."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from quanheng.registers.register import Register

_FIELDS = ("survey", "sheet", "question", "answer", "submitted_at", "source", "valid")


@dataclass
class Questionnaire:
    """A completed questionnaire (问卷).

    Attributes:
        row: Its first row in the register.
        submitted_at: When it was submitted, None if not recorded.
        source: Where it came from; sealed, for comparing only.
        answers: Question → answer.
    """

    row: int
    submitted_at: datetime | None
    source: Hashable
    answers: dict[str, str | None] = field(default_factory=dict)


def questionnaires(register: Register, survey: str) -> list[Questionnaire]:
    """The valid questionnaires of a survey, in the order of the register."""
    found: dict[str, Questionnaire] = {}
    columns = map(register.column, _FIELDS)
    for row, *said in zip(register.rows, *columns, strict=True):
        name, sheet, question, answer, submitted_at, source, valid = said
        if name != survey or valid is False:
            continue
        own = found.setdefault(sheet, Questionnaire(row, submitted_at, source))
        own.answers[question] = answer
    return list(found.values())


def closest_in_time(
    sheets: Iterable[Questionnaire], window: timedelta
) -> Sequence[Questionnaire]:
    """The largest number of questionnaires submitted within a window."""
    timed = [(s.submitted_at, s) for s in sheets if s.submitted_at is not None]
    timed.sort(key=lambda pair: pair[0])
    best, start = (0, 0), 0
    for end, (moment, _) in enumerate(timed, start=1):
        while moment - timed[start][0] > window:
            start += 1
        best = max(best, (end - start, -start))
    most, first = best[0], -best[1]
    return [sheet for _, sheet in timed[first : first + most]]


def answered_alike(sheets: Iterable[Questionnaire]) -> Sequence[Questionnaire]:
    """The largest group with the same answer to every question."""
    return _largest(
        _grouped((tuple(sorted(s.answers.items(), key=str)), s) for s in sheets)
    )


def from_one_place(sheets: Iterable[Questionnaire]) -> Sequence[Questionnaire]:
    """The largest group from one source."""
    return _largest(_grouped((s.source, s) for s in sheets if s.source is not None))


def _grouped(
    pairs: Iterable[tuple[Hashable, Questionnaire]],
) -> Mapping[Hashable, list[Questionnaire]]:
    groups: dict[Hashable, list[Questionnaire]] = defaultdict(list)
    for key, sheet in pairs:
        groups[key].append(sheet)
    return groups


def _largest(
    groups: Mapping[Hashable, list[Questionnaire]],
) -> Sequence[Questionnaire]:
    return max(groups.values(), key=len, default=[])
