"""The reason of a row is taken apart where its parts are certain."""

import pytest

from quanheng.core.field import Field
from quanheng.drafting.stated_reasons import reason_parts


@pytest.mark.parametrize(
    ("reason", "parts"),
    [
        ("", {}),
        ("由于资金到位晚。", {"cause": "资金到位晚"}),
        ("项目延期，由省级统一采购所致", {"cause": "项目延期，由省级统一采购所致"}),
        ("因雨，12月底前未完工", {"cause": "雨，12月底前未完工"}),
        (
            "因征地滞后，管线未开工；由工程科负责，2026年3月底前完成铺设。",
            {
                "cause": "征地滞后，管线未开工",
                "owner": "工程科",
                "deadline": "2026年3月底前",
                "measure": "完成铺设",
            },
        ),
        (
            "因征地滞后；由工程科负责，2026年3月底前完成",
            {"cause": "征地滞后", "owner": "工程科", "deadline": "2026年3月底前"},
        ),
        (
            "到货集中；2024年由采编部在6月底前增加编目人员",
            {
                "cause": "到货集中",
                "owner": "采编部",
                "deadline": "2024年6月底前",
                "measure": "增加编目人员",
            },
        ),
        (
            "因疫情未能开展。下一步将加强协调",
            {"cause": "疫情未能开展", "measure": "加强协调"},
        ),
    ],
)
def test_parts_of_a_reason(reason: str, parts: dict[str, str]) -> None:
    assert reason_parts(Field(reason)) == parts
