"""The value of a cell text, explained (取值说明)."""

from collections.abc import Mapping
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.expression import WhyNot

KIND_WORDS: Final = {
    "number": Words("数值", "number"),
    "range": Words("区间", "range"),
    "date": Words("时点", "date"),
    "duration": Words("时长", "duration"),
    "list": Words("多个取值", "several values"),
    "text": Words("文字", "text"),
    "blank": Words("空白", "blank"),
    "unreadable": Words("无法解析", "unreadable"),
}
WHY_WORDS: Final = {
    WhyNot.SEVERAL_SIGNS: Words("有多个比较符", "several signs"),
    WhyNot.SEVERAL_NUMBERS: Words("有多个数值", "several numbers"),
    WhyNot.UNKNOWN_UNIT: Words("单位无法识别", "unknown unit"),
    WhyNot.BROKEN_NUMBER: Words("数字残缺", "broken number"),
    WhyNot.IMPOSSIBLE_DATE: Words("该日期不存在", "no such day"),
    WhyNot.YEAR_UNKNOWN: Words("缺少年度，可用 --year 指定", "no year; give --year"),
    WhyNot.REVERSED_RANGE: Words("区间上下限颠倒", "limits turned round"),
    WhyNot.DOCUMENT_NUMBER: Words("为文号", "a document number"),
    WhyNot.VAGUE_NUMBER: Words("数量含糊", "vague number"),
    WhyNot.UNCERTAIN: Words("未能确定是否为该栏内容", "perhaps not of this cell"),
    WhyNot.TWO_READINGS: Words("有两种读法", "two readings"),
    WhyNot.UNREAD_WORDS: Words("前后文字可能改变含义", "words that may change it"),
}
SIGNS: Final = {">=": "≥", "<=": "≤", "~": "≈"}


def value_text(described: Mapping[str, str | None], lang: str) -> str:
    """One line: the text, its kind, its value and the value in base units."""
    kind = KIND_WORDS[str(described["kind"])].text(lang)
    parts = [f"{described['raw']}  →  {kind}", _figures(described)]
    if why := described["why"]:
        parts.append(WHY_WORDS[WhyNot(why)].text(lang))
    return "  ".join(part for part in parts if part)


def _figures(described: Mapping[str, str | None]) -> str:
    sign = described["sign"] or ""
    unit = described["unit"] or ""
    sign = SIGNS.get(sign, sign)
    if described["date"]:
        return f"{sign}{described['date']}"
    if described["low"] is not None:
        return f"{described['low']}–{described['high']}{unit}"
    if described["value"] is None:
        return ""
    base = f"{described['base_value']}{described['base_unit'] or ''}"
    own = f"{described['value']}{unit}"
    return f"{sign}{own}" + (f"  = {base}" if base != own else "")
