"""Inputs that no honest program writes end in one sentence."""

import json
from pathlib import Path
from typing import Any

import pytest

from quanheng.testing.cases import valid_record
from tests.conftest import ROOT, Answer, Quanheng

LIBRARY = ROOT / "examples/county_library.docx"
DIGITS = "9" * 5000
NESTED = "[" * 100_000


def refused(answer: Answer) -> str:
    (sentence,) = answer.err.splitlines()
    assert answer.code == 2
    assert "内部错误" not in sentence
    return sentence


@pytest.mark.parametrize("command", ["check", "convert", "score"])
def test_a_device_that_never_ends(
    quanheng: Quanheng, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quanheng.core.bounded.LARGEST_FILE", 9999)
    assert "文件过大" in refused(quanheng(command, "/dev/zero"))


def test_standard_input_that_never_ends(
    quanheng: Quanheng, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quanheng.core.bounded.LARGEST_FILE", 9)
    assert "文件过大" in refused(quanheng("convert", "-", stdin="一二三四五"))


@pytest.mark.parametrize("option", ["--config", "--waivers", "--baseline"])
@pytest.mark.parametrize("content", [f"year = {DIGITS}", f"year = {NESTED}", NESTED])
def test_settings(
    quanheng: Quanheng, tmp_path: Path, option: str, content: str
) -> None:
    file = tmp_path / "file.toml"
    file.write_text(content, "utf-8")
    assert "file.toml" in refused(quanheng("check", LIBRARY, option, file))


def record(**changed: Any) -> str:
    return json.dumps({**valid_record(), **changed}, ensure_ascii=False)


@pytest.mark.parametrize("rows", ["NaN", "Infinity", "1e99999", DIGITS, '"甲"'])
def test_numbers_of_a_layout(quanheng: Quanheng, tmp_path: Path, rows: str) -> None:
    file = tmp_path / "record.json"
    text = record(layout={"tables": [{"rows": 98765432}]})
    file.write_text(text.replace("98765432", rows), "utf-8")
    assert "应为数字" in refused(quanheng("check", file))


def test_numbers_of_a_record_are_what_is_written(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    file = tmp_path / "record.json"
    text = record(grade=98765432)
    for written in (DIGITS, "12.90", "1e9999"):
        file.write_text(text.replace("98765432", written), "utf-8")
        answer = quanheng("convert", file)
        (project,) = json.loads(answer.out)["projects"]
        assert project["grade"]["raw"] == written


@pytest.mark.parametrize("command", ["check", "score", "render"])
@pytest.mark.parametrize("year", ["-5", "0", "1999", "99999", "2147483648"])
def test_years(quanheng: Quanheng, command: str, year: str) -> None:
    said = refused(quanheng(command, LIBRARY, f"--year={year}"))
    assert f"{year} 不是评价年度；应在2000至2099之间" in said


def test_year_of_the_settings(quanheng: Quanheng, tmp_path: Path) -> None:
    file = tmp_path / "quanheng.toml"
    file.write_text("year = 99999", "utf-8")
    assert "应为年份" in refused(quanheng("check", LIBRARY, "--config", file))
