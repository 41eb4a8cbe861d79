"""Reports of one call are compared with each other (同次审核的报告互相比对)."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import EXAMPLES, Answer, Quanheng

LIBRARY = (EXAMPLES / "county_library.yaml").read_text("utf-8")
NAME, UNIT = "县图书馆免费开放项目", "安澜县图书馆"
Make = Callable[..., str]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Writes the library's report under a name, some words changed."""
    monkeypatch.chdir(tmp_path)

    def write(file: str, **changes: str) -> str:
        text = LIBRARY
        for key, new in changes.items():
            old = {"name": NAME, "unit": UNIT}.get(key, key)
            assert old in text
            text = text.replace(old, new)
        Path(file).write_text(text, "utf-8")
        return file

    return write


def check(quanheng: Quanheng, *call: str) -> Answer:
    return quanheng("check", *call, "--as-of", "2024-06-30", "--format", "json")


def found(answer: Answer, code: str) -> dict[str, str]:
    """File → message of a rule's finding."""
    findings: list[dict[str, Any]] = json.loads(answer.out)["findings"]
    return {f["file"]: f["message"] for f in findings if f["code"] == code}


def test_a_copied_text_is_found_between_the_reports_of_a_call(
    quanheng: Quanheng, make: Make
) -> None:
    files = make("a.yaml"), make("b.yaml", name="文化馆演出项目", unit="安澜县文化馆")
    copied = found(check(quanheng, *files), "CP101")
    assert set(copied) == set(files)
    assert "b.yaml" in copied["a.yaml"]
    assert found(check(quanheng, files[0]), "CP101") == {}


def test_a_peer_folder_adds_to_the_reports_of_the_call(
    quanheng: Quanheng, make: Make
) -> None:
    Path("last").mkdir()
    make("last/c.yaml", name="总分馆建设项目", unit="安澜县文化馆")
    files = make("a.yaml"), make("b.yaml", **{"2023": "2022"})
    both = check(quanheng, *files, "--peers", "last")
    assert set(found(both, "CP101")) == set(files)


def test_neither_order_nor_processes_change_what_is_found(
    quanheng: Quanheng, make: Make
) -> None:
    files = [make(f"{i}.yaml", unit=f"安澜县第{i}图书馆") for i in range(5)]
    files.append(make("6.yaml", unit="安澜县第1图书馆"))
    calls = [
        check(quanheng, *order, "--jobs", jobs)
        for order in (files, files[::-1])
        for jobs in ("1", "2")
    ]
    assert all(found(calls[0], "CP101")[file] for file in files)
    for code in ("CP101", "CP105", "CP106"):
        assert len({str(sorted(found(one, code).items())) for one in calls}) == 1


def test_same_name_without_a_unit_is_compared(quanheng: Quanheng, make: Make) -> None:
    blank = {f"unit: {UNIT}": "", "department: 安澜县文化和旅游局": ""}
    other = {"近三年没有": "近几年没有"}
    files = make("a.yaml", **blank), make("b.yaml", **blank, **other)
    assert set(found(check(quanheng, *files), "CP101")) == set(files)


def test_a_file_under_two_names_is_said_and_is_no_copied_text(
    quanheng: Quanheng, make: Make
) -> None:
    make("a.yaml")
    shutil.copy("a.yaml", "b.yaml")
    shutil.copy("a.yaml", "c.yaml")
    answer = check(quanheng, "a.yaml", "b.yaml", "c.yaml")
    assert found(answer, "CP106") == {
        "a.yaml": "本文件与另外2个文件完全相同，应核对是否重复提交（b.yaml等）",
        "b.yaml": "本文件与另外2个文件完全相同，应核对是否重复提交（a.yaml等）",
        "c.yaml": "本文件与另外2个文件完全相同，应核对是否重复提交（a.yaml等）",
    }
    assert found(answer, "CP101") == {}


def test_a_file_by_another_path_is_the_same_file(
    quanheng: Quanheng, make: Make, tmp_path: Path
) -> None:
    make("a.yaml")
    os.link("a.yaml", "b.yaml")
    answer = check(quanheng, "a.yaml", "b.yaml", str(tmp_path / "a.yaml"))
    assert found(answer, "CP106") == {}


def test_another_format_of_a_report_is_that_report(
    quanheng: Quanheng, make: Make
) -> None:
    make("a.yaml")
    shutil.copy(EXAMPLES / "county_library.docx", "b.docx")
    answer = check(quanheng, "a.yaml", "b.docx")
    assert json.loads(answer.out)["findings"] == []
    assert answer.err == "b.docx: 与 a.yaml 内容相同、格式不同，比对时计为一份报告\n"


def test_a_corrected_report_is_no_copy_of_what_it_was(
    quanheng: Quanheng, make: Make
) -> None:
    files = make("a.yaml", 采编制度="采编制度，，"), make("b.yaml", unit="安澜县文化馆")
    answer = check(quanheng, *files, "--fix", "--fixed-to", "fixed")
    assert Path("fixed/a.yaml").exists()
    assert "b.yaml" in found(answer, "CP101")["a.yaml"]
