"""Lines fit the terminal in both scripts."""

import pytest
from rich.cells import cell_len

from quanheng.cli.answers.terminal import folded, width, window


@pytest.fixture(autouse=True)
def _narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")


@pytest.mark.parametrize(
    "text",
    [
        "预算执行率填为95%，按全年执行除以全年预算应为百分之七十五",
        "the stated execution rate is 95, spent ÷ planned is 75 percent",
        "财预〔2020〕10号 第十三条（尚未核对原文）；实务：自评表审核中的常见问题",
    ],
)
def test_no_line_is_wider_than_the_terminal_but_for_a_closing_mark(text: str) -> None:
    lines = folded(text, 4).split("\n")
    assert len(lines) > 1
    assert all(cell_len(line) <= width() - 4 + 4 + 2 for line in lines)
    assert all(line.startswith("    ") for line in lines[1:])
    assert "".join("".join(line.split()) for line in lines) == "".join(text.split())


def test_latin_words_stay_whole() -> None:
    words = "practice of reviewers everywhere in all provinces".split()
    assert folded(" ".join(words), 0).split() == words


def test_closing_mark_never_begins_a_line() -> None:
    text = "一二三四五六七八九十" * 2 + "，" + "一二三四五六七八九十"
    assert not any(
        line.strip().startswith("，") for line in folded(text, 10).split("\n")
    )


def test_window_shows_the_words_asked_for() -> None:
    text = "前面很长的一段话" * 6 + "驻村工作对" + "后面也很长的一段话" * 6
    shown = window(text, "驻村工作对", 30)
    assert "驻村工作对" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert cell_len(shown) <= 30


def test_window_leaves_a_short_text_alone() -> None:
    assert window("达100%", "100", 30) == "达100%"


def test_terminal_width_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    assert width() == 120
