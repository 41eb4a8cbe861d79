"""``convert``: what it writes can be read again, and what was not read is told."""

import json
from pathlib import Path

import pytest

from tests.conftest import ROOT, Quanheng

PUBLICITY = ROOT / "examples/publicity_project.docx"
PARTLY = """
项目名称\t技能培训
经办窗口\t三号柜台
一级指标\t三级指标\t年度指标值
产出指标\t培训场次\t≥6场
"""


@pytest.fixture
def partly(tmp_path: Path) -> Path:
    path = tmp_path / "form.txt"
    path.write_text(PARTLY, "utf-8")
    return path


def codes(quanheng: Quanheng, path: Path) -> list[str]:
    answer = json.loads(quanheng("check", path, "--format", "json").out)
    return [finding["code"] for finding in answer["findings"]]


@pytest.mark.parametrize("to", ["json", "yaml", "xlsx"])
def test_a_written_file_is_an_input_again(
    quanheng: Quanheng, tmp_path: Path, to: str
) -> None:
    record = tmp_path / f"report.{to}"
    answer = quanheng("convert", PUBLICITY, "--to", to, "-o", record)
    assert (answer.code, answer.out) == (0, f"已写入 {record}\n")
    assert codes(quanheng, record) == codes(quanheng, PUBLICITY)


def test_a_workbook_needs_a_file(quanheng: Quanheng) -> None:
    answer = quanheng("convert", PUBLICITY, "--to", "xlsx")
    assert answer.code == 2
    assert "-o" in answer.err


def test_json_lists_what_was_not_read(quanheng: Quanheng, partly: Path) -> None:
    found = json.loads(quanheng("convert", partly).out)["coverage"]
    assert (found["used"], found["filled"]) == (8, 10)
    assert [cell["text"] for cell in found["unused"]] == ["经办窗口", "三号柜台"]
    assert found["unused"][0]["at"]["path"] == "table[1]/row[2]/column[1]"


def test_the_share_is_told_beside_the_output(quanheng: Quanheng, partly: Path) -> None:
    assert quanheng("convert", partly).err == (
        "共10个有内容的单元格，已识别8个，未识别2个："
        "表1 第2行 第1列“经办窗口”、表1 第2行 第2列“三号柜台”\n"
    )
    english = quanheng("convert", partly, "--lang", "en").err
    assert english.startswith("10 cells with text, 8 understood, 2 not: table 1 row 2")


def test_a_file_of_which_next_to_nothing_is_understood_is_doubted(
    quanheng: Quanheng, tmp_path: Path, partly: Path
) -> None:
    path = tmp_path / "prices.txt"
    rows = "".join(f"螺丝\t{n}号\t铁质\t库存\n" for n in range(30))
    path.write_text(f"项目名称\t维修\t价格\t数目\n{rows}", "utf-8")
    answer = quanheng("convert", path)
    assert (answer.code, "可能不是绩效自评表" in answer.err) == (0, True)
    assert "可能不是" not in quanheng("convert", partly).err


def test_tables_that_are_not_understood_are_named(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    path = tmp_path / "form.txt"
    path.write_text(f"设备\t数目\t地点\n打印机\t二\t甲\n\n正文\n{PARTLY}", "utf-8")
    assert "表1未能识别" in quanheng("convert", path).err
    assert "table 1: not understood" in quanheng("convert", path, "--lang", "en").err


def test_a_record_has_no_coverage(quanheng: Quanheng, tmp_path: Path) -> None:
    record = tmp_path / "report.xlsx"
    quanheng("convert", PUBLICITY, "--to", "xlsx", "-o", record)
    answer = quanheng("convert", record)
    assert "coverage" not in json.loads(answer.out)
    assert answer.err == ""


@pytest.mark.parametrize("to", ["json", "yaml"])
def test_a_record_from_a_pipe_is_judged_like_its_file(
    quanheng: Quanheng, tmp_path: Path, to: str
) -> None:
    record = quanheng("convert", PUBLICITY, "--to", to).out
    file = tmp_path / f"x.{to}"
    file.write_text(record, "utf-8")
    piped = quanheng("check", "-", stdin=record)
    assert piped.out.replace("-  ", "", 1) == quanheng("check", file).out.replace(
        f"{file}  ", "", 1
    )
