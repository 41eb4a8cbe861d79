"""What of a file was not read is said wherever its result is said."""

import json
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
import pytest
import yaml

from quanheng.testing.cases import valid_record
from tests.conftest import Quanheng

SAID = "第4页是扫描图，未读入"


@pytest.fixture
def partly(tmp_path: Path) -> Path:
    """A report whose budget stands on a page that was not read."""
    record: dict[str, Any] = {**valid_record(), "budget": None}
    record["unread"] = [{"text": "第4页", "why": "是扫描图，未读入", "unseen": True}]
    path = tmp_path / "report.yaml"
    path.write_text(yaml.safe_dump(record, allow_unicode=True), "utf-8")
    return path


def test_json_names_it_and_no_rule_says_that_the_budget_lacks(
    quanheng: Quanheng, partly: Path
) -> None:
    answer = json.loads(quanheng("check", partly, "--format", "json").out)
    (file,) = answer["files"]
    (part,) = file["unread"]
    assert (part["text"], part["why"], part["unseen"]) == (
        "第4页",
        "是扫描图，未读入",
        True,
    )
    assert file["projects"][0]["outcomes"]["ID302"] == "insufficient data"


@pytest.mark.parametrize("command", ["check", "score"])
def test_text_and_json(quanheng: Quanheng, partly: Path, command: str) -> None:
    assert SAID in quanheng(command, partly).out
    data = json.loads(quanheng(command, partly, "--format", "json").out)
    assert "unread" in data or data["files"][0]["unread"]


def test_html_sarif_and_workbook(
    quanheng: Quanheng, partly: Path, tmp_path: Path
) -> None:
    assert SAID in quanheng("check", partly, "--format", "html").out
    sarif = json.loads(quanheng("check", partly, "--format", "sarif").out)
    (invocation,) = sarif["runs"][0]["invocations"]
    notes = invocation["toolExecutionNotifications"]
    assert ("warning", SAID) in [(n["level"], n["message"]["text"]) for n in notes]
    book = tmp_path / "found.xlsx"
    quanheng("check", partly, "--format", "xlsx", "-o", book)
    cells = [
        cell.value
        for sheet in openpyxl.load_workbook(book)
        for row in sheet.iter_rows()
        for cell in row
    ]
    assert SAID in cells


@pytest.mark.parametrize("to", ["json", "yaml"])
def test_a_converted_file_still_says_it(
    quanheng: Quanheng, partly: Path, tmp_path: Path, to: str
) -> None:
    again = tmp_path / f"again.{to}"
    quanheng("convert", partly, "--to", to, "-o", again)
    assert SAID in quanheng("check", again).out
