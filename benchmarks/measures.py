"""Every measure on a million rows beside the same figure computed with polars.

    python benchmarks/measures.py [ROWS]

Every register is asked once at least. They are made up in memory from a seed. Times
are processor time of the one thread that quanheng uses, the best of three; polars is
free to use all cores and is timed by the clock. It gives the figure alone; the
measures also look for duplicates (polars only where there are some), list the rows and
look at the proofs. A value that differs is printed as NO. Wilson's intervals are
compared with statsmodels', where it is installed. Peak memory is that of the process
with the registers of one answer at a time in it.
"""

import gc
import resource
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from importlib import import_module
from importlib.util import find_spec

import polars as pl

from made_registers import PERIOD, columns_of, register
from measure_cases import Case, Frames, cases
from quanheng.core.computed.binding_record import read_binding
from quanheng.core.computed.measured import Measured
from quanheng.evidence.bindings.limits import limits_in
from quanheng.evidence.measures.base.ask import Ask
from quanheng.evidence.measures.base.catalogue import measure_named, measure_names
from quanheng.evidence.measures.base.rates import wilson
from quanheng.law.load import load_book
from quanheng.registers.register import Register

ROWS = 1_000_000
ROUNDS = 3
LIMITS = limits_in(load_book().law())

Registers = dict[str, Register]


def compared(rows: int) -> None:
    print(f"{rows:,} rows".ljust(44) + "     s  polars  ratio  same value")
    large: Registers = {}
    frames: Frames = {}
    measured: set[str] = set()
    for case in cases():
        for name in set(large) - set(case.large):
            del large[name], frames[name]
        gc.collect()
        for name in case.large:
            if name not in large:
                large[name], frames[name] = made(name, rows)
        small = {name: register(name, said) for name, said in case.small.items()}
        compare(case, large | small, frames)
        measured.add(case.said["measure"])
    if left := set(measure_names()) - measured:
        print(f"not measured: {', '.join(sorted(left))}")


def made(name: str, rows: int) -> tuple[Register, pl.LazyFrame]:
    """A large register, and its columns as polars has them."""
    columns = columns_of(name, rows)
    plain = {k: v for k, v in columns.items() if k != "proof"}
    return register(name, columns), pl.LazyFrame(plain, infer_schema_length=None)


def ask(case: Case, registers: Registers) -> Measured:
    binding = read_binding({"from": case.name, **case.said}, "benchmark")
    asked = Ask(registers[case.name], binding, PERIOD, LIMITS, registers)
    return measure_named(binding.measure).of_register(asked)


def best(work: Callable[[], object], clock: Callable[[], float]) -> float:
    """Best time of several rounds in seconds."""
    times = []
    for _ in range(ROUNDS):
        gc.collect()
        start = clock()
        work()
        times.append(clock() - start)
    return min(times)


def compare(case: Case, registers: Registers, frames: Frames) -> None:
    found = ask(case, registers)
    ours = best(lambda: ask(case, registers), time.process_time)
    theirs = best(lambda: case.peer(frames).collect(), time.perf_counter)
    other = Decimal(str(case.peer(frames).collect().item()))
    value = found.value or Decimal(0)
    near = abs(value - other) <= (Decimal("0.005001") if found.unrounded else 0)
    shown = f"{' + '.join(case.large)} {case.said['measure']}"
    verdict = f"yes {found.text}" if near else f"NO {found.text} {other}"
    print(f"{shown:44}{ours:6.2f}{theirs:8.3f}{ours / theirs:7.1f}  {verdict}")


def intervals() -> None:
    """The largest difference from statsmodels' Wilson intervals."""
    if find_spec("statsmodels") is None:
        print("\nstatsmodels is not installed: no intervals compared")
        return
    peer = import_module("statsmodels.stats.proportion").proportion_confint
    worst = 0.0
    for asked in (1, 7, 30, 200, 385, 10_000, 1_000_000):
        for hits in sorted({0, 1, asked // 3, asked // 2, asked - 1, asked}):
            for confidence in (80, 90, 95, 99):
                ours = wilson(Decimal(hits), Decimal(asked), Decimal(confidence))
                theirs = peer(hits, asked, 1 - confidence / 100, "wilson")
                pairs = zip(ours, theirs, strict=True)
                worst = max(worst, *(abs(float(a) - b) for a, b in pairs))
    print(f"\nWilson intervals beside statsmodels: off by {worst:.1e} at most")


if __name__ == "__main__":
    compared(int(sys.argv[1]) if sys.argv[1:] else ROWS)
    intervals()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory with polars' copy of every register: {peak:,.0f} MiB")
