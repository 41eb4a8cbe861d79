"""How long it takes to match offers with demands, and how fair the outcome is.

    python benchmarks/matching.py [OFFERS [DEMANDS]]

Prints, for generated registers, pairs that fit, seconds to solve, the value that is
served and the shares that 脱贫户, 监测户 and others sell.
"""

import sys
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from time import perf_counter
from typing import Any

from quanheng.core.quantity import plain
from quanheng.law.load import load_book
from quanheng.matching.match import match
from quanheng.registers.kinds import kinds
from quanheng.registers.register import Register

ON = date(2024, 9, 1)
LAW = load_book().law(ON)


def register(name: str, rows: list[dict[str, Any]]) -> Register:
    names = dict.fromkeys(field for row in rows for field in row)
    columns = {name: [row.get(name) for row in rows] for name in names}
    return Register(kinds()[name], f"{name}.csv", columns, range(2, len(rows) + 2))


def registers(offers: int, demands: int, goods: int, seed: int) -> dict[str, Register]:
    dice = Random(seed)  # noqa: S311 - generated figures, no secret
    usual = [(f"产品{n}", "箱" if n % 3 == 0 else "公斤", 4 + n) for n in range(goods)]
    producers = [
        {"producer": f"P{n}", "kind": "农户", "assisted": dice.choice(("脱贫户", "否"))}
        for n in range(offers * 2 // 3)
    ]
    produce = [offer(dice, usual, len(producers)) for _ in range(offers)]
    wanted = [demand(dice, usual, number) for number in range(demands)]
    return {
        "producers": register("producers", producers),
        "produce": register("produce", produce),
        "demands": register("demands", wanted),
    }


def offer(
    dice: Random, usual: list[tuple[str, str, int]], producers: int
) -> dict[str, Any]:
    product, unit, price = dice.choice(usual)
    first = ON + timedelta(dice.randint(-30, 60))
    return {
        "listed_on": ON,
        "producer": f"P{dice.randrange(producers)}",
        "product": product,
        "quantity": Decimal(dice.randint(20, 900)),
        "unit": unit,
        "price": price * Decimal(dice.randint(80, 120)) / 100,
        "sold_from": first,
        "sold_until": first + timedelta(dice.randint(20, 120)),
        "smallest_lot": Decimal(dice.choice((0, 0, 0, 10, 50))),
    }


def demand(
    dice: Random, usual: list[tuple[str, str, int]], number: int
) -> dict[str, Any]:
    product, unit, price = dice.choice(usual)
    first = ON + timedelta(dice.randint(0, 60))
    return {
        "number": f"D{number}",
        "listed_on": ON,
        "buyer": f"单位{number}",
        "product": product,
        "quantity": Decimal(dice.randint(50, 1500)),
        "unit": unit,
        "highest_price": price * Decimal(dice.randint(95, 130)) / 100,
        "needed_from": first,
        "needed_until": first + timedelta(dice.randint(10, 60)),
        "divisible": dice.random() > 0.1,
    }


def run(made: Mapping[str, Register]) -> str:
    start = perf_counter()
    report = match(made, ON, LAW)
    seconds = perf_counter() - start
    served = sum((sale.amount or Decimal(0) for sale in report.sales), Decimal(0))
    shares = " ".join(
        f"{plain(group.share or Decimal(0)):>6}%" for group in report.groups
    )
    notes = "; ".join(note.en for note in report.notes)
    return (
        f"{len(report.sales):>6} {plain(served):>13} {shares} {seconds:>7.2f}  {notes}"
    )


def main() -> None:
    offers, demands = [*map(int, sys.argv[1:]), 1000, 300][:2]
    print(f"{offers} offers, {demands} demands")
    print(
        f"{'goods':>6} {'sales':>6} {'served 元':>12} {'poor':>7} {'others':>7} seconds"
    )
    for goods in (60, 20, 5, 1):
        print(f"{goods:>6} {run(registers(offers, demands, goods, 1))}", flush=True)


if __name__ == "__main__":
    main()
