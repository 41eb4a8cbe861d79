"""Texts folded for comparison, and how their parts are printed."""

import pytest

from quanheng.language.folding import folded, folded_with_places, printed_as


@pytest.mark.parametrize(
    ("text", "part", "printed"),
    [
        ("等级为“优”。", "优", "优"),
        ("等級爲“優(yōu)”。", "优", "優(yōu)"),
        ("雲嶺(lǐng)市項目", "云岭市", "雲嶺(lǐng)市"),
        ("图书", "道路", "道路"),
    ],
)
def test_a_part_of_a_folded_text_is_found_as_it_is_printed(
    text: str, part: str, printed: str
) -> None:
    assert printed_as(text, part) == printed
    assert folded(printed) == part


def test_each_sign_of_a_folded_text_knows_its_place() -> None:
    text = "全年預算數(shù)\ufe305.8萬(wàn)元"
    plain, places = folded_with_places(text)
    assert plain == folded(text) == "全年预算数:5.8万元"
    assert "".join(text[place] for place in places) == "全年預算數\ufe305.8萬元"
