"""Chinese numerals in plain, formal and positional writing (中文数字)."""

from decimal import Decimal
from typing import Final

CHINESE_DIGITS: Final = "零〇一二两三四五六七八九壹贰貳叁參肆伍陆陸柒捌玖"
CHINESE_PLACES: Final = "十百千拾佰仟"
SCALES: Final = {
    "百": 100,
    "千": 1000,
    "万": 10_000,
    "十万": 100_000,
    "百万": 1_000_000,
    "千万": 10_000_000,
    "亿": 100_000_000,
}
"""Prefixes that multiply a unit: 万元, 百人, 千万元."""

_PLAIN: Final = str.maketrans(
    "〇两壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億", "零二一二二三三四五六六七八九十百千万亿"
)
_DIGIT: Final = {
    character: value for value, character in enumerate("零一二三四五六七八九")
}
_PLACE: Final = {"十": 10, "百": 100, "千": 1000}
_MYRIADS: Final = (("亿", 100_000_000), ("万", 10_000))


def chinese_number(text: str) -> Decimal | None:
    """The value of a Chinese numeral: 一百二十三万四千五百, 一点五, 二〇二一.

    Returns:
        None for text that is no numeral, is vague (三五, 七八十) or begins with a bare
        place (百, 千, 万), which is more often a word.
    """
    plain = text.translate(_PLAIN)
    if "点" in plain:
        return _with_point(plain)
    if all(character in _DIGIT for character in plain):
        return _positional(plain)
    value = _integer(plain)
    return None if value is None else Decimal(value)


def _with_point(plain: str) -> Decimal | None:
    whole, _, rest = plain.partition("点")
    digits = rest.rstrip("万亿")
    factor = SCALES.get(rest[len(digits) :], 1 if digits == rest else 0)
    value = _integer(whole)
    if value is None or not factor or not digits or not set(digits) <= _DIGIT.keys():
        return None
    fraction = "".join(str(_DIGIT[character]) for character in digits)
    return Decimal(f"{value}.{fraction}") * factor


def _positional(plain: str) -> Decimal | None:
    if len(plain) in (2, 3) and "零" not in plain:
        return None  # 三五人, 一两次: a vague number, no position system
    return Decimal("".join(str(_DIGIT[character]) for character in plain) or "NaN")


def _integer(plain: str) -> int | None:
    for scale, factor in _MYRIADS:
        if scale in plain:
            high, _, low = plain.partition(scale)
            top, rest = _integer(high), _below(low, factor)
            return None if not top or rest is None else top * factor + rest
    return _section(plain)


def _below(low: str, factor: int) -> int | None:
    """What follows 万 or 亿; a single digit is the next place: 一万二 = 12000."""
    if not low:
        return 0
    if len(low) == 1 and _DIGIT.get(low):
        return _DIGIT[low] * factor // 10
    rest = _integer(low)
    return None if rest is None or rest >= factor else rest


def _section(plain: str) -> int | None:
    """A number below ten thousand."""
    value, left, digit, after_zero = 0, 10_000, 0, False
    for position, character in enumerate(plain):
        if place := _PLACE.get(character):
            if place >= left or not (digit or (place == 10 and position == 0)):
                return None
            value, left = value + (digit or 1) * place, place
            digit, after_zero = 0, False
        elif digit or (character not in _DIGIT):
            return None
        else:
            digit = _DIGIT[character]
            after_zero = after_zero or digit == 0
    if not plain or (after_zero and not digit and value):
        return None
    spoken = left in (100, 1000) and not after_zero  # 一百二 = 120
    return value + (digit * left // 10 if spoken else digit)
