"""Bursts of a register: topics, places, levels, rows."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from quanheng.law.load import load_book
from quanheng.registers.kinds import kinds
from quanheng.registers.register import Register
from quanheng.watch.bursts.find import Burst, BurstReport, find_bursts
from quanheng.watch.bursts.series import EVERYWHERE, NO_TOPIC

FIRST = date(2024, 1, 1)
LAST = date(2024, 3, 31)
LAW = load_book().law(LAST)

Entry = tuple[date, str, str | None, str | None]


def register(entries: Iterable[Entry]) -> Register:
    """Entries of day, topic, place and the event they belong to."""
    listed = tuple(entries)
    columns: dict[str, list[Any]] = {
        "detected_at": [datetime(d.year, d.month, d.day, 9) for d, *_ in listed],
        "topic": [topic for _, topic, _, _ in listed],
        "place": [place for _, _, place, _ in listed],
        "duplicate_of": [event for *_, event in listed],
    }
    rows = range(2, len(listed) + 2)
    return Register(kinds()["concerns"], "舆情.csv", columns, rows)


def quiet(place: str = "甲镇") -> list[Entry]:
    days = (LAST - FIRST).days
    return [
        (FIRST + timedelta(days=n), f"村里停水{n}次", place, None) for n in range(days)
    ]


def burst_day(count: int, place: str = "甲镇") -> list[Entry]:
    return [(LAST, f"自来水浑浊{'很' * n}", place, None) for n in range(count)]


def found(entries: Iterable[Entry]) -> BurstReport:
    return find_bursts(register(entries), LAST, LAW)


def only(report: BurstReport) -> Burst:
    (burst,) = report.bursts
    return burst


def test_a_burst_names_topic_place_days_counts_and_rows() -> None:
    past = quiet()
    burst = only(found([*past, *burst_day(12)]))
    assert (burst.topic, burst.place) == ("供水", "甲镇")
    assert (burst.first, burst.last, burst.count) == (LAST, LAST, 12)
    assert burst.rows == tuple(range(len(past) + 2, len(past) + 14))
    assert str(burst.expected) == "1.0"


@pytest.mark.parametrize(
    ("count", "level"), [(3, None), (8, "蓝色"), (10, "橙色"), (30, "红色")]
)
def test_the_level_is_the_gravest_bound_that_is_passed(
    count: int, level: str | None
) -> None:
    report = found([*quiet(), *burst_day(count)])
    assert [burst.level for burst in report.bursts] == ([level] if level else [])


def test_one_event_in_many_entries_counts_once() -> None:
    again: list[Entry] = [(LAST, "自来水浑浊", "甲镇", "YQ-1") for _ in range(30)]
    assert found([*quiet(), *again]).bursts == ()


def test_places_are_watched_apart_and_together() -> None:
    spread = [e for n in range(12) for e in burst_day(1, f"{n}号乡")]
    burst = only(found([*quiet(), *spread]))
    assert (burst.place, burst.count) == (EVERYWHERE, 12)


def test_concerns_in_nearly_the_same_words_are_grouped_and_all_count() -> None:
    same: list[Entry] = [
        (LAST, f"城东小区自来水浑浊{end}", "甲镇", None) for end in ("", "。", "了")
    ]
    others: list[Entry] = [
        (LAST, words, "甲镇", None)
        for words in ("水压低", "断水三天", "水费突增", "吃水困难", "供水管道爆裂漏水")
    ]
    past = quiet()
    burst = only(found([*past, *same, *others]))
    first = len(past) + 2
    assert burst.count == 8
    assert burst.alike == ((first, first + 1, first + 2),)


def test_words_of_no_topic_are_kept_apart() -> None:
    odd: list[Entry] = [(day, "某事", place, None) for day, _, place, _ in quiet()]
    odd += [(LAST, "某事", "甲镇", None)] * 12
    assert only(found(odd)).topic == NO_TOPIC


def test_later_entries_are_not_looked_at() -> None:
    later: list[Entry] = [(LAST + timedelta(days=1), "停水", "甲镇", None)] * 30
    assert found([*quiet(), *later]).bursts == ()


def test_a_young_register_is_silent_and_says_so() -> None:
    report = find_bursts(register(quiet()[:20]), FIRST + timedelta(days=19), LAW)
    assert (report.bursts, report.watched, report.silent) == ((), 0, 1)


def test_an_empty_register_has_nothing_to_watch() -> None:
    assert found([]) == BurstReport((), 0, 0)
