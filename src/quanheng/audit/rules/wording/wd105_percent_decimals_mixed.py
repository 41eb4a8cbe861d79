import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    Answer,
    Edit,
    Fixing,
    Hit,
    Severity,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words, listed
from quanheng.core.field import Field
from quanheng.scoring.budget.stated_rates import decimals_in, stated_at

PLACES: Final = "self_evaluation.rate_decimals"
_PERCENT: Final = re.compile(r"(\d+(?:\.\d+)?)\s*[%％]")


@rule(
    code="WD105",
    name="percent-decimals-mixed",
    title=Words("百分比小数位不统一", "Percentages with mixed decimals"),
    message=Words(
        "完成率栏{kinds}并存，小数位应统一为{places}位",
        "the completion column mixes {kinds}; all should have {places} decimals",
    ),
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(PLACES,),
    fixing=Fixing.SAFE,
)
def percent_decimals_mixed(dossier: Dossier) -> Iterator[Answer]:
    """Completion rates have different numbers of decimals (小数位不统一).

    Why it matters:
        Rates in one column are compared, and 100% next to 99.96% hides what was
        rounded.

    What it leaves alone:
        Targets and actuals, whose precision comes from their source.

    Catalogue:
        The completion column is the only one that units compute themselves; one
        finding covers it and corrects the cells whose exact value is known.
    """
    cells = tuple(_cells(dossier))
    if not cells:
        yield not_applicable("无完成率", "there are no completion rates")
        return
    shown = {decimals_in(cell.value): cell.field.raw for cell in reversed(cells)}
    if len(shown) < 2:
        return
    places = int(dossier.law.number(PLACES))
    odd = [cell for cell in cells if decimals_in(cell.value) != places]
    edits = tuple(_edits(odd, places))
    certain = len(edits) == len(odd)
    yield Hit.on(
        odd[0].field,
        {
            "kinds": listed(shown[decimals] for decimals in sorted(shown)),
            "places": places,
        },
        also=tuple(cell.field.at for cell in odd[1:]),
        edits=edits if certain else (),
    )


@dataclass(frozen=True, slots=True)
class _Cell:
    """A completion rate as written, and as computed where that can be done."""

    field: Field
    value: Decimal
    computed: Decimal | None


def _cells(dossier: Dossier) -> Iterator[_Cell]:
    computed = {id(row.indicator): row.completion for row in dossier.scorecard.rows}
    for row in dossier.project.indicators:
        if row.completion and (match := _PERCENT.fullmatch(row.completion.raw)):
            yield _Cell(row.completion, Decimal(match[1]), computed.get(id(row)))


def _edits(cells: list[_Cell], places: int) -> Iterator[Edit]:
    """The cells with the right decimals, where none has to be invented."""
    for cell in cells:
        value = stated_at(cell.value, cell.computed, places)
        if value is None:
            continue
        old = cell.field.raw
        yield Edit(cell.field.at, old, f"{value}%", safe=True)
