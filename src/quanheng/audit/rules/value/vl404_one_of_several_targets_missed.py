from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, insufficient, rule
from quanheng.core.bilingual import Words
from quanheng.core.expression import Duration, Expression, Number, Several, Sign
from quanheng.core.quantity import Quantity
from quanheng.scoring.direction import Direction
from quanheng.scoring.reading import RowReading, quantity_of
from quanheng.scoring.scorecard import RowScore

_ALTERNATIVES = "或"


@rule(
    code="VL404",
    name="one-of-several-targets-missed",
    title=Words("多项目标有一项未完成", "One of several targets missed"),
    message=Words(
        "“{name}”的多项目标中“{target}”未完成，业绩值为“{actual}”，但得满分{score}分",
        "of the targets of “{name}”, “{target}” was missed with “{actual}”, yet the "
        "row has all {score} points",
    ),
    severity=Severity.WARNING,
    basis=(("practice", "自评复核中的常见问题"),),
    needs_indicators=True,
)
def one_of_several_targets_missed(dossier: Dossier) -> Iterator[Answer]:
    """One of several targets in a cell was missed despite full marks (多项目标).

    Why it matters:
        The target that was met hides the one that was missed.

    What it leaves alone:
        Alternatives (或); cells whose parts can't be matched ("insufficient data").
    """
    for row in dossier.scorecard.rows:
        reading = row.reading
        if reading is None or not _is_full(row):
            continue
        if (
            not isinstance(reading.target, Several)
            or _ALTERNATIVES in reading.target.raw
        ):
            continue
        pairs = _aligned(reading)
        if pairs is None:
            yield insufficient(
                "各项目标与业绩值无法一一对应", "the parts can't be set side by side"
            )
            continue
        yield from _missed(row, reading, pairs)


def _is_full(row: RowScore) -> bool:
    return (
        row.stated is not None and row.weight is not None and row.stated >= row.weight
    )


def _aligned(
    reading: RowReading,
) -> tuple[tuple[Expression, Expression], ...] | None:
    target, actual = reading.target, reading.actual
    if not isinstance(target, Several) or not isinstance(actual, Several):
        return None
    if len(target.items) != len(actual.items):
        return None
    pairs = tuple(zip(target.items, actual.items, strict=True))
    return pairs if all(_values(*pair) for pair in pairs) else None


def _values(target: Expression, actual: Expression) -> tuple[Quantity, Quantity] | None:
    wanted, got = quantity_of(target), quantity_of(actual)
    converted = got.to(wanted.unit) if wanted and got else None
    return (wanted, converted) if wanted and converted else None


def _missed(
    row: RowScore,
    reading: RowReading,
    pairs: tuple[tuple[Expression, Expression], ...],
) -> Iterator[Hit]:
    for target, actual in pairs:
        values = _values(target, actual)
        if values is None or _is_met(target, reading, *values):
            continue
        cell = reading.indicator.score or reading.indicator.name
        yield Hit.on(
            cell,
            {
                "name": reading.indicator.title,
                "target": target.raw,
                "actual": actual.raw,
                "score": cell.raw,
            },
        )
        return


def _is_met(
    target: Expression, reading: RowReading, wanted: Quantity, got: Quantity
) -> bool:
    sign = target.sign if isinstance(target, Number | Duration) else None
    if sign in (Sign.AT_MOST, Sign.LESS_THAN):
        return got.value <= wanted.value
    if sign is None and reading.direction is not Direction.POSITIVE:
        return True
    return got.value >= wanted.value
