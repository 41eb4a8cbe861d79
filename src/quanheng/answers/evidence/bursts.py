"""Bursts of public concern as text and JSON (舆情异常增多)."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from quanheng.core.bilingual import NO_WORDS, Words, listed
from quanheng.core.quantity import plain
from quanheng.watch.bursts.find import Burst, BurstReport
from quanheng.watch.bursts.series import EVERYWHERE

_LEVELS: Final = {"蓝色": "blue", "黄色": "yellow", "橙色": "orange", "红色": "red"}
_NOTE: Final = Words(
    "主题按用语归类，是否属实、如何回应，由人工研判。",
    "topics are suggested by the words used; a person decides what they mean.",
)
_EVERYWHERE: Final = Words("全部地点", "all places")
_NO_ENTRIES: Final = Words("；台账无记录", "; no entries")


def bursts_text(report: BurstReport, on: date, lang: str) -> str:
    """The answer of ``evidence bursts --format text``, the gravest burst first."""
    lines = [line for burst in report.bursts for line in _lines(burst, lang)]
    lines.append(_summary(report, on, lang))
    if report.bursts:
        lines.append(_NOTE.text(lang))
    return "\n".join(lines)


def bursts_json(report: BurstReport, on: date, lang: str) -> str:
    """The answer of ``evidence bursts --format json``; version 1."""
    data = {
        "version": 1,
        "on": on.isoformat(),
        "data_until": report.until.isoformat() if report.until else None,
        "watched": report.watched,
        "too_short": report.silent,
        "bursts": [_data(burst, lang) for burst in report.bursts],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _lines(burst: Burst, lang: str) -> Iterator[str]:
    yield f"{_level(burst, lang)}  {burst.topic}  {_place(burst, lang)}"
    days, expected = _days(burst), plain(burst.expected)
    rows = listed(map(str, burst.rows))
    lines = [
        Words(
            f"{days}：{burst.count}条，历史同期预计{expected}条",
            f"{days}: {burst.count} concerns, {expected} expected",
        ),
        Words(f"台账第{rows.zh}行", f"rows {rows.en}"),
    ]
    for group in burst.alike:
        alike = listed(map(str, group))
        lines.append(Words(f"表述相近：第{alike.zh}行", f"alike: rows {alike.en}"))
    yield from (f"  {line.text(lang)}" for line in lines)
    yield ""


def _days(burst: Burst) -> str:
    if burst.first == burst.last:
        return burst.last.isoformat()
    return f"{burst.first.isoformat()} – {burst.last.isoformat()}"


def _place(burst: Burst, lang: str) -> str:
    return _EVERYWHERE.text(lang) if burst.place == EVERYWHERE else burst.place


def _level(burst: Burst, lang: str) -> str:
    level = _LEVELS.get(burst.level, burst.level)
    return Words(f"{burst.level}预警", level).text(lang)


def _summary(report: BurstReport, on: date, lang: str) -> str:
    found, watched, silent = len(report.bursts), report.watched, report.silent
    said = Words("未发现异常增多", "no bursts")
    if found:
        said = Words(f"发现异常增多{found}组", f"{found} bursts")
    short = NO_WORDS
    if silent:
        short = Words(
            f"；另有{silent}组历史数据不足，无法判断",
            f"; {silent} have too short a past to say",
        )
    whole = Words(
        f"截至{on}，共监测{watched}组主题和地点，{said.zh}{short.zh}",
        f"up to {on}: {said.en} in {watched} series{short.en}",
    )
    return whole.text(lang) + _until(report, on).text(lang)


def _until(report: BurstReport, on: date) -> Words:
    """A note that there are no entries after some day, so that nothing is known."""
    if report.until is None:
        return _NO_ENTRIES
    if report.until >= on:
        return NO_WORDS
    return Words(
        f"；数据截至{report.until}，此后无登记，未登记的情况无法判断",
        f"; the data reach {report.until}, later days have no entries",
    )


def _data(burst: Burst, lang: str) -> dict[str, Any]:
    return {
        "level": Words(burst.level, _LEVELS[burst.level]).text(lang),
        "topic": burst.topic,
        "place": burst.place or None,
        "first": burst.first.isoformat(),
        "last": burst.last.isoformat(),
        "count": burst.count,
        "expected": plain(burst.expected),
        "chance": f"{burst.chance:.2e}",
        "rows": list(burst.rows),
        "alike": [list(group) for group in burst.alike],
    }
