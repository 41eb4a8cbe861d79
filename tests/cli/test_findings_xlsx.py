"""The review workbook, read back."""

from io import BytesIO
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.conftest import ROOT, Quanheng

PUBLICITY = ROOT / "examples/publicity_project.docx"
LIBRARY = ROOT / "examples/county_library.docx"


@pytest.fixture
def book(quanheng: Quanheng, tmp_path: Path) -> CalamineWorkbook:
    output = tmp_path / "findings.xlsx"
    answer = quanheng(
        "check", PUBLICITY, LIBRARY, "--format", "xlsx", "-o", output,
        "--as-of", "2024-06-30",
    )  # fmt: skip
    assert (answer.code, answer.out) == (1, f"已写入 {output}\n")
    return CalamineWorkbook.from_filelike(BytesIO(output.read_bytes()))


def rows(book: CalamineWorkbook, sheet: str) -> list[list[object]]:
    """The rows of a sheet below its title, header first."""
    found = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    return [list(row) for row in found[1:]]


def test_each_finding_has_a_row_with_room_for_an_answer(
    book: CalamineWorkbook,
) -> None:
    header, first, *_ = rows(book, "复核意见表")
    assert header == [
        "序号", "文件", "项目", "位置", "级别", "代码", "问题", "依据", "应为", "建议",
        "单位答复", "整改情况", "备注",
    ]  # fmt: skip
    assert first == [
        1, str(PUBLICITY), "脱贫攻坚成果总结宣传项目", "表1 第8行 第4列",
        "错误", "BG301",
        "预算到位率（财政资金小计）填为0，按“实际到位÷全年预算”应为100",
        "实务：表内所列公式（行次6）", "100", "按“应为”更正", "", "", "",
    ]  # fmt: skip


def test_rows_are_numbered_through(book: CalamineWorkbook) -> None:
    _, *listed = rows(book, "复核意见表")
    assert [row[0] for row in listed] == list(range(1, len(listed) + 1))


def test_scores_are_numbers_with_their_reason(book: CalamineWorkbook) -> None:
    header, *listed = rows(book, "得分复算")
    assert header[3:7] == ["权重", "自评得分", "复算得分", "差额"]
    by_name = {str(row[2]): row for row in listed}
    assert by_name["宣传活动举办次数（次）"][3:7] == [12.9, 12.9, 12.9, 0]
    lost = by_name["宣传天数（天）"]
    assert lost[3:7] == [12.85, 12.85, "", ""]
    assert "量纲不同" in str(lost[7])


def test_verdicts_stand_on_the_first_sheet(book: CalamineWorkbook) -> None:
    header, first, second = rows(book, "审核结论")
    assert header[:3] == ["单位", "项目", "审核结论"]
    assert first[2] == "不予采信，38.55分缺乏计算依据，占总分的38.55%，超过30%的限度"
    assert second[1:6] == ["县图书馆免费开放项目", "通过", 99.62, "优", 99.62]


def test_workbook_needs_a_file_to_go_to(quanheng: Quanheng) -> None:
    answer = quanheng("check", PUBLICITY, "--format", "xlsx")
    assert (answer.code, answer.out) == (2, "")
    assert "-o" in answer.err


def test_english_workbook(quanheng: Quanheng, tmp_path: Path) -> None:
    output = tmp_path / "findings.xlsx"
    quanheng("check", PUBLICITY, "--format", "xlsx", "-o", output, "--lang", "en")
    book = CalamineWorkbook.from_filelike(BytesIO(output.read_bytes()))
    assert book.sheet_names == [
        "Verdicts",
        "Review findings",
        "Scores recomputed",
        "Not judged",
    ]
    assert rows(book, "Review findings")[1][4] == "error"
