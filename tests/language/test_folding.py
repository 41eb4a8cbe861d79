"""Texts folded for comparison, and how their parts are printed."""

import pytest

from quanheng.language.folding import folded, printed_as


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
