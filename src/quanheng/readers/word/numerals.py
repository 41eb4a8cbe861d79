"""Number formats of automatic numbering (编号格式): 1 一 壹 甲 ① A i."""

from collections.abc import Callable
from typing import Final

_DIGITS: Final = "〇一二三四五六七八九"
_LEGAL_DIGITS: Final = "零壹贰叁肆伍陆柒捌玖"
_UNITS: Final = ("", "十", "百", "千")
_LEGAL_UNITS: Final = ("", "拾", "佰", "仟")
_LAST_IN_LETTERS: Final = 780
_LAST_IN_ROMAN: Final = 32_767
"""The limit of Word, which keeps numbers short."""
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def render(number: int, style: str) -> str:
    """A number in a format of ``w:numFmt``; unknown formats count as decimal.

    >>> render(12, "chineseCounting")
    '十二'
    """
    return _FORMATS.get(style, str)(number)


def _counting(number: int) -> str:
    if number >= 100:
        return _digital(number)
    return _in_units(number, _DIGITS, _UNITS, _DIGITS[0])


def _counting_thousand(number: int) -> str:
    return _in_units(number, _DIGITS, _UNITS, "零")


def _legal(number: int) -> str:
    return _in_units(number, _LEGAL_DIGITS, _LEGAL_UNITS, "零", lead=True)


def _in_units(
    number: int, digits: str, units: tuple[str, ...], zero: str, lead: bool = False
) -> str:
    if not 0 < number < 10_000:
        return zero if number == 0 else str(number)
    text, gap = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit == 0:
            gap = bool(text)
            continue
        text += (zero if gap else "") + digits[digit] + units[place]
        gap = False
    short = not lead and text.startswith(digits[1] + units[1])
    return text[1:] if short else text


def _digital(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _letters(number: int) -> str:
    # Word continues with AA, BB, …
    if number > _LAST_IN_LETTERS:
        return str(number)
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    if number > _LAST_IN_ROMAN:
        return str(number)
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


def _row(first: str, count: int) -> Callable[[int], str]:
    """Consecutive Unicode characters; decimal numbers beyond the last."""
    return lambda n: chr(ord(first) + n - 1) if 1 <= n <= count else str(n)


def _circled(number: int) -> str:
    if 21 <= number <= 35:
        return chr(ord("㉑") + number - 21)
    return _row("①", 20)(number)


def _full_width(number: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "none": lambda _: "",
    "bullet": lambda _: "",
    "decimalZero": "{:02d}".format,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _row("⑴", 20),
    "decimalEnclosedFullstop": _row("⒈", 20),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "chineseCountingThousand": _counting_thousand,
    "taiwaneseCountingThousand": _counting_thousand,
    "japaneseCounting": _counting_thousand,
    "ideographDigital": _digital,
    "japaneseDigitalTenThousand": _digital,
    "taiwaneseDigital": _digital,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "ideographTraditional": _cycle("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _cycle("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _row("㊀", 10),
}
