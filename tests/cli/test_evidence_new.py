"""``quanheng evidence new`` and ``check`` as a user calls them."""

import json
from io import BytesIO
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]  # it ships no types
import pytest

from quanheng.registers.kinds import kinds
from tests.conftest import Quanheng, read_from_disk


def test_templates_of_all_registers_are_read_again(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    answer = quanheng("evidence", "new", tmp_path, "--year", "2021")
    assert (answer.code, answer.err) == (0, "")
    found = read_from_disk(tmp_path)
    assert found.registers.keys() == kinds().keys()
    assert found.not_read == ()
    for register in found.registers.values():
        assert (len(register), register.samples, register.refused) == (0, 1, ())
        assert register.noted == ()
        assert register.columns.keys() == {f.name for f in register.kind.fields}


def test_one_workbook_holds_a_sheet_for_each(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    quanheng(
        "evidence", "new", tmp_path, "--one-workbook", "--registers", "activities,调查"
    )
    book = openpyxl.load_workbook(BytesIO((tmp_path / "台账.xlsx").read_bytes()))
    assert book.sheetnames == ["宣传活动台账", "调查台账", "说明"]
    sheet = book["宣传活动台账"]
    assert sheet["A2"].value == "活动日期 *"
    assert sheet["I2"].value == "受众人数（人）"
    lists = {
        check.formula1
        for check in sheet.data_validations.dataValidation
        if check.type == "list"
    }
    assert '"国家级,省级,市级,县级,乡级,村级"' in lists
    said = [cell.value for row in book["说明"].iter_rows() for cell in row]
    assert kinds()["activities"].never.zh in said


def test_templates_are_the_same_bytes_again(quanheng: Quanheng, tmp_path: Path) -> None:
    for name in ("a", "b"):
        quanheng(
            "evidence", "new", tmp_path / name, "--registers", "cases", "--year", "2021"
        )
    one, other = (next((tmp_path / name).glob("*.xlsx")) for name in ("a", "b"))
    assert one.read_bytes() == other.read_bytes()


def test_nothing_is_overwritten(quanheng: Quanheng, tmp_path: Path) -> None:
    mine = tmp_path / "典型案例台账.xlsx"
    mine.write_bytes(b"mine")
    answer = quanheng("evidence", "new", tmp_path, "--registers", "cases")
    assert "已存在，未改动" in answer.out
    assert mine.read_bytes() == b"mine"


def test_an_unknown_register_is_refused_with_those_there_are(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    answer = quanheng("evidence", "new", tmp_path, "--registers", "梦想")
    assert answer.code == 2
    assert "无此台账：“梦想”" in answer.err
    assert "activities（宣传活动台账）" in answer.err


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    text = "信访编号,登记日期,信访人\nX1,2022-6-1,赵无名\nX2,赵无名,赵无名\n"
    (tmp_path / "信访.csv").write_text(text, "utf-8")
    (tmp_path / "新.csv").write_text("活动日期,活动名称,地点\n", "utf-8")
    (tmp_path / "合同.csv").write_text("甲,乙\n", "utf-8")
    (tmp_path / "evidence.yaml").write_text("year: 2022\nclosed: [petitions]\n")
    return tmp_path


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_check_lists_what_does_not_count_and_shows_no_person(
    quanheng: Quanheng, folder: Path, lang: str
) -> None:
    answer = quanheng("evidence", "check", folder, "--lang", lang)
    assert answer.code == 1
    assert "赵无名" not in answer.out
    assert ("第3行 登记日期" if lang == "zh" else "row 3 登记日期") in answer.out
    assert "新.csv" in answer.out
    last = {
        "zh": "共1个台账，计入1条，不予计入1条；其他文件1个",
        "en": "1 registers, 1 entries counted, 1 refused, 1 other files",
    }
    assert last[lang] in answer.out.splitlines()


def test_check_as_json_keeps_its_contract(quanheng: Quanheng, folder: Path) -> None:
    answer = quanheng("evidence", "check", folder, "--format", "json")
    assert "赵无名" not in answer.out
    data = json.loads(answer.out)
    assert (data["version"], data["period"]) == (1, ["2022-01-01", "2022-12-31"])
    (register,) = data["registers"]
    assert register["register"] == "petitions"
    assert (register["rows"], register["counted"], register["closed"]) == (2, 1, True)
    assert [refused["row"] for refused in register["refused"]] == [3]
    assert [left["file"] for left in data["not_read"]] == ["新.csv"]
    assert data["other_files"] == ["合同.csv"]


def test_check_of_clean_registers_ends_with_zero(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    (tmp_path / "活动.csv").write_text("活动日期,活动名称\n2021-3-5,宣讲\n", "utf-8")
    answer = quanheng("evidence", "check", tmp_path)
    assert answer.code == 0
    assert "共1行：1条计入" in answer.out


def test_many_refused_rows_are_cut_short(quanheng: Quanheng, tmp_path: Path) -> None:
    rows = "".join(f"21-3-5,活动{n}\n" for n in range(25))
    (tmp_path / "活动.csv").write_text(f"活动日期,活动名称\n{rows}", "utf-8")
    assert "另有5行" in quanheng("evidence", "check", tmp_path).out


@pytest.mark.parametrize(
    ("lang", "where"),
    [("zh", "第2、3、4、5、6行等8行"), ("en", "rows 2, 3, 4, 5, 6 and 3 more")],
)
def test_many_odd_rows_are_cut_short(
    quanheng: Quanheng, tmp_path: Path, lang: str, where: str
) -> None:
    rows = "".join(f"2021-3-5,=活动{n}\n" for n in range(8))
    (tmp_path / "活动.csv").write_text(f"活动日期,活动名称\n{rows}", "utf-8")
    answer = quanheng("evidence", "check", tmp_path, "--lang", lang)
    assert answer.code == 0
    assert where in answer.out


def test_a_folder_that_is_not_there_is_one_sentence(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    answer = quanheng("evidence", "check", tmp_path / "none")
    assert answer.code == 2
    assert "未找到文件夹" in answer.err
