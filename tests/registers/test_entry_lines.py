"""Entries as text: what is shown of them, and what never is."""

from datetime import date, datetime
from decimal import Decimal

from quanheng.registers.entry_lines import entry_lines
from quanheng.registers.kinds import kinds
from quanheng.registers.register import Register
from quanheng.registers.sealed import Sealed

ACTIVITIES = Register(
    kinds()["activities"],
    "活动.csv",
    {
        "held_on": (date(2021, 3, 1), date(2021, 4, 1), date(2021, 5, 1)),
        "title": ("甲", "乙", "丙"),
        "reached": (Decimal(100), None, Decimal("250.0")),
        "area": (None, "城关镇", None),
        "proof": (("a.jpg", "b.docx"), None, None),
        "entered_by": (Sealed("示例甲"), Sealed("示例乙"), None),
    },
    (2, 3, 7),
)


def test_shows_the_rows_that_are_asked_for() -> None:
    assert list(entry_lines(ACTIVITIES, (2, 7))) == [
        ("行号", "活动日期", "活动名称", "受众人数（人）", "佐证材料"),
        ("2", "2021-03-01", "甲", "100", "a.jpg；b.docx"),
        ("7", "2021-05-01", "丙", "250", ""),
    ]


def test_sealed_fields_are_left_out() -> None:
    said = [text for line in entry_lines(ACTIVITIES, (2, 3, 7)) for text in line]
    assert "登记人" not in said
    assert not [text for text in said if "示例" in text or "■" in text]


def test_yes_no_and_moments_read_as_in_the_register() -> None:
    kind = kinds()["concerns"]
    register = Register(
        kind,
        "舆情.csv",
        {"detected_at": (datetime(2021, 3, 1, 9, 5),), "own_duty": (False,)},
        (2,),
    )
    (_, line) = entry_lines(register, (2,))
    assert line == ("2", "2021-03-01 09:05", "否")


def test_confidential_register_shows_its_rows_alone() -> None:
    register = Register(
        kinds()["petitions"], "信访.csv", {"number": ("1号", "2号")}, (2, 3)
    )
    assert kinds()["petitions"].confidential
    assert list(entry_lines(register, (3,))) == [("行号",), ("3",)]
