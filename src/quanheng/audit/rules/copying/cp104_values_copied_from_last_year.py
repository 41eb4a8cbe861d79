from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Need, Severity, insufficient, rule
from quanheng.comparing.counterparts import NAME_SIMILARITY, Counterpart
from quanheng.core.bilingual import Words
from quanheng.core.field import Field, filled, text_of
from quanheng.language.similarity import bare
from quanheng.scoring.inflation import is_all_or_nothing

FEWEST: Final = "self_evaluation.same_value_rows"


@rule(
    code="CP104",
    name="values-copied-from-last-year",
    title=Words(
        "目标值和业绩值与上年完全相同", "Targets and actuals copied from last year"
    ),
    message=Words(
        "可与上年比对的{count}项指标，目标值和业绩值均与上年相同，应核对",
        "all {count} rows that compare with last year have the same target and the "
        "same actual",
    ),
    severity=Severity.WARNING,
    basis=(("practice", "一般做法"),),
    law=(FEWEST, NAME_SIMILARITY),
    needs=Need.PREVIOUS_YEAR,
)
def values_copied_from_last_year(dossier: Dossier) -> Iterator[Answer]:
    """Every comparable row has last year's target and last year's actual (完全相同).

    Why it matters:
        Results of two years are never all the same; the table was copied.

    What it leaves alone:
        Targets in words, of 100% and of zero, which are met exactly or not at all;
        rows of which only the target is the same, as of a statutory standard.
    """
    rows = [pair for pair in dossier.previous_rows if _is_comparable(pair)]
    if len(rows) < dossier.law.number(FEWEST):
        yield insufficient(
            "可与上年比对的指标过少", "too few rows compare with last year"
        )
        return
    if all(map(_is_copied, rows)):
        cells = [pair.row.indicator.actual for pair in rows]
        also = tuple(cell.at for cell in cells if cell is not None)
        yield Hit(at=dossier.project.table_at, says={"count": len(rows)}, also=also)


def _is_comparable(pair: Counterpart) -> bool:
    ours, theirs = pair.row.indicator, pair.other.indicator
    given = (ours.target, ours.actual, theirs.target, theirs.actual)
    return all(map(filled, given)) and not is_all_or_nothing(pair.row)


def _is_copied(pair: Counterpart) -> bool:
    ours, theirs = pair.row.indicator, pair.other.indicator
    return _same(ours.target, theirs.target) and _same(ours.actual, theirs.actual)


def _same(one: Field | None, other: Field | None) -> bool:
    return bare(text_of(one)) == bare(text_of(other))
