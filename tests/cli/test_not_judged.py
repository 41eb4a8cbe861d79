"""What could not be judged is said where the result is said, in every format."""

import json
from collections.abc import Callable
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

EXAMPLE = Path(str(files("quanheng.examples"))) / "publicity_project"
OPEN = "“宣传资料质量达标率”未比对：宣传资料台账未标明登记完毕（closed）"

Quanheng = Callable[..., Any]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, of whose registers nobody says that they are closed."""
    path = tmp_path_factory.mktemp("open") / "evidence"
    copytree(EXAMPLE / "evidence", path)
    (path / "evidence.yaml").write_text("year: 2021\n", "utf-8")
    return path


def sheets(data: bytes) -> str:
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    return str([book.get_sheet_by_name(name).to_python() for name in book.sheet_names])


@pytest.mark.parametrize("form", ["text", "json", "html", "sarif", "xlsx"])
def test_an_open_register_is_said_in_every_format(
    quanheng: Quanheng, folder: Path, tmp_path: Path, form: str
) -> None:
    output = tmp_path / "answer"
    call = ["check", EXAMPLE / "report.yaml", "--evidence", folder, "--format", form]
    answer = quanheng(*call, "-o", output) if form != "text" else quanheng(*call)
    data = output.read_bytes() if form != "text" else answer.out.encode()
    said = sheets(data) if form == "xlsx" else data.decode()
    assert OPEN in "".join(said.split())
    assert "填报100%" in "".join(said.split())


def test_open_registers_let_no_report_pass(quanheng: Quanheng, folder: Path) -> None:
    answer = quanheng("check", EXAMPLE / "report.yaml", "--evidence", folder)
    assert "审核结论：不作结论，台账未全部登记完毕或读入，有数据未能核对" in answer.out


def test_an_open_register_leaves_nothing_clean(
    quanheng: Quanheng, folder: Path
) -> None:
    call = ["check", EXAMPLE / "report.yaml", "--evidence", folder]
    answer = json.loads(quanheng(*call, "--format", "json").out)
    (project,) = answer["files"][0]["projects"]
    outcomes = project["outcomes"]
    assert outcomes["EV204"] == "insufficient data"
    told = {one["code"] for one in project["not_judged"]}
    assert {"EV204", "BG406", "BG504", "EV102", "EV103", "EV104", "RG401"} <= told
