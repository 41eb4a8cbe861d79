"""``quanheng evidence bursts``."""

import json
from pathlib import Path

import pytest

from tests.conftest import Quanheng

QUIET = "".join(
    f"2024-{month:02}-{day:02} 09:00,村里停水,甲镇,一般\n"
    for month in (1, 2, 3)
    for day in range(1, 29)
)
BURST = "2024-03-28 10:00,自来水浑浊,甲镇,一般\n" * 14


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    head = "发现时间,主题,涉及地点,级别\n"
    (tmp_path / "舆情台账.csv").write_text(head + QUIET + BURST, "utf-8")
    return tmp_path


def test_a_burst_is_told_with_place_counts_and_rows(
    quanheng: Quanheng, folder: Path
) -> None:
    answer = quanheng("evidence", "bursts", str(folder), "--on", "2024-03-28")
    assert answer.code == 1
    assert answer.out.splitlines()[:2] == [
        "红色预警  供水  甲镇",
        "  2024-03-28：15条，历史同期预计0.9条",
    ]
    assert "由人工研判" in answer.out


def test_the_same_in_english_and_as_data(quanheng: Quanheng, folder: Path) -> None:
    call = ("evidence", "bursts", str(folder), "--on", "2024-03-28", "--lang", "en")
    assert "red  供水  甲镇" in quanheng(*call).out
    data = json.loads(quanheng(*call, "--format", "json").out)
    (burst,) = data["bursts"]
    assert (data["version"], burst["level"], burst["count"]) == (1, "red", 15)
    assert len(burst["rows"]) == 15


def test_a_quiet_day_is_no_finding(quanheng: Quanheng, folder: Path) -> None:
    answer = quanheng("evidence", "bursts", str(folder), "--on", "2024-03-27")
    assert answer.code == 0
    assert answer.out == "截至2024-03-27，共监测1组主题和地点，未发现异常增多\n"


@pytest.mark.parametrize(
    ("on", "stands"), [("2024-03-30", True), ("2024-04-02", False)]
)
def test_a_day_without_entries_ends_no_alarm(
    quanheng: Quanheng, folder: Path, on: str, stands: bool
) -> None:
    answer = quanheng("evidence", "bursts", str(folder), "--on", on)
    assert (answer.code == 1) is stands
    assert ("红色预警  供水  甲镇" in answer.out) is stands
    assert "数据截至2024-03-28，此后无登记" in answer.out
    data = quanheng("evidence", "bursts", str(folder), "--on", on, "--format", "json")
    assert json.loads(data.out)["data_until"] == "2024-03-28"


def test_without_the_register_it_says_what_to_do(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    answer = quanheng("evidence", "bursts", str(tmp_path), "--on", "2024-03-27")
    assert answer.code == 2
    assert "无舆情台账；quanheng evidence new" in answer.err
