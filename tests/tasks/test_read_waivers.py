"""A waiver needs its rule, its reason, who answers for it and its last day."""

from datetime import date

import pytest

from quanheng.audit.after.waivers import Waiver
from quanheng.audit.engine import all_rules
from quanheng.core.errors import QuanhengError
from quanheng.core.source import Source
from quanheng.tasks.settings.read_waivers import read_waivers

GOOD = """
[[waiver]]
file = "2023/*.docx"
code = "BG301"
at = "table[1]"
reason = "两年合并核算"
by = "李会计"
until = 2025-06-30
"""


def read(text: str) -> tuple[Waiver, ...]:
    return read_waivers(text.encode(), "w.toml", all_rules())


def test_every_key_is_read() -> None:
    assert read(GOOD) == (
        Waiver(
            code="BG301",
            reason="两年合并核算",
            by="李会计",
            until=date(2025, 6, 30),
            file="2023/*.docx",
            at="table[1]",
            entry=Source(key="waiver[1]"),
        ),
    )


def test_empty_file_holds_none() -> None:
    assert read("") == ()


@pytest.mark.parametrize("key", ["code", "reason", "by", "until"])
def test_missing_part_is_refused(key: str) -> None:
    lines = [line for line in GOOD.splitlines() if not line.startswith(f"{key} ")]
    with pytest.raises(QuanhengError, match=f"w.toml 第1条豁免缺少 {key}"):
        read("\n".join(lines))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("2025-06-30", '"2025-06-30"'), "until 应为日期"),
        (("2025-06-30", "2025-06-30T08:00:00"), "until 应为日期"),
        (('"李会计"', "7"), "by 应为文字"),
        (("at =", "att ="), "att 不是可用的键"),
        (("BG301", "BG3O1"), "无规则 BG3O1"),
        (('reason = "两年合并核算"', 'reason = ""'), "缺少 reason"),
        (("[[waiver]]", "[[waivers]]"), "内容应为若干"),
        (("[[waiver]]", "[waiver]"), "内容应为若干"),
        (("[[waiver]]", "waiver = [1]\n[x]"), "内容应为若干"),
    ],
)
def test_wrong_entry_is_refused(change: tuple[str, str], said: str) -> None:
    with pytest.raises(QuanhengError) as refused:
        read(GOOD.replace(*change))
    assert said in refused.value.message.zh
