"""How the offers of one market are shared out to its demands (分配).

Two programs, one after the other:

1. The smallest share that any poor household sells of what it could sell if it were
   alone is made as large as possible.
2. With that share kept, the value of what is served is made as large as possible.
   All who could serve a demand count alike there, so that dear goods gain nothing;
   what is left open is decided by slight preferences (``preferences.py``).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from quanheng.evidence.matching.market import Market
from quanheng.evidence.matching.markets import Steps, whole_steps
from quanheng.evidence.matching.pairs import Pair
from quanheng.evidence.matching.preferences import POOR, preferences
from quanheng.evidence.matching.program import Program

FAIR: Final = 0.001
"""How near the smallest share comes to the best possible one."""
PROVEN: Final = 0.00001
"""How near the value comes to the best possible one, preferences included."""
_SLACK: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Allocation:
    """What each pair of a market trades (分配结果).

    Attributes:
        quantities: Base units for each pair.
        gap: By what share of the value it may be short of the best.
    """

    quantities: tuple[Decimal, ...]
    gap: float


def allocate(pairs: Sequence[Pair], steps: Steps, on: date) -> Allocation:
    """Share out the offers of one market.

    Raises:
        MissingExtraError: The solver is not installed.
    """
    market = Market(pairs, steps)
    least = _fairest(market) if market.households else 0.0
    traded, gap = _most_valuable(market, least, on)
    return Allocation(
        tuple(number * step for number, step in zip(traded, market.steps, strict=True)),
        gap,
    )


def _fairest(market: Market) -> float:
    program = _program(market, [0.0] * len(market.pairs))
    share = program.column(1.0, 1.0)
    for household, numbers in market.households.items():
        sales = _sales(market, numbers)
        if reach := market.reach[household]:
            program.row([*sales, (share, -reach)], least=0.0)
    return market.least_share(_traded(market, program.solve(absolute=FAIR).values))


def _most_valuable(
    market: Market, least: float, on: date
) -> tuple[tuple[int, ...], float]:
    aims = [
        worth * (1 + liked)
        for worth, liked in zip(market.worth, preferences(market, on), strict=True)
    ]
    program = _program(market, aims)
    for household, numbers in market.households.items():
        sales, reach = _sales(market, numbers), market.reach[household]
        program.row(sales, least=reach * (least - _SLACK))
        slices = [(program.column(reach / len(POOR), bonus), -1.0) for bonus in POOR]
        program.row([*sales, *slices], least=0.0)
    solved = program.solve(relative=PROVEN)
    return _traded(market, solved.values), solved.gap


def _program(market: Market, aims: Sequence[float]) -> Program:
    """All that stock, demands and lots allow; a column for each pair comes first."""
    program = Program()
    for most, aim in zip(market.most, aims, strict=True):
        program.column(most, aim, whole=True)
    for numbers in market.by_offer.values():
        program.row(_sum(numbers), most=market.stock(numbers[0]))
    for numbers in market.by_demand.values():
        wanted = market.wanted(numbers[0])
        if market.pairs[numbers[0]].demand.is_whole:
            served = program.column(1.0, whole=True)
            program.row([*_sum(numbers), (served, -wanted)], least=0.0, most=0.0)
        else:
            program.row(_sum(numbers), most=wanted)
    for number, pair in enumerate(market.pairs):
        lot = -whole_steps(-pair.offer.lot, market.steps[number])
        if lot > 1:
            trades = program.column(1.0, whole=True)
            program.row([(number, 1.0), (trades, -lot)], least=0.0)
            program.row([(number, 1.0), (trades, -market.most[number])], most=0.0)
    return program


def _sum(numbers: Sequence[int]) -> list[tuple[int, float]]:
    return [(number, 1.0) for number in numbers]


def _sales(market: Market, numbers: Sequence[int]) -> list[tuple[int, float]]:
    return [(number, market.worth[number]) for number in numbers]


def _traded(market: Market, values: Sequence[float]) -> tuple[int, ...]:
    return tuple(round(value) for value in values[: len(market.pairs)])
