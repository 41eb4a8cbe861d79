"""A score that waits for a person is no text of a form: told, and left blank."""

import re
from pathlib import Path

import pytest

from quanheng.tasks.reading.read_report import read_report
from tests.conftest import EXAMPLES, Quanheng

EXAMPLE = EXAMPLES / "drinking_water_transfer.yaml"
NOTICE = "需人工判断"


@pytest.fixture
def waiting(tmp_path: Path) -> Path:
    """A record in which two scores wait."""
    text = EXAMPLE.read_text("utf-8")
    text, count = re.subn(r"score: 15(?=, reason)", f"score: {NOTICE}", text)
    assert count == 2
    path = tmp_path / "waiting.yaml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html"])
def test_no_form_prints_it_and_the_command_names_the_rows(
    quanheng: Quanheng, waiting: Path, suffix: str
) -> None:
    output = waiting.with_suffix(suffix)
    answer = quanheng("render", waiting, "-o", output)
    assert answer.code == 0
    assert "无法自动计分，得分栏留空；请在“人工评分”列给分后重新输出" in answer.err
    (project,) = read_report(output.read_bytes(), output.name).projects
    scores = [row.score.raw for row in project.indicators if row.score]
    assert scores.count("") == 2


def test_the_audit_names_all_such_rows_at_once(
    quanheng: Quanheng, waiting: Path
) -> None:
    answer = quanheng("check", waiting, "--select", "SC103")
    assert answer.out.count("SC103") == 1
    assert "无法自动计分，请在右侧“人工评分”列给分" in answer.out
