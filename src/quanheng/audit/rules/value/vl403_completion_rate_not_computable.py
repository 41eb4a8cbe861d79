from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.expression import Deadline, Number, Wording
from quanheng.core.field import text_of
from quanheng.law.book import Law
from quanheng.scoring.answers_in_words import YES_NO, yes_or_no
from quanheng.scoring.reading import RowReading, quantity_of
from quanheng.scoring.units import Conflict, conflict_of


@rule(
    code="VL403",
    name="completion-rate-not-computable",
    title=Words("完成率缺乏计算依据", "Completion rate without computable basis"),
    message=Words(
        "“{name}”填有完成率{stated}，但目标值“{target}”与业绩值“{actual}”无法相除",
        "“{name}” states a completion rate of {stated}, but “{target}” and “{actual}” "
        "can't be divided",
    ),
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "第十六条"),),
    law=(YES_NO,),
    needs_indicators=True,
)
def completion_rate_not_computable(dossier: Dossier) -> Iterator[Answer]:
    """A completion rate is stated though target and actual can't be divided (完成率).

    Why it matters:
        The rate looks computed but was chosen.

    What it leaves alone:
        Target and actual both in words, as some forms give each answer a fixed rate;
        yes/no targets; two dates; a rate of —; units of one dimension (VL402).
    """
    for reading in dossier.readings:
        row = reading.indicator
        if row.completion is None or row.completion.number is None:
            continue
        if _can_not_be_divided(reading, dossier.law):
            yield Hit.on(
                row.completion,
                {
                    "name": row.title,
                    "stated": row.completion.raw,
                    "target": text_of(row.target),
                    "actual": text_of(row.actual),
                },
                also=tuple(c.at for c in (row.target, row.actual) if c is not None),
            )


def _can_not_be_divided(reading: RowReading, law: Law) -> bool:
    row, target = reading.indicator, reading.target
    if row.target is None or row.actual is None:
        return False
    if isinstance(target, Wording):
        is_yes_no = yes_or_no(row.target.raw, law) is not None
        return row.actual.is_figure_only and not is_yes_no
    if isinstance(target, Deadline):
        return isinstance(reading.actual, Number) and row.actual.is_figure_only
    if quantity_of(target) is None or quantity_of(reading.actual) is None:
        return False
    one = reading.target_unit or reading.name_unit
    other = reading.actual_unit or reading.name_unit
    if one is None or other is None:
        return False
    return conflict_of(one, other) is Conflict.DIMENSION
