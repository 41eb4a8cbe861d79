"""What is measured, and how polars computes the same figure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import polars as pl

from made_registers import ANSWERS, PERIOD, Columns

Frame = pl.LazyFrame
Frames = dict[str, Frame]
Said = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """A binding and its peer.

    Attributes:
        name: The register that is asked.
        said: The binding without its register.
        peer: The same with polars, from the frames of the large registers.
        others: Further large registers that it reads.
        small: Registers of a few rows that it reads, the one asked perhaps included.
    """

    name: str
    said: Said
    peer: Callable[[Frames], Frame]
    others: tuple[str, ...] = ()
    small: dict[str, Columns] = field(default_factory=dict)

    @property
    def large(self) -> tuple[str, ...]:
        """The large registers that it reads."""
        asked = () if self.name in self.small else (self.name,)
        return (*asked, *self.others)


def cases() -> Iterator[Case]:
    """Every measure, and every register at least once."""
    yield from _counts()
    yield from _sums()
    yield from _shares()
    yield from _times()
    yield from _assistance()
    yield from _surveys()


def _one(name: str, said: Said, peer: Callable[[Frame], Frame]) -> Case:
    return Case(name, said, lambda frames: peer(frames[name]))


def _within(day: str) -> pl.Expr:
    return pl.col(day).is_between(*PERIOD)


def _within_time(moment: str) -> pl.Expr:
    return pl.col(moment).dt.date().is_between(*PERIOD)


def _percent(part: pl.Expr, whole: pl.Expr) -> pl.Expr:
    return part.cast(pl.Float64) * 100 / whole


def _counts() -> Iterator[Case]:
    held, city = _within("held_on"), pl.col("level") == "市级"
    span = pl.col("held_on").filter(held)
    yield _one(
        "activities",
        {"measure": "count", "where": {"level": "市级"}},
        lambda f: f.filter(held & city).select(pl.len()),
    )
    yield _one(
        "activities",
        {"measure": "distinct_count", "of": "area"},
        lambda f: f.filter(held).select(pl.col("area").drop_nulls().n_unique()),
    )
    yield _one(
        "activities",
        {"measure": "days_covered", "of": "held_on"},
        lambda f: f.select(span.n_unique()),
    )
    yield _one(
        "activities",
        {"measure": "days_spanned", "of": "held_on"},
        lambda f: f.select((span.max() - span.min()).dt.total_days() + 1),
    )
    chosen = pl.col("selected") & pl.col("level").is_in(["省级", "市级"])
    yield _one(
        "cases",
        {"measure": "count", "where": {"selected": "是", "level": ["省级", "市级"]}},
        lambda f: f.filter(_within("reported_on") & chosen).select(pl.len()),
    )
    yield _one(
        "channels",
        {"measure": "distinct_count", "of": "channel", "where": {"closed_on": ""}},
        lambda f: f.filter(pl.col("closed_on").is_null()).select(
            pl.col("channel").n_unique()
        ),
    )
    yield _one(
        "produce",
        {"measure": "distinct_count", "of": "product"},
        lambda f: f.filter(_within("listed_on")).select(pl.col("product").n_unique()),
    )
    gap = {"of": "posted_on", "limit": "14", "by": "channel"}
    yield _one("posts", {"measure": "gaps", **gap}, _gaps_over)


def _gaps_over(frame: Frame) -> Frame:
    own = frame.filter(_within("posted_on")).select("channel", "posted_on").unique()
    ends = own.select("channel").unique()
    edges = [ends.with_columns(posted_on=pl.lit(day)) for day in PERIOD]
    days = pl.concat([own, *edges]).unique().sort("channel", "posted_on")
    gap = pl.col("posted_on").diff().over("channel").dt.total_days()
    return days.select((gap > 14).sum())


def _sums() -> Iterator[Case]:
    yield _one(
        "activities",
        {"measure": "sum", "of": "reached"},
        lambda f: f.filter(_within("held_on")).select(pl.col("reached").sum()),
    )
    yield _one(
        "spending",
        {"measure": "sum", "of": "amount", "unit": "万元"},
        lambda f: f.filter(_within("paid_on")).select(
            pl.col("amount").sum().cast(pl.Decimal(38, 8)) / 10_000
        ),
    )
    tons = pl.when(pl.col("unit") == "吨").then(1000).otherwise(1)
    yield _one(
        "demands",
        {"measure": "sum", "of": "quantity", "units": "unit", "unit": "公斤"},
        lambda f: f.filter(_within("listed_on")).select(
            (pl.col("quantity") * tons).sum()
        ),
    )
    standing = pl.col("status").is_null() | (pl.col("status") == "已完成")
    bought = standing & (pl.col("platform") == "832平台") & _within("ordered_on")
    where = {"platform": "832平台", "status": ["已完成", ""]}
    yield _one(
        "orders",
        {"measure": "sum", "of": "amount", "where": where, "unit": "元"},
        lambda f: f.filter(bought).select(pl.col("amount").sum()),
    )


def _shares() -> Iterator[Case]:
    options = {"weight": "copies", "partial": "accepted_copies"}
    yield _one("materials", {"measure": "share", "of": "accepted", **options}, _passed)
    yield _one(
        "materials",
        {"measure": "ratio", "of": "handed_out", "per": "copies"},
        lambda f: f.filter(_within("made_on")).select(
            _percent(pl.col("handed_out").sum(), pl.col("copies").sum())
        ),
    )
    accepted = pl.col("accepted").fill_null(value=False)
    yield _one(
        "deliveries",
        {"measure": "share", "of": "accepted"},
        lambda f: f.filter(_within("delivered_on")).select(
            _percent(accepted.sum(), pl.len())
        ),
    )


def _passed(frame: Frame) -> Frame:
    part = (
        pl.when(pl.col("accepted_copies").is_not_null())
        .then(pl.min_horizontal("accepted_copies", "copies"))
        .otherwise(pl.when(pl.col("accepted")).then("copies").otherwise(0))
    )
    own = frame.filter(_within("made_on"))
    return own.select(_percent(part.sum(), pl.col("copies").sum()))


def _times() -> Iterator[Case]:
    extended = {"extension": "extension_days", "approved": "extension_approved_on"}
    accepted = {"since": "accepted_on", "where": {"handling": "受理"}}
    limit = {"limit": "60", **extended, "max_extension": "30"}
    yield _one(
        "petitions",
        {"measure": "on_time_rate", "of": "closed_on", **accepted, **limit},
        _petitions_in_time,
    )
    since = {"of": "answered_at", "since": "detected_at"}
    hours = (pl.col("answered_at") - pl.col("detected_at")).dt.total_minutes() / 60
    yield _one(
        "concerns",
        {"measure": "median_time", **since},
        lambda f: f.filter(_within_time("detected_at")).select(hours.median()),
    )
    due = pl.col("detected_at") + pl.duration(hours=48)
    yield _one(
        "concerns",
        {"measure": "on_time_rate", **since, "limit": "48", "in": "hours"},
        lambda f: (
            f.with_columns(due=due)
            .filter(_within_time("due"))
            .select(_percent((pl.col("answered_at") <= pl.col("due")).sum(), pl.len()))
        ),
    )
    answered = {"of": "replied_on", "since": "received_on", "limit": "2"}
    needed = pl.col("needs_reply").fill_null(value=True)
    yield _one(
        "messages",
        {
            "measure": "on_time_rate",
            **answered,
            "in": "months",
            "where": {"needs_reply": ["是", ""]},
        },
        lambda f: _in_time(
            f.filter(needed), pl.col("received_on").dt.offset_by("2mo"), "replied_on"
        ),
    )
    moved = pl.coalesce("postponed_to", "due_on")
    yield _one(
        "tasks",
        {
            "measure": "on_time_rate",
            "of": "done_on",
            "due": "due_on",
            "postponed": "postponed_to",
        },
        lambda f: _in_time(f, moved, "done_on"),
    )


def _petitions_in_time(frame: Frame) -> Frame:
    longer = (
        pl.when(pl.col("extension_approved_on").is_not_null())
        .then(pl.col("extension_days").fill_null(0).clip(upper_bound=30))
        .otherwise(0)
    )
    own = frame.filter(pl.col("handling") == "受理")
    own = own.unique("number", keep="first", maintain_order=True)
    due = pl.col("accepted_on") + pl.duration(days=longer + 60)
    return _in_time(own, due, "closed_on")


def _in_time(frame: Frame, due: pl.Expr, done: str) -> Frame:
    hits = (pl.col(done) <= pl.col("due")).fill_null(value=False).sum()
    within = frame.with_columns(due=due).filter(_within("due"))
    return within.select(_percent(hits, pl.len()))


def _assistance() -> Iterator[Case]:
    yield Case(
        "producers",
        {"measure": "households_helped"},
        _households,
        others=("orders",),
    )
    yield _one("purchases", {"measure": "reserve_share"}, _reserved)


def _households(frames: Frames) -> Frame:
    unsold = pl.col("status").is_in(["已取消", "已退货"]).fill_null(value=False)
    sold = frames["orders"].filter(_within("ordered_on") & ~unsold)
    sellers = sold.select(producer="supplier").drop_nulls().unique()
    alone = pl.col("households").is_null() & (pl.col("kind") == "农户")
    households = pl.when(alone).then(1).otherwise("households")
    helped = frames["producers"].join(sellers, on="producer", how="semi")
    return helped.select(households.sum())


def _reserved(frame: Frame) -> Frame:
    own = frame.filter(_within("as_of") & pl.col("has_canteen").fill_null(value=True))
    last = own.filter(pl.col("as_of") == pl.col("as_of").max().over("unit", "kind"))
    return last.select(
        _percent(pl.col("reserved").sum(), pl.col("food_purchases").sum())
    )


def _surveys() -> Iterator[Case]:
    closed = ~pl.col("open_web").fill_null(value=False) & _within("held_on")
    yield _one(
        "surveys",
        {"measure": "response_rate"},
        lambda f: f.filter(closed).select(
            _percent(pl.col("returned").sum(), pl.col("issued").sum())
        ),
    )
    yield _one("surveys", {"measure": "sample_needed"}, _sample)
    small = _small()
    for measure, peer in (
        ("survey_rate", _satisfied),
        ("awareness", _aware),
        ("value_mean", _mean_worth),
    ):
        raw = {"measure": measure}
        yield Case("surveys", raw, _of_answers(peer), ("survey_answers",), small)
    given = ("survey_options",)
    for measure in "survey_rate", "awareness":
        yield Case("surveys", {"measure": measure}, _given_counts, given)
    yield Case("surveys", {"measure": "value_mean"}, _given_mean, given)


def _small() -> dict[str, Columns]:
    """One survey with two questions, and what its answers are worth."""
    lines = [
        ("调查0", f"题{question}", answer, Decimal(value), counts)
        for question in range(2)
        for answer, value, counts in ANSWERS
    ]
    names = ("survey", "question", "answer", "value", "counts")
    options = dict(zip(names, map(list, zip(*lines, strict=True)), strict=True))
    survey = {"survey": "调查0", "kind": "满意度", "held_on": PERIOD[0]}
    return {
        "survey_options": options,
        "surveys": {name: [value] for name, value in survey.items()},
    }


def _of_answers(peer: Callable[[Frame], Frame]) -> Callable[[Frames], Frame]:
    valid = pl.col("valid").fill_null(value=True)
    return lambda frames: peer(frames["survey_answers"].filter(valid))


def _satisfied(frame: Frame) -> Frame:
    return _aware(frame.filter(pl.col("answer").is_not_null()))


def _aware(frame: Frame) -> Frame:
    hits = pl.col("answer").is_in(["很满意", "满意"]).sum()
    return frame.select(_percent(hits, pl.len()))


def _mean_worth(frame: Frame) -> Frame:
    worth = {answer: value for answer, value, _ in ANSWERS}
    answered = frame.filter(pl.col("answer").is_not_null())
    return answered.select(
        pl.col("answer").replace_strict(worth, return_dtype=pl.Int64).mean()
    )


def _given_counts(frames: Frames) -> Frame:
    hits = pl.col("count").filter(pl.col("counts")).sum()
    return _asked(frames).select(_percent(hits, pl.col("count").sum()))


def _given_mean(frames: Frames) -> Frame:
    worth = (pl.col("value").cast(pl.Float64) * pl.col("count")).sum()
    return _asked(frames).select(worth / pl.col("count").sum())


def _asked(frames: Frames) -> Frame:
    held = frames["surveys"].filter(_within("held_on")).select("survey")
    return frames["survey_options"].join(held, on="survey", how="semi")


def _sample(frame: Frame) -> Frame:
    """A confidence of 95 % and a margin of five points, as the law has them."""
    endless = 1.959963984540054**2 * 0.25 / 0.05**2
    people = pl.col("population").sum()
    return frame.filter(_within("held_on")).select(
        (endless / (1 + (endless - 1) / people)).ceil()
    )
