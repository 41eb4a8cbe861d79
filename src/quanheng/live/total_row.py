"""Makes the total and the grade of a form compute (总分、等级)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from quanheng.document.live import Alarm, Live
from quanheng.law.book import Law
from quanheng.live.cells.live_row import RECOMPUTED, FormContext, LiveRow
from quanheng.live.cells.number_formats import SCORE
from quanheng.live.cells.sheet import Sheet
from quanheng.live.formulas import defined_names
from quanheng.live.formulas.expressions import (
    Place,
    both,
    cases,
    cell,
    rounded,
    span,
    text,
)
from quanheng.live.formulas.helper_columns import Helper, Kind
from quanheng.scoring.scorecard import FULL_MARKS
from quanheng.scoring.total import GRADE_BOUNDS

TOTAL: Final = "复算总分"
GRADE: Final = "复算等级"
WEIGHTS: Final = "权重合计"


@dataclass(frozen=True, slots=True)
class MoneyPoints:
    """Places of the execution rate's points in the budget table (资金行).

    Attributes:
        weight: The points.
        score: The stated score.
        computed: The computed score.
    """

    weight: Place
    score: Place
    computed: Place


@dataclass(frozen=True, slots=True)
class TotalPlaces:
    """The cells of the 总分 row; None where a form has no such cell.

    Attributes:
        weight: The points of all rows.
        score: The total.
        grade: The grade.
    """

    weight: Place | None = None
    score: Place | None = None
    grade: Place | None = None


def fill_totals(
    sheet: Sheet,
    rows: Sequence[LiveRow],
    money: MoneyPoints | None,
    places: TotalPlaces,
    context: FormContext,
) -> None:
    """Make total and grade compute: in their cells of a blank, else beside the form.

    Args:
        sheet: The table of the indicators.
        rows: Its rows, in order.
        money: The points of the budget block in the same table.
        places: The cells of the total row.
        context: What all rows share.
    """
    whole, results = _weights(rows, money), _Results(sheet, rows, places, context)
    off = Alarm(f"ABS({whole}-{FULL_MARKS})>{defined_names.WEIGHT_TOLERANCE}+1E-9")
    sheet.warn(places.weight, off)
    live = Live(f"ROUND({whole},6)", alarms=(off,))
    weights = results.put(places.weight, WEIGHTS, live)
    card = context.card
    reached = card.total if card else None
    live = Live(_total(rows, money), number=SCORE)
    heading = RECOMPUTED if places.score else TOTAL
    shown = "" if reached is None else f"{reached:.2f}"
    total = results.put(places.score, heading, live, shown)
    live = Live(_grade(cell(total), cell(weights), context.law))
    shown = card.grade or "" if card else ""
    grade = results.put(places.grade, GRADE, live, shown)
    if not context.is_blank:
        _warn(sheet, rows, money, places, (total, grade))


@dataclass(frozen=True, slots=True)
class _Results:
    """Puts total and grade into their cells of a blank, else beside the form."""

    sheet: Sheet
    rows: Sequence[LiveRow]
    places: TotalPlaces
    context: FormContext

    def put(
        self, place: Place | None, heading: str, live: Live, shown: str = ""
    ) -> Place:
        if place is not None and self.context.is_blank:
            self.sheet.put(place, live)
            return place
        first = self.rows[0].places.row
        if heading != RECOMPUTED:
            self.sheet.put_headings(first - 1, (heading,), hidden=False)
        row = self.places.score[0] if self.places.score else first
        return self.sheet.put_beside(row, heading, live, shown)


def _warn(
    sheet: Sheet,
    rows: Sequence[LiveRow],
    money: MoneyPoints | None,
    places: TotalPlaces,
    computed: tuple[Place, Place],
) -> None:
    stated = [place for row in rows if (place := row.places.get("score"))]
    listed = [span(stated[0], stated[-1])] if stated else []
    listed += [cell(money.score)] if money else []
    total, grade = computed
    if places.score:
        summed = f"SUM({','.join(listed)})"
        no_sum, no_total = (
            f"ABS({cell(places.score)}-{other})>{defined_names.TOTAL_TOLERANCE}+1E-9"
            for other in (summed, f"N({cell(total)})")
        )
        is_number = f"ISNUMBER({cell(places.score)})"
        is_computed = f"ISNUMBER({cell(total)})"
        sheet.warn(
            places.score,
            Alarm(f"IF({is_number},{no_sum},FALSE)"),
            Alarm(f"IF(AND({is_number},{is_computed}),{no_total},FALSE)"),
        )
    if places.grade:
        differs = f"LEFT({cell(places.grade)},1)<>LEFT({cell(grade)},1)"
        sheet.warn(places.grade, Alarm(both(f'{cell(grade)}<>""', differs)))


def _weights(rows: Sequence[LiveRow], money: MoneyPoints | None) -> str:
    listed = [_column(rows, Helper.WEIGHT)]
    listed += [cell(money.weight)] if money else []
    return f"SUM({','.join(listed)})"


def _total(rows: Sequence[LiveRow], money: MoneyPoints | None) -> str:
    """The sum of all scores; empty while a score is missing."""
    listed = [span(rows[0].computed, rows[-1].computed)]
    not_scored = f"COUNTIF({_column(rows, Helper.KIND)},{text(Kind.NOT_SCORED)})"
    count = f"{len(rows)}-{not_scored}"
    if money:
        listed.append(cell(money.computed))
        count += "+1"
    scores = ",".join(listed)
    summed = rounded(f"SUM({scores})", defined_names.SCORE_DECIMALS)
    return f'IF(AND({count}>0,COUNT({scores})={count}),{summed},"")'


def _column(rows: Sequence[LiveRow], helper: Helper) -> str:
    """A hidden column from the first row to the last."""
    return f"{rows[0].helper(helper)}:{rows[-1].helper(helper)}"


def _grade(total: str, weights: str, law: Law) -> str:
    """The grade of a total out of 100."""
    bounds = law.table(GRADE_BOUNDS)
    grades = sorted(bounds, key=lambda name: str(bounds[name]))
    grades.sort(key=lambda name: bounds[name], reverse=True)  # type: ignore[arg-type,return-value]
    lowest = map(defined_names.grade_bound, grades)
    reached = [
        (f"{total}>={bound}", text(name))
        for bound, name in zip(lowest, grades, strict=True)
    ]
    is_whole = f"ABS({weights}-{FULL_MARKS})<={defined_names.WEIGHT_TOLERANCE}+1E-9"
    graded = cases(*reached, otherwise=text(""))
    return f'IF(AND(ISNUMBER({total}),{is_whole}),{graded},"")'
