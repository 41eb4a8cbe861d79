"""What is due when, by the registers and the law (时限)."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from quanheng.law.book import NATIONWIDE
from quanheng.law.load import load_book
from quanheng.registers.masking import Mask
from quanheng.registers.register import Register
from quanheng.watch.clocks.catalogue import Clocks, clocks_of
from quanheng.watch.clocks.due import Due
from quanheng.watch.clocks.watch import Watch
from tests.registers.registers_from_csv import register_of

CASES = yaml.safe_load(Path(__file__).with_name("clocks.yaml").read_text("utf-8"))
WITHIN = 10


def clocks(case: Mapping[str, Any]) -> tuple[Clocks, datetime]:
    registers = {
        name: register_of(name, text) for name, text in case["registers"].items()
    }
    now = case["now"]
    mask = Mask(registers.values(), ())
    region = case.get("region", NATIONWIDE)
    return clocks_of(registers, Watch(now, load_book(), mask, "本单位", region)), now


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_is_not_done_ends_when_the_law_says(case: Mapping[str, Any]) -> None:
    found, now = clocks(case)
    assert [_told(due, now) for due in found.due] == case["due"]
    assert [one.row for one in found.unwatched] == case.get("unwatched", [])
    if "detail" in case:
        assert [due.detail.zh for due in found.due] == [case["detail"]]


def _told(due: Due, now: datetime) -> list[Any]:
    by: Any = due.by
    if isinstance(by, datetime):
        by = str(by)
    return [due.row, due.what.zh, by, due.state(now, WITHIN).value]


def test_every_limit_names_its_source() -> None:
    for case in CASES:
        for due in clocks(case)[0].due:
            if due.limit is not None:
                assert due.limit.cite.document
                assert due.limit.parameter in load_book().parameters


def test_the_owner_is_the_body_named_or_the_one_that_keeps_the_register() -> None:
    text = "信访编号,登记日期,承办单位\nX1,2022-06-01,法制科\nX2,2022-06-01,\n"
    found, _ = clocks({"registers": {"petitions": text}, "now": datetime(2022, 6, 2)})
    assert [due.owner for due in found.due] == ["法制科", "本单位"]


def test_no_owner_is_a_petitioner_and_no_petition_is_quoted() -> None:
    text = (
        "信访编号,登记日期,信访人,承办单位,事项类别\n"
        "X1,2022-06-01,赵无名,钱无名,赵无名家的地\n"
        "X2,2022-06-01,钱无名,赵无名科,土地\n"
    )
    found, _ = clocks({"registers": {"petitions": text}, "now": datetime(2022, 6, 2)})
    assert [due.owner for due in found.due] == ["■■", "■■科"]
    assert {due.about for due in found.due} == {""}


def test_the_identity_stays_when_rows_move_and_differs_by_what_is_due() -> None:
    head = "编号,发现时间,主题,级别\n"
    row = "Y1,2024-03-05 14:30,停水,重大\n"
    other = "Y0,2024-03-05 14:30,停电,一般\n"
    now = datetime(2024, 3, 5, 15)
    alone = clocks({"registers": {"concerns": head + row}, "now": now})[0].due
    moved = clocks({"registers": {"concerns": head + other + row}, "now": now})[0].due
    assert {due.identity for due in alone} < {due.identity for due in moved}
    assert len({due.identity for due in moved}) == len(moved) == 3


def test_registers_without_clocks_are_left_alone() -> None:
    registers: dict[str, Register] = {
        "cases": register_of("cases", "报送日期,案例名称\n2024-01-01,一\n")
    }
    watch = Watch(datetime(2024, 1, 1), load_book(), Mask((), ()))
    assert clocks_of(registers, watch) == Clocks((), ())
