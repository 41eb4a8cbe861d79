"""Chinese numerals in plain, formal, spoken and positional writing."""

from decimal import Decimal

import pytest

from quanheng.core.grammar.numerals import chinese_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("零", "0"), ("一", "1"), ("两", "2"), ("十", "10"), ("十五", "15")),
        *(("二十", "20"), ("一百二十", "120"), ("一百二", "120"), ("一百零二", "102")),
        *(("三千五", "3500"), ("三千零五", "3005"), ("一千零一十", "1010")),
        *(("一万二", "12000"), ("一万零五", "10005"), ("十万", "100000")),
        *(("一百二十三万四千五百", "1234500"), ("两亿三千万", "230000000")),
        *(("一亿二", "120000000"), ("一亿零五百", "100000500")),
        *(("壹拾万", "100000"), ("拾万", "100000"), ("贰仟叁佰", "2300")),
        *(("一点五", "1.5"), ("九十五点五", "95.5"), ("一点五万", "15000")),
        *(("二〇二一", "2021"), ("二零二一", "2021"), ("一〇", "10")),
    ],
)
def test_numeral_has_a_value(text: str, value: str) -> None:
    assert chinese_number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "三五",
            "一两",
            "七八十",
            "十百",
            "一百千",
            "一百零",
            "百",
            "千万",
            "万",
            "亿",
        ),
        *("一百二十三四", "一点", "点五", "一点五百", "一点十", "一万一万", "一百十五"),
        *("一百a", "十十"),
    ],
)
def test_what_is_no_numeral_has_none(text: str) -> None:
    assert chinese_number(text) is None
