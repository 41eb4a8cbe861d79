from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.recomputed import computed_for
from quanheng.audit.facts.evidence.registers import (
    NO_EVIDENCE,
    figure,
    no_entries,
    question,
    stated_in,
)
from quanheng.audit.facts.evidence.surveys_registered import (
    ANSWERS,
    OPTIONS,
    SURVEYS,
    RegisteredSurvey,
    registered_surveys,
    surveyed_rows,
)
from quanheng.audit.rule import (
    Answer,
    Edit,
    Fixing,
    Hit,
    Insufficient,
    Need,
    Severity,
    insufficient,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import Measured, rows_in_words
from quanheng.core.field import Field
from quanheng.core.indicator import Indicator
from quanheng.core.quantity import Dimension
from quanheng.evidence.bindings.limits import (
    CONFIDENCE,
    MARGIN,
    MIN_RETURN_RATE,
    MIN_SAMPLE,
    RATE_TOLERANCE,
    limits_in,
)

SEVERAL: Final = 3
"""Answer levels from which on a rate depends on their values."""


@rule(
    code="EV103",
    name="satisfaction-miscalculated",
    title=Words("满意度计算有误", "Satisfaction miscalculated"),
    message=Words(
        "“{name}”填为{stated}，按“{survey}”答卷计算应为{computed}（调查台账{rows}）",
        "“{name}” says {stated}; the answers to “{survey}” give {computed} (surveys, "
        "{rows})",
    ),
    variants={
        "values": Words(
            "“{survey}”设有{levels}档答案但未公布赋值，{stated}无法复算"
            "（调查台账{rows}）",
            "“{survey}” has {levels} answers without values, so {stated} can't be "
            "recomputed (surveys, {rows})",
        )
    },
    severity=Severity.ERROR,
    basis=(("practice", "满意度调查方法的公开文献"),),
    law=(RATE_TOLERANCE, MIN_SAMPLE, CONFIDENCE, MARGIN, MIN_RETURN_RATE),
    needs=Need.REGISTER,
    registers=(SURVEYS, OPTIONS, ANSWERS),
    fixing=Fixing.SAFE,
)
def satisfaction_miscalculated(dossier: Dossier) -> Iterator[Answer]:
    """A stated rate (满意度, 知晓率) is not what the registered answers give.

    Why it matters:
        The counts are the proof; a rate that does not follow from them is made up.

    What it leaves alone:
        Two answers, judged by those satisfied ÷ valid; a share that counts the
        answers marked so; groups with documented weights; rows bound to a register
        (EV204); surveys without counts.
    """
    surveys = registered_surveys(dossier)
    if not surveys:
        yield no_entries(dossier, SURVEYS)
        return
    for survey in surveys:
        for row in surveyed_rows(dossier, survey):
            if row.actual is None or computed_for(dossier, row) is not None:
                continue
            answer = _judged(dossier, survey, row, row.actual)
            if answer is not None:
                yield answer


def _judged(
    dossier: Dossier, survey: RegisteredSurvey, row: Indicator, cell: Field
) -> Hit | Insufficient | None:
    stated = stated_in(dossier, row, Dimension.RATE)
    if stated is None:
        return None
    says = {
        "name": row.title,
        "survey": survey.name,
        "stated": cell.raw,
        "rows": rows_in_words(survey.rows),
    }
    figures = _figures(dossier, survey)
    levels = _unvalued_levels(dossier, survey)
    if levels >= SEVERAL:
        return Hit.on(
            cell,
            {**says, "levels": levels},
            severity=Severity.WARNING,
            variant="values",
        )
    if not figures:
        return insufficient(
            f"“{survey.name}”的选项或答案不全，未能复算",
            f"options or answers of “{survey.name}” lack, it was not recomputed",
        )
    tolerance = dossier.law.number(RATE_TOLERANCE)
    values = (measured.value for measured in figures if measured.value is not None)
    if any(abs(stated - value) <= tolerance for value in values):
        return None
    right = figures[0].text
    return Hit.on(
        cell,
        {**says, "computed": right},
        edits=(Edit.on(cell, right, safe=True),),
    )


def _figures(dossier: Dossier, survey: RegisteredSurvey) -> list[Measured]:
    """The rates that follow from the answers, the mean of their values first."""
    # The mean of values knows no weights of groups; the rate does.
    ways = () if survey.has_group_weights else ("value_mean",)
    if OPTIONS not in (dossier.evidence or NO_EVIDENCE).registers:
        return []
    found = (
        figure(
            question(
                dossier,
                SURVEYS,
                way,
                where={"survey": [survey.name]},
                limits=limits_in(dossier.law),
            )
        )
        for way in (*ways, "survey_rate")
    )
    return [measured for measured in found if measured is not None]


def _unvalued_levels(dossier: Dossier, survey: RegisteredSurvey) -> int:
    """Most answers of one question, 0 where the options have values (答案档数)."""
    options = (dossier.evidence or NO_EVIDENCE).registers.get(OPTIONS)
    if options is None:
        return 0
    offered: dict[str, set[str]] = {}
    columns = map(options.column, ("survey", "question", "answer", "value", "counts"))
    for name, asked, answer, value, counts in zip(*columns, strict=True):
        if name == survey.name:
            if value is not None or counts is not None:
                return 0
            offered.setdefault(asked, set()).add(answer)
    return max(map(len, offered.values()), default=0)
