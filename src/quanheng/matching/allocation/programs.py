"""The programs that share out one market (分配规划)."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from quanheng.matching.allocation.market import Market
from quanheng.matching.allocation.markets import whole_steps
from quanheng.matching.allocation.preferences import POOR, preferences
from quanheng.matching.allocation.program import Program

_SLACK: Final = 1e-9


def fair_program(market: Market) -> Program:
    """The smallest share of a poor household, to be made as large as possible."""
    program = _program(market, [0.0] * len(market.pairs))
    _respect_lots(program, market)
    _at_least_a_share(program, market, 1.0)
    return program


def valuable_program(market: Market, least: float, on: date) -> Program:
    """The value served, preferences included, a smallest share kept."""
    program = bounding_program(market, least, on)
    _respect_lots(program, market)
    return program


def bounding_program(market: Market, least: float, on: date) -> Program:
    """The same without smallest lots: what it brings can't be outdone."""
    program = _preferring_program(market, on)
    for household, numbers in market.households.items():
        reach = market.reach[household]
        program.row(_sales(market, numbers), least=reach * (least - _SLACK))
    return program


def rough_program(market: Market, on: date) -> Program:
    """Both at once, without smallest lots: the share outweighs all value there is."""
    program = _preferring_program(market, on)
    total = sum(
        worth * most for worth, most in zip(market.worth, market.most, strict=True)
    )
    _at_least_a_share(program, market, total)
    return program


def _preferring_program(market: Market, on: date) -> Program:
    aims = [
        worth * (1 + liked)
        for worth, liked in zip(market.worth, preferences(market, on), strict=True)
    ]
    program = _program(market, aims)
    for household, numbers in market.households.items():
        fifth = market.reach[household] / len(POOR)
        slices = [(program.column(fifth, bonus), -1.0) for bonus in POOR]
        program.row([*_sales(market, numbers), *slices], least=0.0)
    return program


def _at_least_a_share(program: Program, market: Market, aim: float) -> None:
    share = program.column(1.0, aim)
    for household, numbers in market.households.items():
        if reach := market.reach[household]:
            program.row([*_sales(market, numbers), (share, -reach)], least=0.0)


def _program(market: Market, aims: Sequence[float]) -> Program:
    """All that stock and demands allow; a column for each pair comes first."""
    program = Program()
    for most, aim in zip(market.most, aims, strict=True):
        program.column(most, aim, whole=True)
    for numbers in market.by_offer.values():
        program.row(_sum(numbers), most=market.stock(numbers[0]))
    for numbers in market.by_demand.values():
        _bound_demand(program, market, numbers)
    return program


def _respect_lots(program: Program, market: Market) -> None:
    for number, pair in enumerate(market.pairs):
        lot = -whole_steps(-pair.offer.lot, market.steps[number])
        if lot > 1:
            trades = program.column(1.0, whole=True)
            program.row([(number, 1.0), (trades, -lot)], least=0.0)
            program.row([(number, 1.0), (trades, -market.most[number])], most=0.0)


def _bound_demand(program: Program, market: Market, numbers: Sequence[int]) -> None:
    wanted = market.wanted(numbers[0])
    if market.pairs[numbers[0]].demand.is_whole:
        served = program.column(1.0, whole=True)
        program.row([*_sum(numbers), (served, -wanted)], least=0.0, most=0.0)
    else:
        program.row(_sum(numbers), most=wanted)


def _sum(numbers: Sequence[int]) -> list[tuple[int, float]]:
    return [(number, 1.0) for number in numbers]


def _sales(market: Market, numbers: Sequence[int]) -> list[tuple[int, float]]:
    return [(number, market.takings[number]) for number in numbers]
