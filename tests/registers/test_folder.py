"""A folder of registers: what is read, what is not and why."""

from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

from quanheng.core.errors import QuanhengError
from quanheng.tasks.evidence.new_evidence import new_evidence
from tests.conftest import read_from_disk

HEADING = "活动日期,活动名称\n"


def put(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")


def test_registers_settings_and_other_files_are_told_apart(tmp_path: Path) -> None:
    put(tmp_path, "2021年宣传活动台账.csv", f"{HEADING}2021-3-5,宣讲\n")
    put(tmp_path, "evidence.yaml", "year: 2021\nclosed: [宣传活动台账]\nunit: 某局\n")
    put(tmp_path, "照片/1.jpg", "x")
    put(tmp_path, "照片/活动.csv", HEADING)
    put(tmp_path, "~$台账.xlsx", "x")
    found = read_from_disk(tmp_path)
    assert len(found.registers["activities"]) == 1
    assert found.registers["activities"].file == "2021年宣传活动台账.csv"
    assert len(found.registers["activities"].digest) == 64
    assert found.settings.period == (date(2021, 1, 1), date(2021, 12, 31))
    assert found.settings.closed == {"activities"}
    assert found.others == ("照片/1.jpg", "照片/活动.csv")
    assert found.not_read == ()


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("新建.csv", "活动日期,活动名称,受众人数\n", "表头与宣传活动台账相符"),
        ("活动.csv", "名称\n", "未找到宣传活动台账的表头"),
        ("活动.csv", "", "文件是空的"),
        ("活动.xlsx", "不是工作簿", "不是工作簿"),
        ("活动.csv", f"quanheng:activities/9\n{HEADING}", "更新版本的模板"),
        ("活动.csv", "quanheng:dreams/1\n", "更新版本的模板"),
    ],
)
def test_a_file_that_gives_no_register_is_listed_with_the_reason(
    tmp_path: Path, name: str, text: str, reason: str
) -> None:
    put(tmp_path, name, text)
    found = read_from_disk(tmp_path)
    assert not found.registers
    (left,) = found.not_read
    assert left.file == name
    assert reason in left.reason.zh
    assert left.reason.en


def test_a_second_file_of_a_kind_is_listed_an_empty_template_is_not(
    tmp_path: Path,
) -> None:
    for name, data in new_evidence(["activities"], 2021).items():
        (tmp_path / name).write_bytes(data)
    put(tmp_path, "活动1.csv", f"{HEADING}2021-3-5,宣讲\n")
    put(tmp_path, "活动2.csv", f"{HEADING}2021-3-6,展览\n")
    found = read_from_disk(tmp_path)
    assert found.registers["activities"].column("title") == ["宣讲"]
    (left,) = found.not_read
    assert left.file == "活动2.csv"
    assert "已从 活动1.csv 读取" in left.reason.zh


def test_a_workbook_is_counted_as_stored_not_as_shown(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "汇总.xlsx"))
    day = book.add_format({"num_format": 'm"月"d"日"'})
    short = book.add_format({"num_format": "0"})
    padded = book.add_format({"num_format": "0000"})
    sheet = book.add_worksheet("支出")
    sheet.write_row(0, 0, ["支付日期", "金额", "凭证号", "用途", "是否转移支付"])
    sheet.write_datetime(1, 0, datetime(2021, 3, 5), day)
    sheet.write_number(1, 1, 1234.56, short)
    sheet.write_number(1, 2, 12, padded)
    sheet.write_formula(1, 3, '=CONCATENATE("印","刷")', None, "印刷")
    sheet.write_boolean(1, 4, False)
    sheet.write_row(2, 0, [44260, "约5"])
    sheet.set_row(1, None, None, {"hidden": True})
    sheet.write_row(3, 0, [44261, 5])
    other = book.add_worksheet("其他")
    other.write_row(0, 0, ["甲", "乙"])
    book.close()
    found = read_from_disk(tmp_path)
    register = found.registers["spending"]
    assert register.file == "汇总.xlsx#支出"
    assert register.column("paid_on") == [date(2021, 3, 5), date(2021, 3, 6)]
    assert list(map(str, register.column("amount"))) == ["1234.56", "5"]
    assert register.column("voucher") == ["0012", None]
    assert register.column("purpose") == ["印刷", None]
    assert register.column("transfer") == [False, None]
    assert [(r.row, r.field) for r in register.refused] == [(3, "金额")]
    assert (found.not_read, found.others) == ((), ("汇总.xlsx#其他",))


def test_merged_cells_count_once_and_are_pointed_out(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "活动.xlsx"))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["活动日期", "活动名称", "费用"])
    sheet.write_row(1, 0, ["2021-3-5", "宣讲"])
    sheet.write_row(2, 0, ["2021-3-6", "展览"])
    sheet.merge_range(1, 2, 2, 2, 500)
    book.close()
    register = read_from_disk(tmp_path).registers["activities"]
    assert [value and int(value) for value in register.column("cost")] == [500, None]
    (noted,) = register.noted
    assert ("合并单元格" in noted.reason.zh, noted.rows) == (True, (3,))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: [", "不是合法的 YAML"),
        ("- 1", "应由"),
        ("jahr: 2021", "无法识别的设置：jahr"),
        ("year: 二一", "应为 year"),
        ("period: {from: 2021-05-01, to: 2021-01-01}", "应为 year"),
        ("period: 2021", "应为 year"),
        ("closed: [dreams]", "所列台账不存在：dreams"),
        ("closed: activities", "closed 应为列表"),
    ],
)
def test_wrong_settings_are_one_error(tmp_path: Path, text: str, reason: str) -> None:
    put(tmp_path, "evidence.yaml", text)
    with pytest.raises(QuanhengError, match=reason):
        read_from_disk(tmp_path)


def test_settings_keep_bindings_as_written(tmp_path: Path) -> None:
    put(tmp_path, "evidence.yaml", "bindings:\n- {options: {limit: 014}}\n")
    settings = read_from_disk(tmp_path).settings
    assert settings.bindings == ({"options": {"limit": "014"}},)
    assert settings.period is None


def test_blank_settings_say_nothing(tmp_path: Path) -> None:
    put(tmp_path, "evidence.yaml", "# nothing\n")
    assert read_from_disk(tmp_path).settings.closed == frozenset()


def test_a_control_character_spoils_its_own_row_alone(tmp_path: Path) -> None:
    (tmp_path / "宣传活动台账.csv").write_bytes(
        "活动日期,活动名称\n2021-03-01,甲\n2021-04-\x0001,乙\n2021-05-01,丙\n".encode()
    )
    register = read_from_disk(tmp_path).registers["activities"]
    assert list(register.rows) == [2, 4]
    assert [refused.row for refused in register.refused] == [3]
