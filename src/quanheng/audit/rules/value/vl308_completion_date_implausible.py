import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.registers import register_of
from quanheng.audit.facts.texts.project_period import PERIOD_LABELS, project_period
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words, day_in_words
from quanheng.core.expression import Deadline
from quanheng.core.field import Field, filled, text_of
from quanheng.core.grammar import read_expression
from quanheng.core.indicator import LevelTwo
from quanheng.language.clauses import sentences
from quanheng.language.words import any_of
from quanheng.scoring.reading import RowReading

MATERIALS: Final = "materials"
GAP: Final = "self_evaluation.acceptance_gap_days"
LATE_PAYMENT: Final = "words.late_payment"
PARTIAL: Final = "words.partial_acceptance"
FINISHING: Final = "words.finishing_terms"
COMPLETION: Final = "words.completion_names"
_ACCEPTED: Final = re.compile(
    r"(20\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)[^，。；;\d]{0,12}?验收"
)


@rule(
    code="VL308",
    name="completion-date-implausible",
    title=Words(
        "完成日期早于验收或不在评价期",
        "Completion date before acceptance or outside the period",
    ),
    message=Words(
        "“{name}”填为{actual}，早于验收日期{other}，相差{days}天",
        "“{name}” says “{actual}”, the acceptance was on {other}, {days} days later",
    ),
    variants={
        "future": Words(
            "“{name}”填为{actual}，晚于审核日期{other}",
            "“{name}” says “{actual}”, which is after the day of this audit, {other}",
        ),
        "before start": Words(
            "“{name}”填为{actual}，早于项目开始时间{other}",
            "“{name}” says “{actual}”, before the project began on {other}",
        ),
        "after year": Words(
            "“{name}”填为{actual}，不在评价年度（{other}年）内，且未说明原因",
            "“{name}” says “{actual}”, not within the year evaluated, {other}, and no "
            "reason is given",
        ),
    },
    severity=Severity.WARNING,
    basis=(("practice", "自评复核中的常见问题"),),
    law=(GAP, LATE_PAYMENT, PARTIAL, FINISHING, COMPLETION, PERIOD_LABELS),
)
def completion_date_implausible(dossier: Dossier) -> Iterator[Answer]:
    """A completion date contradicts other dates of the report (完成日期).

    Why it matters:
        What was accepted in December may not have been complete in July, and a date
        in the future has not come yet.

    What it leaves alone:
        The end of construction with a later acceptance; partial acceptance; final
        payments and carried-over projects mentioned in the text; a late date with a
        reason, or with a target date, which the score settles. Where the text names no
        acceptance, the register of materials counts.
    """
    timeliness = dossier.readings_in(LevelTwo.TIMELINESS)
    rows = [row for row in timeliness if isinstance(row.actual, Deadline)]
    if not rows:
        yield not_applicable(
            "时效指标无完成日期", "no timeliness row has a day of completion"
        )
        return
    accepted = _accepted(dossier) if len(rows) == 1 else None
    is_carried_over = dossier.mentions(dossier.law.words(LATE_PAYMENT))
    for reading in rows:
        cell, done = reading.indicator.actual, reading.actual
        if cell is None or not isinstance(done, Deadline):
            continue
        fault = _ahead(done, dossier.as_of)
        if fault is None and not is_carried_over:
            fault = _outside(reading, done, dossier) or _before_acceptance(
                reading, done, accepted, dossier
            )
        if fault:
            yield _hit(reading, cell, fault)


@dataclass(frozen=True, slots=True)
class _Fault:
    """What a completion date contradicts."""

    variant: str
    other: str | Words
    days: int | None = None


def _hit(reading: RowReading, cell: Field, fault: _Fault) -> Hit:
    says: dict[str, object] = {
        "name": reading.indicator.title,
        "actual": cell.raw,
        "other": fault.other,
    }
    if fault.days is not None:
        says["days"] = fault.days
    return Hit.on(cell, says, variant=fault.variant)


def _ahead(done: Deadline, as_of: date) -> _Fault | None:
    return _Fault("future", day_in_words(as_of)) if done.start > as_of else None


def _outside(reading: RowReading, done: Deadline, dossier: Dossier) -> _Fault | None:
    period = project_period(dossier.project, dossier.law)
    if period and done.day < period.start <= period.end:
        return _Fault("before start", day_in_words(period.start))
    year = dossier.project.evaluation_year
    if year is None or done.start.year <= year or isinstance(reading.target, Deadline):
        return None
    if filled(reading.indicator.reason):
        return None
    return _Fault("after year", str(year))


def _accepted(dossier: Dossier) -> date | None:
    """The only acceptance date in the text, else in the register."""
    partial = dossier.law.words(PARTIAL)
    days: set[date] = set()
    for paragraph in dossier.project.paragraphs():
        for sentence in sentences(paragraph.raw):
            for match in _ACCEPTED.finditer(sentence):
                if any_of(partial, sentence):
                    return None
                day = read_expression(match[1])
                if isinstance(day, Deadline):
                    days.add(day.day)
    register = register_of(dossier, MATERIALS)
    if not days and register is not None:
        days = {day for day in register.column("accepted_on") if day is not None}
    return next(iter(days)) if len(days) == 1 else None


def _before_acceptance(
    reading: RowReading, done: Deadline, accepted: date | None, dossier: Dossier
) -> _Fault | None:
    row, law = reading.indicator, dossier.law
    if accepted is None or not any_of(law.words(COMPLETION), row.title):
        return None
    if any_of(law.words(FINISHING), row.name.raw + text_of(row.target)):
        return None
    days = (accepted - done.day).days
    if days <= law.number(GAP):
        return None
    return _Fault("", day_in_words(accepted), days)
