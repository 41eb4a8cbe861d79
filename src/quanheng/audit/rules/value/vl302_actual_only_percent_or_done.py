from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.expression import Deadline, Wording
from quanheng.core.field import text_of
from quanheng.core.quantity import Dimension
from quanheng.law.book import Law
from quanheng.scoring.answers_in_words import YES_NO, yes_or_no
from quanheng.scoring.reading import RowReading, quantity_of

DONE_ONLY = "words.done_only"
_NOT_A_COUNT = (Dimension.RATE, Dimension.PERCENTAGE_POINT, Dimension.NONE)


@rule(
    code="VL302",
    name="actual-only-percent-or-done",
    title=Words("业绩值仅填百分比或“完成”", 'Actual is only a percentage or "done"'),
    message=Words(
        "“{name}”的目标值为“{target}”，业绩值仅填“{actual}”，应填写实际完成情况",
        "the target of “{name}” is “{target}”; the actual only says “{actual}”, not "
        "what was reached",
    ),
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "附1 自评表"),),
    law=(DONE_ONLY, YES_NO),
    needs_indicators=True,
)
def actual_only_percent_or_done(dossier: Dossier) -> Iterator[Answer]:
    """The actual is a mere percentage or "done" (业绩值).

    Why it matters:
        100% of a year, a date or a sentence does not say what happened.

    What it leaves alone:
        Targets in %; yes/no targets; bare targets without any unit; a column that
        the form defines as completion rate; the three qualitative answers to a
        target in words.
    """
    table = dossier.project.table
    if table is not None and table.actuals_are_rates:
        return
    for reading in dossier.readings:
        row = reading.indicator
        if row.target is None or row.actual is None:
            continue
        if _says_too_little(reading, dossier.law):
            yield Hit.on(
                row.actual,
                {"name": row.title, "target": row.target.raw, "actual": row.actual.raw},
                also=(row.target.at,),
            )


def _says_too_little(reading: RowReading, law: Law) -> bool:
    row = reading.indicator
    if yes_or_no(text_of(row.target), law) is not None:
        return False
    unit = reading.actual_unit
    is_percent = (
        row.actual is not None
        and row.actual.is_figure_only
        and unit is not None
        and unit.dimension is Dimension.RATE
    )
    if isinstance(reading.target, Wording):
        return is_percent
    wanted = quantity_of(reading.target)
    if wanted is None and not isinstance(reading.target, Deadline):
        return False
    if wanted is not None and _unit_of_target(reading) in _NOT_A_COUNT:
        return False
    done = "".join(text_of(row.actual).split()).rstrip("。")
    return is_percent or done in law.words(DONE_ONLY)


def _unit_of_target(reading: RowReading) -> Dimension:
    """The dimension of the target by itself or its name."""
    unit = reading.target_unit or reading.name_unit
    return unit.dimension if unit else Dimension.NONE
