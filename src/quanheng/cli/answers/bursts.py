"""Bursts of public concern as text and JSON (舆情异常增多)."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from quanheng.core.quantity import plain
from quanheng.evidence.bursts.find import Burst, BurstReport
from quanheng.evidence.bursts.series import EVERYWHERE

_LEVELS_EN: Final = {"蓝色": "blue", "黄色": "yellow", "橙色": "orange", "红色": "red"}
_NOTE: Final = {
    "zh": "主题按用语推荐，是否属实、如何回应由人研判。",
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
        yield f"  {days}：{burst.count}条，按以往应为{expected}条"
        yield f"  台账第{rows}行"
    for group in burst.alike:
        alike = "、".join(map(str, group))
        said = f"  用语相近：第{alike}行"
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
    return _LEVELS_EN.get(burst.level, burst.level) if lang == "en" else burst.level


def _summary(report: BurstReport, on: date, lang: str) -> str:
    found, watched, silent = len(report.bursts), report.watched, report.silent
    if lang == "en":
        short = f"; {silent} have too short a past to say" if silent else ""
        return f"up to {on}: {found} bursts in {watched} series{short}"
    short = f"；另有 {silent} 个序列历史太短，无从判断" if silent else ""
    return f"截至 {on}：{watched} 个主题和地点序列中有 {found} 个异常增多{short}"


def _data(burst: Burst, lang: str) -> dict[str, Any]:
    return {
        "level": _level(burst, lang),
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
