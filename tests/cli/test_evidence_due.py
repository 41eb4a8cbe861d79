"""``quanheng evidence due``."""

import json
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]  # it ships no types
import pytest
from icalendar import Calendar

from tests.conftest import Quanheng

PETITIONS = (
    "信访编号,登记日期,信访人,联系方式,承办单位\n"
    "X1,2022-06-01,赵无名,13812345678,信访科\n"
    "X2,2022-06-12,钱无名,13812345679,法制科\n"
    "X3,2022-01-12,孙无名,13812345670,法制科\n"
)
CONCERNS = "编号,发现时间,主题,级别\nY1,2022-06-19 09:00,停水,重大\n"
TASKS = "任务编号,任务,责任单位,完成时限\nR1,印制手册,宣传科,2022-09-01\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "信访台账.csv").write_text(PETITIONS, "utf-8")
    (tmp_path / "舆情台账.csv").write_text(CONCERNS, "utf-8")
    (tmp_path / "协同任务台账.csv").write_text(TASKS, "utf-8")
    (tmp_path / "evidence.yaml").write_text("unit: 河阳县某局\n", "utf-8")
    return tmp_path


def test_what_is_late_or_near_is_listed_by_owner_with_its_source(
    quanheng: Quanheng, folder: Path
) -> None:
    answer = quanheng("evidence", "due", folder, "--on", "2022-06-19")
    assert answer.code == 1
    assert answer.out.splitlines() == [
        "信访科",
        "  逾期3天  2022-06-16  告知是否受理  信访台账第2行",
        "      15天  《信访工作条例》（尚未核对原文），自 2022-06-01 起",
        "",
        "河阳县某局",
        "  逾期9小时59分  2022-06-19 14:00  发布权威信息  舆情台账第2行 Y1 停水",
        "      5小时  国办发〔2016〕80号 回应时限，自 2022-06-19 09:00 起",
        "  距到期9小时0分  2022-06-20 09:00  举行新闻发布会  舆情台账第2行 Y1 停水",
        "      24小时  国办发〔2016〕61号 回应时限，自 2022-06-19 09:00 起",
        "",
        "法制科",
        "  距到期8天  2022-06-27  告知是否受理  信访台账第3行",
        "      15天  《信访工作条例》（尚未核对原文），自 2022-06-12 起",
        "",
        "截至 2022-06-19 23:59：逾期2项，10天内到期2项，其余在办1项",
        "信访台账1条：早于时限规定施行之日，不计时",
    ]


def test_the_same_in_english(quanheng: Quanheng, folder: Path) -> None:
    answer = quanheng("evidence", "due", folder, "--on", "2022-06-19", "--lang", "en")
    assert "3 days late  2022-06-16  say whether it is accepted" in answer.out
    assert "2 late, 2 due within 10 days, 1 open with more time" in answer.out


def test_within_and_owner_narrow_it_down(quanheng: Quanheng, folder: Path) -> None:
    call = ("evidence", "due", folder, "--on", "2022-06-19", "--owner", "法制科")
    assert quanheng(*call, "--within", "8").code == 0
    assert "逾期0项，7天内到期0项，其余在办1项" in quanheng(*call, "--within", "7").out
    near = quanheng(*call, "--within", "8").out
    assert "距到期8天" in near
    assert "信访科" not in near


def test_as_data(quanheng: Quanheng, folder: Path) -> None:
    answer = quanheng(
        "evidence", "due", folder, "--on", "2022-06-19", "--format", "json"
    )
    data = json.loads(answer.out)
    assert (data["version"], data["late"], data["running"]) == (1, 2, 1)
    first = data["due"][0]
    assert (first["state"], first["days_left"], first["owner"]) == (
        "late",
        -3,
        "信访科",
    )
    assert first["limit"] == {
        "parameter": "petition.notice_days",
        "number": "15",
        "unit": "days",
        "document": "《信访工作条例》",
        "article": "",
        "verified": False,
    }
    assert [one["row"] for one in data["unwatched"]] == [4]


def test_a_calendar_can_be_read_and_keeps_its_events_apart(
    quanheng: Quanheng, folder: Path
) -> None:
    call = ("evidence", "due", folder, "--on", "2022-06-19", "--format", "ics")
    file = folder / "到期.ics"
    assert quanheng(*call, "-o", file).code == 1
    calendar = Calendar.from_ical(file.read_bytes())
    assert (calendar["VERSION"], "PRODID" in calendar) == ("2.0", True)
    events = calendar.walk("VEVENT")
    assert len({str(event["UID"]) for event in events}) == len(events) == 4
    first = events[0]
    assert first.decoded("DTSTART") == date(2022, 6, 16)
    assert first.decoded("DTSTAMP") == datetime(2022, 6, 19, 15, 59, 59, tzinfo=UTC)
    assert events[1].decoded("DTSTART") == datetime(2022, 6, 19, 6, tzinfo=UTC)
    (alarm,) = first.walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(days=-10)
    assert all(len(line) <= 75 for line in file.read_bytes().split(b"\r\n"))
    again = folder / "again.ics"
    quanheng(*call, "-o", again)
    assert again.read_bytes() == file.read_bytes()


def test_a_calendar_of_another_day_has_the_same_uids(
    quanheng: Quanheng, folder: Path
) -> None:
    uids = [
        {
            str(event["UID"])
            for event in Calendar.from_ical(
                quanheng(
                    *("evidence", "due", folder, "--on", day),
                    *("--format", "ics", "--owner", "科"),
                ).out
            ).walk("VEVENT")
        }
        for day in ("2022-06-19", "2022-06-20")
    ]
    assert uids[0] == uids[1]


def test_a_workbook_to_work_in(quanheng: Quanheng, folder: Path) -> None:
    call = ("evidence", "due", folder, "--on", "2022-06-19", "--format", "xlsx")
    file = folder / "out" / "督办表.xlsx"
    assert quanheng(*call).code == 2
    assert quanheng(*call, "-o", file).code == 1
    page = openpyxl.load_workbook(BytesIO(file.read_bytes())).active
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    assert rows[1][:5] == ["序号", "承办单位", "待办", "记录", "到期"]
    assert rows[2][1:7] == [
        *("信访科", "告知是否受理", "信访台账第2行"),
        *("2022-06-16", "逾期", "逾期3天"),
    ]


def test_nothing_due_is_no_finding(quanheng: Quanheng, tmp_path: Path) -> None:
    answer = quanheng("evidence", "due", tmp_path, "--on", "2022-06-19")
    assert answer.code == 0
    assert answer.out.startswith("截至 2022-06-19 23:59：逾期0项")


def test_the_call_must_name_a_day_and_a_folder(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    assert quanheng("evidence", "due", tmp_path, "--on", "昨天").code == 2
    assert quanheng("evidence", "due", tmp_path / "no", "--on", "2022-06-19").code == 2
