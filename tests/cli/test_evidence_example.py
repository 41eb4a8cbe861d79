"""The shipped example with registers: one wrong value is found, all are computed."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from quanheng.forms.composing.evidence_annex import TITLE
from quanheng.readers import read_document
from quanheng.writers import SUFFIXES
from tests.conftest import EXAMPLES, Answer, Quanheng, read_from_disk

REPORT = EXAMPLES / "publicity_project" / "report.yaml"
FOLDER = REPORT.parent / "evidence"
GIVEN = ("--evidence", FOLDER)
CHECK = ("check", REPORT, "--as-of", "2026-01-01", "--format", "json")


def findings(answer: Answer) -> list[Any]:
    found = json.loads(answer.out)["findings"]
    assert isinstance(found, list)
    return found


def test_registers_count_every_row() -> None:
    found = read_from_disk(FOLDER)
    assert len(found.registers) == 8
    assert sum(map(len, found.registers.values())) == 78
    assert not found.not_read
    assert not [r for register in found.registers.values() for r in register.refused]


def test_example_says_that_it_is_made_up() -> None:
    assert "虚构" in (REPORT.parent / "README.md").read_text("utf-8")
    assert "虚构" in (FOLDER / "evidence.yaml").read_text("utf-8")


def test_every_proof_that_an_entry_names_is_there() -> None:
    names = {
        f"佐证/{path.name}" for path in (FOLDER / "佐证").iterdir() if path.is_file()
    }
    named = {
        name
        for register in read_from_disk(FOLDER).registers.values()
        for files in register.column("proof")
        for name in files or ()
    }
    assert named == names


def test_every_indicator_has_proof(quanheng: Quanheng) -> None:
    answer = quanheng("evidence", "check", FOLDER, "--report", REPORT)
    assert (answer.code, answer.err) == (0, "")


def test_report_alone_has_no_fault(quanheng: Quanheng) -> None:
    answer = quanheng(*CHECK)
    assert answer.code == 0
    assert not findings(answer)


def test_the_one_wrong_value_is_found_with_its_rows(quanheng: Quanheng) -> None:
    answer = quanheng(*CHECK, *GIVEN)
    assert (answer.code, answer.err) == (1, "")
    (finding,) = findings(answer)
    assert finding["code"] == "EV204"
    assert finding["message"] == (
        "“宣传资料质量达标率”填为100%，按宣传资料台账应为99.12%（第2、3、4行）"
    )


def test_all_eight_values_are_computed_with_trace(quanheng: Quanheng) -> None:
    answer = quanheng("score", REPORT, *GIVEN, "--format", "json")
    (project,) = json.loads(answer.out)["projects"]
    rows = project["rows"]
    assert len(rows) == 8
    assert all(row["evidence"] and row["recomputed"] is not None for row in rows)
    behind = {v["name"]: v for row in rows for v in row["evidence"]}
    assert {name: (v["value"], v["agrees"]) for name, v in behind.items()} == {
        "全年执行": ("10", True),
        "全年执行（市级）": ("10", True),
        "宣传活动举办次数": ("2", True),
        "宣传资料质量达标率": ("99.12", False),
        "宣传时长": ("365", True),
        "宣传资料印刷成本": ("58000", True),
        "宣传知晓率": ("95", True),
        "典型案例入选市级以上案例集数量": ("3", True),
        "宣传对象满意度": ("95", True),
    }
    assert all(value["formula"] and value["rows"] for value in behind.values())


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_printed_report_has_the_annex(
    quanheng: Quanheng, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"report{suffix}"
    assert quanheng("render", REPORT, *GIVEN, "-o", path).code == 0
    document = read_document(path.read_bytes(), path.name)
    said = repr(document).replace("\n", "")
    assert TITLE in said
    assert "6740 ÷" in said
    again = quanheng("check", path, *CHECK[2:], *GIVEN)
    assert [finding["code"] for finding in findings(again)] == ["EV204"]


def test_annex_tells_a_filled_cell_from_a_typed_one(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    typed, page = tmp_path / "report.yaml", tmp_path / "report.html"
    text = REPORT.read_text("utf-8")
    typed.write_text(text.replace("actual: 2次", 'actual: ""'), "utf-8")
    assert quanheng("render", typed, *GIVEN, "-o", page).code == 0
    said = page.read_text("utf-8")
    assert said.count("未填报") == 1
    again = quanheng("check", page, *CHECK[2:], *GIVEN)
    assert [finding["code"] for finding in findings(again)] == ["EV204"]


def test_folder_of_another_project_gives_no_annex(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    page = tmp_path / "report.html"
    other = EXAMPLES / "county_library.yaml"
    answer = quanheng("render", other, *GIVEN, "-o", page)
    assert answer.code == 0
    assert "脱贫攻坚成果总结宣传项目" in answer.err
    assert TITLE not in page.read_text("utf-8")


def test_page_folds_the_entries_without_the_sealed_fields(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    path = tmp_path / "report.html"
    quanheng("render", REPORT, *GIVEN, "-o", path)
    page = path.read_text("utf-8")
    assert page.count("<details") == 11
    assert "小杂粮品牌是怎样做起来的" in page
    assert "佐证/集中宣传活动.jpg" in page
    with (FOLDER / "宣传活动台账.csv").open(encoding="utf-8", newline="") as file:
        entered_by = {row["登记人"] for row in csv.DictReader(file)}
    details = page[page.index("<details") :]
    assert entered_by
    assert not [name for name in entered_by if name in details]


def test_check_and_score_confirm_the_same_points(quanheng: Quanheng) -> None:
    """The registers speak before what was typed: 1940 of 2000 manuals passed."""
    checked = json.loads(quanheng(*CHECK, *GIVEN).out)["files"][0]["projects"][0]
    scored = quanheng("score", REPORT, *GIVEN, "--format", "json").out
    assert checked["score"]["recomputed"]["confirmed"] == "96.12"
    assert '"96.12"' in scored
