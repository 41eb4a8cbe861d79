"""A verdict is only on what was asked, and every answer says so."""

import json
import shutil
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from tests.conftest import EXAMPLES, Quanheng

DAY = ("--as-of", "2024-06-30")
CHOSEN = "仅就所选规则：未发现须修改的问题"
LOWERED = '[severity]\nall = "info"\n'
FORMATS = ("text", "json", "sarif", "html", "xlsx")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a good and a faulty report, as the current one."""
    shutil.copy(EXAMPLES / "county_library.docx", tmp_path / "good.docx")
    shutil.copy(EXAMPLES / "publicity_project.docx", tmp_path / "bad.docx")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def summary(quanheng: Quanheng, *arguments: str) -> dict[str, Any]:
    said = quanheng("check", *arguments, *DAY, "--format", "json").out
    found: dict[str, Any] = json.loads(said)["files"][0]["projects"][0]
    return found


def told(quanheng: Quanheng, form: str, *arguments: str) -> str:
    """All that an answer says, as one text."""
    output = f"answer.{form}"
    quanheng("check", *arguments, *DAY, "--format", form, "-o", output)
    data = Path(output).read_bytes()
    if form != "xlsx":
        return data.decode()
    sheet = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_name("审核结论")
    return str(sheet.to_python())


@pytest.mark.parametrize(
    ("options", "verdict", "limits"),
    [
        (("good.docx",), "pass", []),
        (("good.docx", "--preview"), "pass", []),
        (("good.docx", "--profile", "unit"), "pass", []),
        (("good.docx", "--ignore", "info"), "pass", []),
        (("good.docx", "--select", "CP"), "no verdict", ["chosen rules"]),
        (("good.docx", "--ignore", "BG301"), "no verdict", ["chosen rules"]),
        (("bad.docx", "--select", "CP"), "no verdict", ["chosen rules"]),
        (("bad.docx", "--select", "info"), "no verdict", ["chosen severities"]),
        (("bad.docx", "--since", "base.json"), "no verdict", ["new findings"]),
        (("bad.docx", "--baseline", "base.json"), "not credible", []),
        (("bad.docx", "--config", "low.toml"), "no verdict", ["lowered severities"]),
        (("bad.docx", "--select", "BG"), "needs changes", ["chosen rules"]),
    ],
)
def test_a_verdict_is_limited_to_what_was_asked(
    quanheng: Quanheng,
    folder: Path,
    options: tuple[str, ...],
    verdict: str,
    limits: list[str],
) -> None:
    quanheng("check", "bad.docx", *DAY, "--write-baseline", "base.json")
    Path("low.toml").write_text(LOWERED, "utf-8")
    found = summary(quanheng, *options)
    assert (found["verdict"], found["limited_to"]) == (verdict, limits)


@pytest.mark.parametrize("form", FORMATS)
def test_every_answer_says_what_a_verdict_is_limited_to(
    quanheng: Quanheng, folder: Path, form: str
) -> None:
    said = told(quanheng, form, "bad.docx", "--select", "CP")
    assert (CHOSEN if form in {"text", "html", "xlsx"} else "chosen rules") in said
    assert "通过" not in said.split(CHOSEN)[-1][:40]


@pytest.mark.parametrize("form", FORMATS)
def test_a_plan_of_targets_gets_no_verdict(
    quanheng: Quanheng, folder: Path, form: str
) -> None:
    record = """
project: {name: 县乡道路养护项目, year: 2023年, unit: 平川县公路段}
goals: {annual: 养护县乡道路120公里。}
indicators:
- {level1: 产出指标, level2: 数量指标, level3: 养护里程, target: ≥120公里}
"""
    Path("plan.yaml").write_text(record, "utf-8")
    said = told(quanheng, form, "plan.yaml")
    words = "未识别出填有完成情况的自评表"
    assert (words if form in {"text", "html", "xlsx"} else "no self-evaluation") in said


def test_points_without_scores_are_not_called_confirmed(
    quanheng: Quanheng, folder: Path
) -> None:
    Path("plan.yaml").write_text("project: {name: 养护项目}\n", "utf-8")
    assert "无可复算的得分" in quanheng("score", "plan.yaml").out
    assert "复算可确认" in quanheng("score", "good.docx").out
