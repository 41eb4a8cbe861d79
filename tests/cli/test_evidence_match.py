"""``quanheng evidence match``."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]  # it ships no types

from tests.conftest import Quanheng

REGISTERS = {
    "农产品台账": """\
登记日期,产品名称,主体编号,可售数量,计量单位,单价,可售截止日期
2024-09-01,小米,P1,300,公斤,8,2024-09-20
2024-09-01,小米,P2,300,公斤,7,
""",
    "采购需求台账": """\
需求编号,登记日期,采购单位,产品名称,需求数量,计量单位,需求起始日期,需求截止日期
D1,2024-09-01,河阳中学,小米,0.25,吨,2024-09-05,2024-09-30
D2,2024-09-01,河阳医院,核桃,20,箱,,
""",
    "帮扶主体台账": """\
主体编号,主体类型,帮扶对象类别,联系人
P1,农户,脱贫户,张某某
P2,合作社,否,李某某
""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in REGISTERS.items():
        (tmp_path / f"{name}.csv").write_text(text, "utf-8")
    return tmp_path


def test_a_proposal_names_numbers_money_and_reasons(
    quanheng: Quanheng, folder: Path
) -> None:
    answer = quanheng("evidence", "match", str(folder), "--on", "2024-09-02")
    assert answer.code == 1
    assert answer.out.splitlines()[2:5] == [
        "D1  河阳中学  小米  落实0.25吨",
        "  P1  0.25吨 × 8000元/吨 = 2000元  2024-09-05 – 2024-09-20",
        "    优先帮扶户、季末临近",
    ]
    assert "! 距季末18天  P1  小米  50公斤" in answer.out
    assert "D2  河阳医院  核桃  缺20箱  无同名或同类产品在售" in answer.out
    assert "某" not in answer.out


def test_the_same_in_english_and_as_data(quanheng: Quanheng, folder: Path) -> None:
    call = ("evidence", "match", str(folder), "--on", "2024-09-02", "--lang", "en")
    assert "season ends in 18 days" in quanheng(*call).out
    data = json.loads(quanheng(*call, "--format", "json").out)
    (sale,) = data["sales"]
    assert (sale["producer"], sale["quantity"], sale["amount"]) == (
        "P1",
        "0.25",
        "2000",
    )
    assert [group["share"] for group in data["groups"]] == ["83.33", "0"]


def test_a_workbook_has_a_list_a_sheet(
    quanheng: Quanheng, folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "out" / "对接.xlsx"
    call = ("evidence", "match", str(folder), "--on", "2024-09-02", "--format", "xlsx")
    assert quanheng(*call).code == 2
    assert quanheng(*call, "-o", str(file)).code == 1
    book = load_workbook(BytesIO(file.read_bytes()))
    assert book.sheetnames == [
        "产销对接建议",
        "未售出货源",
        "未满足需求",
        "分群体售出情况",
        "未参加对接的记录",
    ]
    row = [cell.value for cell in book["产销对接建议"][3]]
    assert row[:8] == ["D1", "河阳中学", "小米", "P1", 0.25, "吨", 8000, 2000]


def test_without_a_register_it_says_what_to_do(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    answer = quanheng("evidence", "match", str(tmp_path), "--on", "2024-09-02")
    assert answer.code == 2
    assert "无农产品台账；quanheng evidence new" in answer.err


def test_other_names_meet_and_near_ones_are_told(
    quanheng: Quanheng, folder: Path
) -> None:
    produce = "登记日期,产品名称,主体编号,可售数量,计量单位,单价\n"
    rows = "2024-09-01,土豆,P1,300,公斤,2\n2024-09-01,红富士苹果,P2,300,公斤,6\n"
    (folder / "农产品台账.csv").write_text(produce + rows, "utf-8")
    demands = "需求编号,登记日期,采购单位,产品名称,需求数量,计量单位\n"
    rows = "D1,2024-09-01,中学,马铃薯,100,公斤\nD2,2024-09-01,医院,苹果,50,公斤\n"
    (folder / "采购需求台账.csv").write_text(demands + rows, "utf-8")
    said = quanheng("evidence", "match", str(folder), "--on", "2024-09-02").out
    assert "D1  中学  马铃薯  落实100公斤" in said
    assert "名称相近的有“红富士苹果”，未自动对接，应核对" in said
    assert "名称相近的有“苹果”" in said


def test_empty_registers_are_said(quanheng: Quanheng, folder: Path) -> None:
    for name in ("农产品台账", "采购需求台账"):
        head = REGISTERS[name].splitlines()[0]
        (folder / f"{name}.csv").write_text(f"{head}\n", "utf-8")
    said = quanheng("evidence", "match", str(folder), "--on", "2024-09-02").out
    assert "农产品台账无记录，未进行对接" in said
    assert "采购需求台账无记录，未进行对接" in said
    assert "0个主体，货值0元" in said
