from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.indicators.approval import is_target_approved
from quanheng.audit.rule import Answer, Hit, Need, Severity, insufficient, rule
from quanheng.comparing.counterparts import NAME_SIMILARITY, Counterpart
from quanheng.core.bilingual import Words
from quanheng.core.expression import Sign
from quanheng.core.field import text_of
from quanheng.core.quantity import Dimension, Quantity, plain
from quanheng.language.clauses import sentences
from quanheng.language.words import any_of
from quanheng.scoring.reading import quantity_of

LOW: Final = "self_evaluation.low_target_ratio"
FEWEST: Final = "self_evaluation.same_value_rows"
EXCEPTIONAL: Final = "words.exceptional_year"
_UPPER_LIMITS: Final = (Sign.AT_MOST, Sign.LESS_THAN)
_SAME: Final = Decimal(1)
_STEM: Final = 4
"""So many first characters of its name identify an indicator in running text."""


@rule(
    code="VL209",
    name="target-out-of-line-with-history",
    title=Words("目标值明显偏低或上限明显偏宽", "Target out of line with history"),
    message=Words(
        "“{name}”的目标值为{target}，上年实际为{last}，低于上年实际的{share}%",
        "the target of “{name}” is “{target}”; “{last}” were reached last year, and "
        "less than {share}% of it is asked",
    ),
    variants={
        "loose": Words(
            "“{name}”的上限为{target}，上年实际为{last}，上限明显偏宽",
            "the upper limit of “{name}” is “{target}”; last year “{last}” sufficed",
        ),
        "approved": Words(
            "“{name}”批复的目标值为{target}，上年实际为{last}，建议报请批复部门核定",
            "the approved target of “{name}” is “{target}”, with “{last}” reached last "
            "year; a matter for the approver",
        ),
        "many": Words(
            "{total}项指标中有{count}项目标值按上年实际取整或低于上年目标，应说明理由",
            "{count} of {total} targets are last year's results rounded down or weaker "
            "than last year's targets",
        ),
    },
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "第十六条"),),
    law=(LOW, FEWEST, EXCEPTIONAL, NAME_SIMILARITY),
    needs=Need.PREVIOUS_YEAR,
)
def target_out_of_line_with_history(dossier: Dossier) -> Iterator[Answer]:
    """A target is far below last year's result (目标值偏低).

    Why it matters:
        A target below the usual result gives full marks without effort.

    What it leaves alone:
        A budget that changed in the same proportion, except for rates; a difference
        of one unit; upper limits of rates; a special year or a changed task that the
        reasons, or a sentence on the indicator, mention; indicators with another name.
        For an approved target the finding is info, addressed to the approver.
    """
    rows = list(_comparable(dossier))
    if not rows:
        yield insufficient(
            "无可与上年比较的指标", "no row can be compared with last year"
        )
        return
    low = dossier.law.number(LOW)
    weak = []
    for row in rows:
        if not (row.is_low(low) or row.is_eased) or _is_explained(dossier, row):
            continue
        if row.is_low(low):
            yield _hit(dossier, row, low)
        elif not is_target_approved(dossier, row.pair.row.indicator):
            weak.append(row)
    if len(rows) >= dossier.law.number(FEWEST) and 2 * len(weak) >= len(rows):
        cells = [row.pair.row.indicator.target for row in weak]
        yield Hit(
            at=dossier.project.table_at,
            says={"total": len(rows), "count": len(weak)},
            also=tuple(cell.at for cell in cells if cell is not None),
            variant="many",
        )


@dataclass(frozen=True, slots=True)
class _Row:
    """A target and last year's result, in one unit.

    Attributes:
        pair: The row of both years.
        target: This year's target.
        last_target: Last year's target, None where it does not compare.
        last: Last year's actual.
        scale: This year's budget ÷ last year's.
    """

    pair: Counterpart
    target: Quantity
    last_target: Decimal | None
    last: Decimal
    scale: Decimal

    @property
    def is_rate(self) -> bool:
        return self.target.unit.dimension is Dimension.RATE

    @property
    def is_upper_limit(self) -> bool:
        return self.pair.row.sign in _UPPER_LIMITS

    def is_low(self, ratio: Decimal) -> bool:
        target, room = self.target.value, max(self.scale, _SAME)
        if self.is_upper_limit:
            return not self.is_rate and target * ratio > self.last * room
        due = self.last if self.is_rate else self.last * min(self.scale, _SAME)
        is_counted = self.target.unit.dimension in (Dimension.COUNT, Dimension.NONE)
        short = (due - target) * self.target.unit.factor
        return target < ratio * due and (not is_counted or short > 1)

    @property
    def is_eased(self) -> bool:
        """Weaker than last year's target, or last year's actual rounded down."""
        target, before = self.target.value, self.last_target
        if before == target or (self.scale < 1 and not self.is_rate):
            return False
        if before is not None and self.is_upper_limit == (target > before):
            return True
        return not self.is_upper_limit and _is_rounded_down(target, self.last)


def _comparable(dossier: Dossier) -> Iterator[_Row]:
    scale = _budget_ratio(dossier)
    for pair in dossier.previous_rows:
        target = quantity_of(pair.row.target)
        last = _in_unit_of(target, quantity_of(pair.other.actual))
        if target is None or last is None or last <= 0 or target.value <= 0:
            continue
        if pair.row.sign is None:
            continue
        before = _in_unit_of(target, quantity_of(pair.other.target))
        yield _Row(pair, target, before, last, scale)


def _in_unit_of(target: Quantity | None, other: Quantity | None) -> Decimal | None:
    if target is None or other is None:
        return None
    converted = other.to(target.unit)
    return converted.value if converted else None


def _budget_ratio(dossier: Dossier) -> Decimal:
    """This year's budget ÷ last year's; 1 where either is unknown."""
    last = dossier.previous.project.budget if dossier.previous else None
    now = dossier.project.budget
    planned = now.planned if now else None
    before = last.planned if last else None
    if not planned or not before:
        return _SAME
    return planned / before


def _is_rounded_down(target: Decimal, last: Decimal) -> bool:
    """5000 after 5120, 93 after 93.2: the last figure cut off at the target's place."""
    step = Decimal(1).scaleb(int(target.normalize().as_tuple().exponent))
    return target < last and last // step * step == target


def _is_explained(dossier: Dossier, row: _Row) -> bool:
    """Whether one of the years was out of the ordinary for the row."""
    words = dossier.law.words(EXCEPTIONAL)
    ours, theirs = row.pair.row.indicator, row.pair.other.indicator
    if any_of(words, text_of(ours.reason) + text_of(theirs.reason)):
        return True
    last = dossier.previous.project if dossier.previous else None
    return any(
        ours.title[:_STEM] in sentence and any_of(words, sentence)
        for project in (dossier.project, last)
        if project is not None
        for text in project.prose()
        for sentence in sentences(text.raw)
    )


def _hit(dossier: Dossier, row: _Row, low: Decimal) -> Hit:
    indicator = row.pair.row.indicator
    approved = is_target_approved(dossier, indicator)
    unit = row.target.unit.symbol
    cell = indicator.target or indicator.name
    return Hit.on(
        cell,
        {
            "name": indicator.title,
            "target": str(row.target),
            "last": f"{plain(row.last)}{unit}",
            "share": plain(low * 100),
        },
        severity=Severity.INFO if approved else None,
        variant="approved" if approved else "loose" if row.is_upper_limit else "",
    )
