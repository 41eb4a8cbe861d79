"""Every measure on a million rows beside the same figure computed with polars.

    python benchmarks/measures.py [ROWS]

The registers are made up in memory from a seed. Times are processor time of the one
thread that quanheng uses, the best of three; polars is free to use all cores and is
timed by the clock. It gives the figure alone; the measures also look for duplicates
(polars only where there are some), list the rows and look at the proofs. A value that
differs is printed as NO. Wilson's intervals are compared with statsmodels', where it
is installed. Peak memory is that of the
process with one register and one answer at a time in it.
"""

import gc
import resource
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from importlib import import_module
from importlib.util import find_spec
from random import Random
from typing import Any

import polars as pl

from quanheng.core.binding_record import read_binding
from quanheng.core.measured import Measured
from quanheng.evidence.bindings.limits import limits_in
from quanheng.evidence.measures.base.ask import Ask
from quanheng.evidence.measures.base.catalogue import measure_named
from quanheng.evidence.measures.base.rates import wilson
from quanheng.evidence.register import Register
from quanheng.evidence.registers import kinds
from quanheng.law.load import load_book

ROWS = 1_000_000
ROUNDS = 3
PERIOD = date(2021, 1, 1), date(2021, 12, 31)
LIMITS = limits_in(load_book().law())
DAYS = [date(2020, 7, 1) + timedelta(days=n) for n in range(731)]
MOMENTS = [datetime(2021, 1, 1) + timedelta(minutes=7 * n) for n in range(60_000)]

Columns = dict[str, list[Any]]
Pick = Callable[..., list[Any]]
Frame = pl.LazyFrame
Case = tuple[str, dict[str, Any], Callable[[Frame], pl.Expr | Frame]]


def activities(rows: int, days: list[Any], pick: Pick) -> Columns:
    return {
        "held_on": days,
        "title": [f"活动{n}" for n in range(rows)],
        "level": pick(["市级", "县级", "乡级", None], k=rows),
        "area": pick([*(f"乡{n}" for n in range(400)), None], k=rows),
        "reached": pick([*range(500), None], k=rows),
        "proof": pick([("a.jpg",), ("b.jpg", "c.jpg"), None], k=rows),
    }


def materials(rows: int, days: list[Any], pick: Pick) -> Columns:
    copies = pick(range(1, 5000), k=rows)
    return {
        "made_on": days,
        "title": [f"资料{n}" for n in range(rows)],
        "copies": copies,
        "total": pick([Decimal(n) / 100 for n in range(9999)], k=rows),
        "accepted": pick([True, True, False, None], k=rows),
        "accepted_copies": pick([None, None, None, 1], k=rows),
        "handed_out": [n // 2 for n in copies],
    }


def petitions(rows: int, days: list[Any], pick: Pick) -> Columns:
    taken = pick(range(100), k=rows)
    return {
        "number": [str(n % (rows - rows // 100)) for n in range(rows)],
        "registered_on": days,
        "accepted_on": days,
        "handling": pick(["受理", "转送"], k=rows),
        "closed_on": [
            None if day is None or late > 90 else day + timedelta(days=late)
            for day, late in zip(days, taken, strict=True)
        ],
        "extension_approved_on": pick([None, None, DAYS[0]], k=rows),
        "extension_days": pick([None, 10, 40], k=rows),
    }


def concerns(rows: int, days: list[Any], pick: Pick) -> Columns:
    starts = pick(MOMENTS, k=rows)
    taken = pick([timedelta(minutes=n) for n in range(6000)], k=rows)
    return {
        "number": [str(n) for n in range(rows)],
        "detected_at": starts,
        "answered_at": [a + b for a, b in zip(starts, taken, strict=True)],
    }


def posts(rows: int, days: list[Any], pick: Pick) -> Columns:
    return {
        "posted_on": days,
        "channel": pick([f"号{n}" for n in range(3000)], k=rows),
        "title": [f"文{n}" for n in range(rows)],
        "views": pick(range(90_000), k=rows),
    }


def spending(rows: int, days: list[Any], pick: Pick) -> Columns:
    return {
        "paid_on": days,
        "amount": pick([Decimal(n) / 100 for n in range(-999, 9_999)], k=rows),
        "voucher": [str(n) for n in range(rows)],
    }


def survey_answers(rows: int, days: list[Any], pick: Pick) -> Columns:
    return {
        "sheet": [str(n // 2) for n in range(rows)],
        "survey": ["调查"] * rows,
        "question": [f"题{n % 2}" for n in range(rows)],
        "answer": pick(["很满意", "满意", "一般", "不满意", None], k=rows),
        "valid": pick([True, None, None, False], k=rows),
    }


MADE: dict[str, Callable[[int, list[Any], Pick], Columns]] = {
    "activities": activities,
    "materials": materials,
    "petitions": petitions,
    "concerns": concerns,
    "posts": posts,
    "spending": spending,
    "survey_answers": survey_answers,
}


def columns_of(name: str, rows: int) -> Columns:
    """Columns of one register; half of the days lie outside the period or lack."""
    random = Random(name)  # noqa: S311 - rows are made up, not secret
    days = random.choices([*DAYS, None], k=rows)
    return MADE[name](rows, days, random.choices)


def register(name: str, columns: Columns) -> Register:
    rows = len(next(iter(columns.values())))
    return Register(kinds()[name], f"{name}.csv", columns, range(2, rows + 2))


def within(day: str) -> pl.Expr:
    return pl.col(day).is_between(*PERIOD)


def percent(part: pl.Expr, whole: pl.Expr) -> pl.Expr:
    return part.cast(pl.Float64) * 100 / whole


def due_in_days() -> pl.Expr:
    longer = (
        pl.when(pl.col("extension_approved_on").is_not_null())
        .then(pl.col("extension_days").fill_null(0).clip(upper_bound=30))
        .otherwise(0)
    )
    return pl.col("accepted_on") + pl.duration(days=longer + 60)


def in_time(frame: Frame) -> Frame:
    own = frame.filter(pl.col("handling") == "受理")
    own = own.unique("number", keep="first", maintain_order=True)
    due = own.with_columns(due=due_in_days())
    hits = (pl.col("closed_on") <= pl.col("due")).fill_null(value=False).sum()
    return due.filter(within("due")).select(percent(hits, pl.len()))


def gaps_over(frame: Frame) -> Frame:
    own = frame.filter(within("posted_on")).select("channel", "posted_on").unique()
    ends = own.select("channel").unique()
    edges = [ends.with_columns(posted_on=pl.lit(day)) for day in PERIOD]
    days = pl.concat([own, *edges]).unique().sort("channel", "posted_on")
    gap = pl.col("posted_on").diff().over("channel").dt.total_days()
    return days.select((gap > 14).sum())


def accepted(frame: Frame) -> Frame:
    part = (
        pl.when(pl.col("accepted_copies").is_not_null())
        .then(pl.min_horizontal("accepted_copies", "copies"))
        .otherwise(pl.when(pl.col("accepted")).then("copies").otherwise(0))
    )
    own = frame.filter(within("made_on"))
    return own.select(percent(part.sum(), pl.col("copies").sum()))


def satisfied(frame: Frame) -> Frame:
    valid = pl.col("valid").fill_null(value=True) & pl.col("answer").is_not_null()
    hits = pl.col("answer").is_in(["很满意", "满意"]).sum()
    return frame.filter(valid).select(percent(hits, pl.len()))


def mean_value(frame: Frame) -> Frame:
    worth = {"很满意": 100, "满意": 80, "一般": 60, "不满意": 0}
    valid = pl.col("valid").fill_null(value=True) & pl.col("answer").is_not_null()
    return frame.filter(valid).select(
        pl.col("answer").replace_strict(worth, return_dtype=pl.Int64).mean()
    )


def cases() -> Iterator[Case]:
    """Register, binding, and how polars computes the same figure."""
    city = pl.col("level") == "市级"
    held = within("held_on")
    span = pl.col("held_on").filter(held)
    hours = (pl.col("answered_at") - pl.col("detected_at")).dt.total_minutes() / 60
    yield (
        "activities",
        {"measure": "count", "where": {"level": "市级"}},
        lambda f: f.filter(held & city).select(pl.len()),
    )
    yield (
        "activities",
        {"measure": "distinct_count", "of": "area"},
        lambda f: f.filter(held).select(pl.col("area").drop_nulls().n_unique()),
    )
    yield (
        "activities",
        {"measure": "sum", "of": "reached"},
        lambda f: f.filter(held).select(pl.col("reached").sum()),
    )
    yield (
        "activities",
        {"measure": "days_covered", "of": "held_on"},
        lambda f: f.select(span.n_unique()),
    )
    yield (
        "activities",
        {"measure": "days_spanned", "of": "held_on"},
        lambda f: f.select((span.max() - span.min()).dt.total_days() + 1),
    )
    options = {"weight": "copies", "partial": "accepted_copies"}
    yield "materials", {"measure": "share", "of": "accepted", **options}, accepted
    yield (
        "materials",
        {"measure": "ratio", "of": "handed_out", "per": "copies"},
        (
            lambda f: f.filter(within("made_on")).select(
                percent(pl.col("handed_out").sum(), pl.col("copies").sum())
            )
        ),
    )
    yield (
        "spending",
        {"measure": "sum", "of": "amount", "unit": "万元"},
        lambda f: f.filter(within("paid_on")).select(
            pl.col("amount").sum().cast(pl.Decimal(38, 8)) / 10_000
        ),
    )
    yield (
        "petitions",
        {
            "measure": "on_time_rate",
            "of": "closed_on",
            "where": {"handling": "受理"},
            "since": "accepted_on",
            "limit": "60",
            "extension": "extension_days",
            "approved": "extension_approved_on",
            "max_extension": "30",
        },
        in_time,
    )
    since = {"of": "answered_at", "since": "detected_at"}
    yield (
        "concerns",
        {"measure": "median_time", **since},
        lambda f: f.filter(within_time("detected_at")).select(hours.median()),
    )
    late = {"limit": "48", "in": "hours"}
    yield (
        "concerns",
        {"measure": "on_time_rate", **since, **late},
        lambda f: (
            f.with_columns(due=pl.col("detected_at") + pl.duration(hours=48))
            .filter(within_time("due"))
            .select(percent((pl.col("answered_at") <= pl.col("due")).sum(), pl.len()))
        ),
    )
    gap = {"of": "posted_on", "limit": "14", "by": "channel"}
    yield "posts", {"measure": "gaps", **gap}, gaps_over
    yield "survey_answers", {"measure": "survey_rate"}, satisfied
    yield "survey_answers", {"measure": "value_mean"}, mean_value


def within_time(moment: str) -> pl.Expr:
    return pl.col(moment).dt.date().is_between(*PERIOD)


def survey_registers(rows: int) -> dict[str, Register]:
    """The survey that the answers belong to, and what its answers are worth."""
    answers = (("很满意", 100, True), ("满意", 80, True), ("一般", 60, False))
    lines = [
        ("调查", f"题{question}", answer, Decimal(value), counts)
        for question in range(2)
        for answer, value, counts in (*answers, ("不满意", 0, False))
    ]
    names = ("survey", "question", "answer", "value", "counts")
    options = dict(zip(names, map(list, zip(*lines, strict=True)), strict=True))
    surveys: Columns = {
        "survey": ["调查"],
        "kind": ["满意度"],
        "held_on": [PERIOD[0]],
        "population": [10 * rows],
    }
    found = {"survey_options": options, "surveys": surveys}
    return {name: register(name, columns) for name, columns in found.items()}


def measured(name: str, said: dict[str, Any], registers: dict[str, Register]) -> Any:
    binding = read_binding({"from": name, **said}, "benchmark")
    ask = Ask(registers[name], binding, PERIOD, LIMITS, registers)
    return measure_named(binding.measure).of_register(ask)


def best(work: Callable[[], object], clock: Callable[[], float]) -> float:
    """Best time of several rounds in seconds."""
    times = []
    for _ in range(ROUNDS):
        gc.collect()
        start = clock()
        work()
        times.append(clock() - start)
    return min(times)


def compared(rows: int) -> None:
    print(f"{rows:,} rows".ljust(44) + "     s  polars  ratio  same value")
    frames: dict[str, Frame] = {}
    registers: dict[str, Register] = {}
    for name, said, peer in cases():
        if name not in registers:
            registers.clear()
            frames.clear()
            gc.collect()
            columns = columns_of(name, rows)
            registers[name] = register(name, columns)
            plain = {k: v for k, v in columns.items() if k != "proof"}
            frames[name] = pl.LazyFrame(plain, infer_schema_length=None)
            if name == "survey_answers":
                registers |= survey_registers(rows)
        asked = "surveys" if name == "survey_answers" else name
        compare(asked, said, peer, registers, frames[name])


def compare(
    name: str,
    said: dict[str, Any],
    peer: Callable[[Frame], Any],
    registers: dict[str, Register],
    frame: Frame,
) -> None:
    found: Measured = measured(name, said, registers)
    ours = best(lambda: measured(name, said, registers), time.process_time)
    theirs = best(lambda: peer(frame).collect(), time.perf_counter)
    other = Decimal(str(peer(frame).collect().item()))
    value = found.value or Decimal(0)
    near = abs(value - other) <= (Decimal("0.005001") if found.unrounded else 0)
    shown = f"{name} {said['measure']}"
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
