"""``new``: blanks for one project and for a list of projects."""

from pathlib import Path

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]

from quanheng.tasks.reading.read_report import read_report
from tests.conftest import Quanheng


def texts(path: Path) -> list[object]:
    book = load_workbook(path)
    return [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]


@pytest.mark.parametrize("form", ["national", "shanxi"])
@pytest.mark.parametrize("suffix", [".xlsx", ".docx", ".yaml", ".html"])
def test_blank_names_its_project_in_every_format(
    quanheng: Quanheng, tmp_path: Path, form: str, suffix: str
) -> None:
    path = tmp_path / f"blank{suffix}"
    named = ("--name", "甲项目", "--unit", "乙中心", "--department", "丙局")
    answer = quanheng("new", "--form", form, "--year", "2024", *named, "-o", path)
    assert (answer.code, answer.out) == (0, f"已写入 {path}\n")
    (project,) = read_report(path.read_bytes(), path.name).projects
    assert str(project.name) == "甲项目"
    assert str(project.unit) == "乙中心"
    assert str(project.department) == "丙局"
    assert project.evaluation_year == 2024


def test_record_says_how_it_is_filled_in(quanheng: Quanheng, tmp_path: Path) -> None:
    path = tmp_path / "blank.yaml"
    quanheng("new", "-o", path)
    assert path.read_text("utf-8").startswith("# 项目支出绩效自评数据（空白）")


def test_the_guide_speaks_the_language_of_the_call(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    path = tmp_path / "blank.xlsx"
    quanheng("new", "--lang", "en", "-o", path)
    assert "to be filled in" in texts(path)
    assert "三级指标" in texts(path)
    assert read_report(path.read_bytes(), path.name).projects


def test_same_call_gives_same_bytes(quanheng: Quanheng, tmp_path: Path) -> None:
    one, other = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    for path in (one, other):
        quanheng("new", "--year", "2024", "-o", path)
    assert one.read_bytes() == other.read_bytes()


def test_list_gives_a_file_a_project_and_tells_of_the_rest(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    listed = tmp_path / "projects.csv"
    rows = ("项目名称,年初预算,备注", "培训,100,x", "培训,,", ",5,", "养护,没有数,")
    listed.write_text("\n".join(rows), "gb18030")
    out = tmp_path / "out"
    answer = quanheng("new", "--list", listed, "-o", out)
    assert answer.code == 1
    assert answer.out == f"已写入 {out}：2份空白表\n"
    assert answer.err.splitlines() == [
        "第4行：缺少项目名称",
        "第5行：金额“没有数”无法识别",
        "未用的列：备注",
    ]
    assert sorted(path.name for path in out.iterdir()) == ["培训.xlsx", "培训_2.xlsx"]


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_no_cell_of_the_list_becomes_a_formula(
    quanheng: Quanheng, tmp_path: Path, name: str
) -> None:
    listed = tmp_path / "projects.csv"
    listed.write_text(
        f'项目名称,主管部门,项目代码\n"{name}","{name}","{name}"\n', "utf-8"
    )
    assert quanheng("new", "--list", listed, "-o", tmp_path / "out").code == 0
    (path,) = (tmp_path / "out").iterdir()
    book = load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    found = [cell for cell in cells if cell.value == name]
    assert len(found) == 3
    assert {cell.data_type for cell in found} <= {"s", "n"}


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("--form", "guizhou", "-o", "a.xlsx"), "表式 guizhou 无空白表"),
        (("--year", "1890", "-o", "a.xlsx"), "1890 不是评价年度"),
        (("-o", "a.odt"), "无法写出 .odt 格式的文件"),
        (("--list", "absent.csv", "-o", "a.xlsx"), "清单写入文件夹"),
    ],
)
def test_wrong_call_is_one_sentence(
    quanheng: Quanheng, call: tuple[str, ...], said: str
) -> None:
    answer = quanheng("new", *call)
    assert answer.code == 2
    assert answer.err.startswith(said)
