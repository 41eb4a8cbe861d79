"""Choosing, accepting, comparing: as a user calls it."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import EXAMPLES, Quanheng

FAULTY = "publicity_project.docx"
DAY = ("--as-of", "2025-06-30")
WAIVER = """
[[waiver]]
file = "publicity_project.docx"
code = "BG301"
reason = "两年合并核算"
by = "李会计"
until = 2025-06-30
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with a faulty report, as the current one."""
    shutil.copy(EXAMPLES / FAULTY, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def findings(quanheng: Quanheng, *options: str) -> list[dict[str, Any]]:
    said = quanheng("check", FAULTY, *DAY, "--format", "json", *options).out
    found: list[dict[str, Any]] = json.loads(said)["findings"]
    return found


def codes(quanheng: Quanheng, *options: str) -> set[str]:
    return {finding["code"] for finding in findings(quanheng, *options)}


def test_selection_by_code_name_and_severity(quanheng: Quanheng, folder: Path) -> None:
    assert codes(quanheng, "--select", "BG3,unit-conflict") == {"BG301", "VL101"}
    errors = findings(quanheng, "--select", "error", "--ignore", "BG")
    assert {finding["severity"] for finding in errors} == {"error"}
    assert not {f["code"] for f in errors if f["code"].startswith("BG")}


def test_unknown_code_is_one_sentence(quanheng: Quanheng, folder: Path) -> None:
    answer = quanheng("check", FAULTY, "--select", "BG399")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("无规则 BG399；最接近的是 BG3")
    assert answer.err.count("\n") == 1


def test_profile_sets_rules_and_threshold(quanheng: Quanheng, folder: Path) -> None:
    assert "SC307" in codes(quanheng, "--profile", "reviewer")
    assert "SC307" not in codes(quanheng, "--profile", "unit")
    only_info = ("--select", "WD101", *DAY)
    assert quanheng("check", FAULTY, *only_info, "--profile", "unit").code == 0
    assert quanheng("check", FAULTY, *only_info, "--profile", "strict").code == 1


def test_nearest_settings_count(quanheng: Quanheng, folder: Path) -> None:
    (folder / "quanheng.toml").write_text('select = ["WT"]', "utf-8")
    inner = folder / "2023"
    inner.mkdir()
    shutil.copy(folder / FAULTY, inner)
    (inner / "quanheng.toml").write_text('select = ["BG"]', "utf-8")
    answer = quanheng("check", FAULTY, f"2023/{FAULTY}", "--format", "json")
    found = json.loads(answer.out)["findings"]
    families = {(f["file"], f["code"][:2]) for f in found}
    assert families == {(FAULTY, "WT"), (f"2023/{FAULTY}", "BG")}


def test_call_leads_over_settings(quanheng: Quanheng, folder: Path) -> None:
    (folder / "quanheng.toml").write_text('select = ["WT"]', "utf-8")
    assert codes(quanheng, "--select", "BG301") == {"BG301"}
    assert "BG301" in codes(quanheng, "--no-config")


def test_settings_file_can_be_named(quanheng: Quanheng, folder: Path) -> None:
    (folder / "mine.toml").write_text('select=["BG3"]\nseverity={BG="info"}', "utf-8")
    (found,) = findings(quanheng, "--config", "mine.toml")
    assert (found["code"], found["severity"]) == ("BG301", "info")


def test_wrong_key_names_file_and_key(quanheng: Quanheng, folder: Path) -> None:
    (folder / "quanheng.toml").write_text("selct = []", "utf-8")
    answer = quanheng("check", FAULTY)
    assert answer.code == 2
    assert answer.err == "quanheng.toml 中的 selct 不是设置项；最接近的是 select\n"


def test_waived_finding_is_kept_and_does_not_count(
    quanheng: Quanheng, folder: Path
) -> None:
    (folder / "quanheng.waivers.toml").write_text(WAIVER, "utf-8")
    (found,) = findings(quanheng, "--select", "BG301")
    assert found["waived"] is True
    assert found["waiver"] == {
        "reason": "两年合并核算",
        "by": "李会计",
        "until": "2025-06-30",
        "code": "BG301",
        "file": "publicity_project.docx",
        "at": "",
        "entry": "waiver[1]",
    }
    answer = quanheng("check", FAULTY, *DAY, "--select", "BG301")
    assert answer.code == 0
    assert "经李会计确认豁免，有效期至2025年6月30日：两年合并核算" in answer.out
    assert "共1处问题（已豁免1处）" in answer.out


def test_expired_and_unused_waivers_are_findings(
    quanheng: Quanheng, folder: Path
) -> None:
    unused = WAIVER.replace("BG301", "WT101")
    expired = WAIVER.replace("2025-06-30", "2025-06-29")
    (folder / "w.toml").write_text(expired + unused, "utf-8")
    found = findings(quanheng, "--waivers", "w.toml")
    about = [f for f in found if f["file"] == "w.toml"]
    assert [(f["code"], f["at"]["path"]) for f in about] == [
        ("WV101", "waiver[1]"),
        ("WV102", "waiver[2]"),
    ]
    assert [f["waived"] for f in found if f["code"] == "BG301"] == [False]
    text = quanheng("check", FAULTY, *DAY, "--waivers", "w.toml", "--ignore", "WV102")
    assert "WV101" in text.out
    assert "WV102" not in text.out


def test_baseline_marks_what_is_known(quanheng: Quanheng, folder: Path) -> None:
    first = quanheng("check", FAULTY, *DAY, "--write-baseline", "old.json")
    assert first.code == 0
    again = findings(quanheng, "--baseline", "old.json")
    assert again
    assert all(finding["known"] for finding in again)
    assert quanheng("check", FAULTY, *DAY, "--baseline", "old.json").code == 0


def test_since_shows_only_what_is_new(quanheng: Quanheng, folder: Path) -> None:
    quanheng("check", FAULTY, *DAY, "--ignore", "BG3", "--write-baseline", "old.json")
    assert codes(quanheng, "--since", "old.json") == {"BG301"}
    assert quanheng("check", FAULTY, *DAY, "--since", "old.json").code == 1


def test_settings_name_files_beside_them(quanheng: Quanheng, folder: Path) -> None:
    quanheng("check", FAULTY, *DAY, "--write-baseline", "kept/old.json")
    (folder / "kept/mine.toml").write_text('baseline = "old.json"', "utf-8")
    assert quanheng("check", FAULTY, *DAY, "--config", "kept/mine.toml").code == 0


def test_scheme_is_picked_by_name(quanheng: Quanheng, folder: Path) -> None:
    (found,) = findings(quanheng, "--select", "WT201", "--law", "2021")
    assert "成本20" in found["message"]
    (found,) = findings(quanheng, "--select", "WT201", "--law", "财预〔2020〕10号")
    assert "成本" not in found["message"]
    answer = quanheng("check", FAULTY, "--law", "2022")
    assert answer.code == 2
    assert answer.err.startswith("无此评价口径：2022；可选 auto、")


def test_year_is_known_and_its_lack_is_still_a_fault(
    quanheng: Quanheng, folder: Path
) -> None:
    said = quanheng("check", FAULTY, "--year", "2021", "--format", "json").out
    answer = json.loads(said)
    assert "ID104" in {finding["code"] for finding in answer["findings"]}
    (project,) = answer["files"][0]["projects"]
    assert project["outcomes"]["WD103"] != "insufficient data"
    assert quanheng("score", FAULTY, "--year", "2021", "--law", "2021").code == 0


def test_score_goes_by_the_same_settings(quanheng: Quanheng, folder: Path) -> None:
    (folder / "quanheng.toml").write_text('law = "2022"', "utf-8")
    assert quanheng("score", FAULTY).err.startswith("无此评价口径：2022")
    assert quanheng("score", FAULTY, "--law", "2020").code == 0
    assert quanheng("score", FAULTY, "--no-config").code == 0
