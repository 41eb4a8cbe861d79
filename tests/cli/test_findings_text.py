"""Findings on the terminal: the verdict, and carets below what the message quotes."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from quanheng.answers.findings.edits import change
from quanheng.answers.terminal import carets, uncoloured
from tests.conftest import ROOT, Quanheng

PUBLICITY = ROOT / "examples/publicity_project.docx"
LIBRARY = ROOT / "examples/county_library.docx"


@pytest.mark.parametrize(
    ("report", "lang", "said"),
    [
        (
            PUBLICITY,
            "zh",
            "审核结论：不予采信，38.55分缺乏计算依据，占总分的38.55%，超过30%的限度",
        ),
        (PUBLICITY, "en", "verdict: not credible; 38.55 points (38.55%) have no"),
        (LIBRARY, "zh", "审核结论：通过"),
        (LIBRARY, "en", "verdict: pass"),
    ],
)
def test_each_project_has_a_verdict(
    quanheng: Quanheng, report: Path, lang: str, said: str
) -> None:
    shown = quanheng("check", report, "--lang", lang, "--as-of", "2024-06-30").out
    assert said in shown


def test_carets_stand_below_the_words_that_the_message_quotes(
    quanheng: Quanheng,
) -> None:
    lines = quanheng("check", PUBLICITY, "--select", "LB201").out.split("\n")
    (place,) = (n for n, line in enumerate(lines) if "第22段 │" in line)
    quote, marked = lines[place], lines[place + 1]
    words = "河脱贫攻坚组2020 21号"
    assert marked.strip() == "^" * cell_len(words)
    assert cell_len(marked) == cell_len(quote[: quote.index(words) + len(words)])


def test_a_cell_that_is_quoted_whole_has_no_carets(quanheng: Quanheng) -> None:
    shown = quanheng("check", PUBLICITY, "--select", "BG506").out
    assert "│ 30万元" in shown
    assert "^" not in shown


@pytest.mark.parametrize(
    ("line", "words", "marked"),
    [
        ("满意度100%", "100%", "      ^^^^"),
        ("共100人", "人", "     ^^"),
        ("…满意度…", "满意度", ""),
        ("满意度", "知晓率", ""),
        ("满意度", "", ""),
    ],
)
def test_carets_count_a_chinese_character_as_two_columns(
    line: str, words: str, marked: str
) -> None:
    assert carets(line, words) == marked


def test_a_file_has_no_colours(quanheng: Quanheng, tmp_path: Path) -> None:
    output = tmp_path / "findings.txt"
    answer = quanheng("check", PUBLICITY, "-o", output)
    assert (answer.code, answer.out) == (1, f"已写入 {output}\n")
    written = output.read_text("utf-8")
    assert "审核结论：不予采信" in written
    assert "\x1b" not in written
    assert uncoloured("\x1b[31m\x1b[1m错误\x1b[0m") == "错误"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("优秀", "优", "优"),
        ("", "补写", "补写"),
        (
            "为做好工作，综合考虑各方面因素，总得分100分，属于“优秀”等级，特此说明，请予以审核。",
            "为做好工作，综合考虑各方面因素，总得分100分，属于“优”等级，特此说明，请予以审核。",
            "…分，属于“优秀”等级，特此… → …分，属于“优”等级，特此…",
        ),
        (
            "全面全面总结整体工作，系统总结专项工作，深度总结先进做法，案例总结典型经验，提炼弘扬精神。",
            "全面总结整体工作，系统总结专项工作，深度总结先进做法，案例总结典型经验，提炼弘扬伟大精神。",
            "",
        ),
    ],
)
def test_a_long_text_is_told_by_what_changes(old: str, new: str, said: str) -> None:
    assert change(old, new) == (said or f"{old} → {new}")
