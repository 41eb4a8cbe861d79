"""A clerk binds, confirms and closes in a workbook, without any YAML."""

import json
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from shutil import copy

import openpyxl  # type: ignore[import-untyped]  # it ships no types
import pytest

from tests.conftest import Quanheng

EXAMPLE = Path(str(files("quanheng.examples"))) / "publicity_project"


@pytest.fixture
def folder(quanheng: Quanheng, tmp_path: Path) -> Path:
    path = tmp_path / "佐证"
    quanheng("evidence", "new", path, "--registers", "activities", "--year", "2021")
    for file in (EXAMPLE / "evidence").glob("*台账.csv"):
        copy(file, path)
    return path


def fill_in(folder: Path) -> None:
    """Choose 是 wherever a value has a register, and close all of them."""
    book = openpyxl.load_workbook(BytesIO((folder / "绑定.xlsx").read_bytes()))
    for row in book["取数方式"].iter_rows(min_row=3):
        row[11].value = "是" if row[3].value else "否"
    for row in book["登记情况"].iter_rows(min_row=3):
        row[2].value = "是"
    book.save(folder / "绑定.xlsx")


def test_from_a_new_folder_to_findings(quanheng: Quanheng, folder: Path) -> None:
    report = EXAMPLE / "report.yaml"
    answer = quanheng("evidence", "bind", folder, report, "--write")
    assert answer.out.endswith("绑定.xlsx\n")
    assert not (folder / "bindings.yaml").exists()
    call = ("check", report, "--evidence", folder, "--format", "json")
    before = json.loads(quanheng(*call).out)["files"][0]["projects"][0]
    assert before["outcomes"]["EV204"] == "not applicable"
    fill_in(folder)
    found = json.loads(quanheng(*call).out)["findings"]
    assert any(f["code"] == "EV204" and "99.12%" in f["message"] for f in found)


def test_what_is_confirmed_stays_when_it_is_written_again(
    quanheng: Quanheng, folder: Path
) -> None:
    report = EXAMPLE / "report.yaml"
    quanheng("evidence", "bind", folder, report, "--write")
    fill_in(folder)
    before = openpyxl.load_workbook(folder / "绑定.xlsx")
    assert quanheng("evidence", "bind", folder, report, "--write").code == 0
    after = openpyxl.load_workbook(folder / "绑定.xlsx")
    for name in before.sheetnames:
        one, other = (
            [[cell.value or "" for cell in row] for row in book[name]]
            for book in (before, after)
        )
        assert sorted(map(str, one)) == sorted(map(str, other))
