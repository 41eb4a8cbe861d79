"""Bursts of public concern as text and JSON (舆情异常增多)."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from quanheng.core.quantity import plain
from quanheng.watch.bursts.find import Burst, BurstReport
from quanheng.watch.bursts.series import EVERYWHERE

_LEVELS_EN: Final = {"蓝色": "blue", "黄色": "yellow", "橙色": "orange", "红色": "red"}
_NOTE: Final = {
    "zh": "主题按用语归类，是否属实、如何回应，由人工研判。",
    "en": "topics are suggested by the words used; a person decides what they mean.",
}


def bursts_text(report: BurstReport, on: date, lang: str) -> str:
    """A paragraph for each burst, the gravest first."""
    lines = [line for burst in report.bursts for line in _lines(burst, lang)]
    lines.append(_summary(report, on, lang))
    if report.bursts:
        lines.append(_NOTE[lang])
    return "\n".join(lines)


def bursts_json(report: BurstReport, on: date, lang: str) -> str:
    """The same as data; version 1."""
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
    rows = "、".join(map(str, burst.rows))
    if lang == "en":
        yield f"  {days}: {burst.count} concerns, {expected} expected"
        yield f"  rows {rows.replace('、', ', ')}"
    else:
        yield f"  {days}：{burst.count}条，历史同期预计{expected}条"
        yield f"  台账第{rows}行"
    for group in burst.alike:
        alike = "、".join(map(str, group))
        said = f"  表述相近：第{alike}行"
        yield f"  alike: rows {alike.replace('、', ', ')}" if lang == "en" else said
    yield ""


def _days(burst: Burst) -> str:
    if burst.first == burst.last:
        return burst.last.isoformat()
    return f"{burst.first.isoformat()} – {burst.last.isoformat()}"


def _place(burst: Burst, lang: str) -> str:
    everywhere = "all places" if lang == "en" else "全部地点"
    return everywhere if burst.place == EVERYWHERE else burst.place


def _level(burst: Burst, lang: str) -> str:
    if lang == "en":
        return _LEVELS_EN.get(burst.level, burst.level)
    return f"{burst.level}预警"


def _summary(report: BurstReport, on: date, lang: str) -> str:
    found, watched, silent = len(report.bursts), report.watched, report.silent
    if lang == "en":
        short = f"; {silent} have too short a past to say" if silent else ""
        said = f"{found} bursts" if found else "no bursts"
        return (
            f"up to {on}: {said} in {watched} series{short}{_until(report, on, lang)}"
        )
    short = f"；另有{silent}组历史数据不足，无法判断" if silent else ""
    said = f"发现异常增多{found}组" if found else "未发现异常增多"
    watching = f"截至{on}，共监测{watched}组主题和地点，{said}"
    return f"{watching}{short}{_until(report, on, lang)}"


def _until(report: BurstReport, on: date, lang: str) -> str:
    """From which day on there are no entries, so that nothing can be said."""
    if report.until is None:
        return "; no entries" if lang == "en" else "；台账无记录"
    if report.until >= on:
        return ""
    if lang == "en":
        return f"; the data reach {report.until}, later days have no entries"
    return f"；数据截至{report.until}，此后无登记，未登记的情况无法判断"


def _data(burst: Burst, lang: str) -> dict[str, Any]:
    return {
        "level": _LEVELS_EN[burst.level] if lang == "en" else burst.level,
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
