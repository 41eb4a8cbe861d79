"""What holds for every text, and for every value in every supported writing."""

import unicodedata
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import assume, example, given
from hypothesis import strategies as st

from quanheng.core.expression import (
    Deadline,
    Duration,
    Expression,
    Number,
    Sign,
    Span,
)
from quanheng.core.grammar.contract import KEYS, describe
from quanheng.core.grammar.figures import DURATIONS
from quanheng.core.grammar.numerals import chinese_number
from quanheng.core.grammar.read import read
from quanheng.core.grammar.units import read_unit
from quanheng.core.quantity import Quantity

FRAGMENTS = [
    *"≥≤><=~±%‰-—/.,、，；（）〔〕:1209十百千万亿一两半零点年月日底前内个次场人元天不达约共第每",
    *"号分至到和或余多整角度旬中末起壹拾\u3007",
    *(
        "12",
        "95",
        "100",
        "2021",
        "300",
        "1.5",
        "季度",
        "上半年",
        "万元",
        "工作日",
        "小时",
    ),
    *(
        "以上",
        "以下",
        "以内",
        "左右",
        "不低于",
        "完成",
        "分之",
        "每人",
        "超过",
        "控制在",
    ),
]
TEXTS = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from([*FRAGMENTS, " "]), max_size=9).map("".join),
)
SIGNS = {
    Sign.AT_LEAST: [
        "≥{}",
        ">={}",
        "＞＝{}",
        "=>{}",
        "不低于{}",
        "不少于{}",
        "{}以上",
        "达{}",
    ],
    Sign.MORE_THAN: [">{}", "＞{}", "大于{}", "超过{}", "高于{}"],
    Sign.AT_MOST: [
        "≤{}",
        "<={}",
        "≦{}",
        "不超过{}",
        "{}以内",
        "{}以下",
        "控制在{}以内",
    ],
    Sign.LESS_THAN: ["<{}", "＜{}", "小于{}", "低于{}"],
    Sign.EQUAL: ["={}", "＝{}", "等于{}"],
    Sign.ABOUT: ["约{}", "≈{}", "{}左右", "大约{}"],
    None: ["{}", "完成{}", "共{}", " {} "],
}
UNIT_NAMES = (
    "元 万元 % ‰ 次 场 人 万人 人次 户 份 亩 公顷 平方米 公里 吨 分 倍 百分点"
    " 元/人 次/季度 元/人·月"
)
LENGTH_NAMES = "天 个月 年 工作日 小时 周 分钟"

numbers = st.decimals(0, 10**9, places=2, allow_nan=False, allow_infinity=False)
signs = st.sampled_from(list(SIGNS))


def same(one: Expression, other: Expression) -> bool:
    """Equal but for the writing."""
    return describe(replace(one, raw="")) == describe(replace(other, raw=""))


def wide(text: str) -> str:
    """The text with every ASCII sign in full width."""
    return "".join(
        "\u3000" if c == " " else chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c
        for c in text
    )


def in_chinese(number: int, formal: bool) -> str:
    """A whole number below 10^8 in Chinese numerals."""
    digits = "零壹贰叁肆伍陆柒捌玖" if formal else "零一二三四五六七八九"
    places = ("", "拾", "佰", "仟") if formal else ("", "十", "百", "千")
    high, low = divmod(number, 10_000)
    if high:
        rest = in_chinese(low, formal) if low else ""
        return in_chinese(high, formal) + "万" + ("零" if 0 < low < 1000 else "") + rest
    out, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            out += ("零" if gap and out else "") + digits[digit] + places[place]
        gap = not digit
    return out or digits[0]


@given(TEXTS, st.none() | st.integers(1990, 2090))
@example("9999年13月", 2021)
@example("0" * 5000, None)
@example("三" * 70, None)
@example("1万1千1百1", None)
@example("±", None)
@example("10±5%人", None)
def test_no_text_fails_and_every_answer_keeps_it(text: str, year: int | None) -> None:
    answer = read(text, year)
    assert answer.raw == text
    assert list(describe(answer)) == list(KEYS)


@given(st.lists(st.sampled_from([*FRAGMENTS, " "]), max_size=9).map("".join))
def test_width_does_not_matter(text: str) -> None:
    assert same(read(wide(text), 2021), read(text, 2021))
    assert same(read(unicodedata.normalize("NFKC", wide(text)), 2021), read(text, 2021))


@given(TEXTS)
def test_the_text_of_an_answer_reads_the_same_again(text: str) -> None:
    answer = read(text, 2021)
    assert read(answer.raw, 2021) == answer


@given(
    numbers, st.sampled_from(f"{UNIT_NAMES} {LENGTH_NAMES}".split()), signs, st.data()
)
def test_numbers_come_back_from_every_writing(
    value: Decimal, name: str, sign: Sign | None, data: st.DataObject
) -> None:
    figures = data.draw(
        st.sampled_from([f"{value}", f"{value:,}", f"{value.normalize():f}"])
    )
    text = data.draw(st.sampled_from(SIGNS[sign])).format(figures + name)
    text = data.draw(
        st.sampled_from([text, wide(text), text.replace(name, f" {name}")])
    )
    unit = read_unit(name)
    assert unit is not None
    kind = Duration if unit.dimension in DURATIONS else Number
    assert read(text, None) == kind(text, Quantity(value, unit), sign)


@given(st.integers(0, 10**8 - 1), st.booleans())
def test_chinese_numerals_come_back(number: int, formal: bool) -> None:
    assert chinese_number(in_chinese(number, formal)) == number


@given(st.integers(1, 10**8 - 1), st.booleans(), st.sampled_from(["元", "元整"]))
def test_money_in_words_comes_back(number: int, formal: bool, ending: str) -> None:
    text = f"人民币{in_chinese(number, formal)}{ending}"
    answer = read(text, None)
    assert isinstance(answer, Number)
    assert answer.quantity.base_value == number
    assert answer.quantity.unit.base == "元"


@given(
    numbers, numbers, st.sampled_from(UNIT_NAMES.split()), st.sampled_from("-~至到～—")
)
def test_ranges_come_back(one: Decimal, other: Decimal, name: str, to: str) -> None:
    low, high = sorted((one, other))
    unit = read_unit(name)
    assert unit is not None
    for text in (f"{low}{to}{high}{name}", f"{low}{name}{to}{high}{name}"):
        expected = Span(text, Quantity(low, unit), Quantity(high, unit))
        assert read(text, None) == expected


@given(numbers, numbers)
def test_tolerances_come_back(middle: Decimal, width: Decimal) -> None:
    answer = read(f"{middle}%±{width}%", None)
    assert isinstance(answer, Span)
    assert answer.low.value == middle - width
    assert answer.high.value == middle + width


DATES = {
    "{y}年{m}月{d}日": None,
    "{y}.{m}.{d}": None,
    "{y}-{m:02}-{d:02}": None,
    "{y}/{m}/{d}": None,
    "{c}年{cm}月{cd}日": None,
    "{y}年{m}月{d}日前": Sign.AT_MOST,
    "{m}月{d}日前完成": Sign.AT_MOST,
    "不晚于{y}年{m}月{d}日": Sign.AT_MOST,
}


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)), st.sampled_from(list(DATES)))
def test_dates_come_back_from_every_writing(day: date, form: str) -> None:
    text = form.format(
        y=day.year,
        m=day.month,
        d=day.day,
        c="".join("\u3007一二三四五六七八九"[int(c)] for c in str(day.year)),
        cm=in_chinese(day.month, False).removeprefix("一" if day.month > 9 else ""),
        cd=in_chinese(day.day, False).removeprefix("一" if 9 < day.day < 20 else ""),
    )
    expected = Deadline(text, day, day, DATES[form], "{y}" in form or "{c}" in form)
    assert read(text, day.year) == expected


@given(st.integers(1990, 2090), st.integers(1, 12))
def test_the_end_of_a_month_comes_back(year: int, month: int) -> None:
    last = (date(year, month, 28) + timedelta(4)).replace(day=1) - timedelta(1)
    for text in (f"{year}年{month}月底前", f"{year}年{month}月", f"{month}月底"):
        answer = read(text, year)
        assert isinstance(answer, Deadline)
        assert answer.day == last


@given(numbers, numbers)
def test_a_negative_number_comes_back(value: Decimal, other: Decimal) -> None:
    assume(value != other)
    for text in (f"-{value}%", f"－{value}%", f"−{value}%", f"负{value}%"):
        answer = read(text, None)
        assert isinstance(answer, Number)
        assert answer.quantity.value == -value
