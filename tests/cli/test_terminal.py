"""Lines fit the terminal in both scripts."""

import pytest
from rich.cells import cell_len

from quanheng.answers.columns import TextColumn, in_columns
from quanheng.answers.terminal import folded, uncoloured, width, window, wrapped


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
def test_no_line_is_wider_than_the_terminal(text: str) -> None:
    lines = folded(text, 4).split("\n")
    assert len(lines) > 1
    assert all(cell_len(line) <= width() for line in lines)
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


@pytest.mark.parametrize("room", range(16, 40))
@pytest.mark.parametrize(
    "text",
    [
        "业绩值“100%”与目标值（≥95%）不符，得分=min(10/0%,1)×10；截至2025-01-01、共3处。",
        "执行数 100000 元 ÷ 预算数 300000 元，《办法》（财预〔2020〕10号）第十三条",
    ],
)
def test_lines_break_where_chinese_may_break(text: str, room: int) -> None:
    lines = wrapped(text, room)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert not any(line[:1] in "），、；。”》〕" for line in lines)
    assert not any(line[-1:] in "（“《〔≥" for line in lines)
    assert all(line == line.rstrip() and cell_len(line) <= room for line in lines)
    for whole in ("2025-01-01", "100000", "300000"):
        assert (whole in text) == any(whole in line for line in lines)


def test_a_word_that_fits_no_line_is_cut() -> None:
    assert wrapped("网址" + "a" * 25, 10) == ["网址", "a" * 10, "a" * 10, "a" * 5]


def test_columns_share_the_terminal_and_lose_nothing() -> None:
    columns = [TextColumn("项目", folds=True), TextColumn("分", right=True)]
    rows = [("受益农村居民人数达到一万二千人以上", "9.5"), ("短", "10")]
    lines = [uncoloured(line) for line in in_columns(columns, rows)]
    assert all(cell_len(line) <= width() for line in lines)
    assert lines[0].split() == ["项目", "分"]
    assert lines[1].endswith(" 9.5")
    assert "".join(line.split()[0] for line in lines[1:3]) == rows[0][0]
    assert lines[-1].split() == ["短", "10"]
