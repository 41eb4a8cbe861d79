"""What is printed steers no terminal; Ctrl-C says a word."""

import json
from pathlib import Path
from shutil import copy

import pytest

from quanheng.cli.writing.streams import clean
from tests.conftest import EXAMPLES, Quanheng

TITLE = "\x1b]0;PWN\x07"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("中文\t\n", "中文\t\n"),
        ("\x1b[1m粗\x1b[0m", "\x1b[1m粗\x1b[0m"),
        (f"a{TITLE}b", r"a\u001b]0;PWN\u0007b"),
        ("\x1b[2J\x9b2J\x7f", r"\u001b[2J\u009b2J\u007f"),
        ("真\r假", r"真\u000d假"),
        ("一行\r\n", "一行\r\n"),
        ("\u202excod.exe", r"\u202excod.exe"),
    ],
)
def test_control_characters_are_shown(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_json_stays_the_same_data() -> None:
    data = {"a": "\x7f\x9b\u202e"}
    assert json.loads(clean(json.dumps(data, ensure_ascii=False))) == data


@pytest.mark.parametrize("call", ["check", "score", "convert", "diff"])
def test_values_and_names_of_files_reach_no_terminal(
    quanheng: Quanheng, tmp_path: Path, call: str
) -> None:
    record = tmp_path / f"a{TITLE}.yaml"
    text = (EXAMPLES / "publicity_project.yaml").read_text("utf-8")
    text = text.replace(
        "project:\n  name: ", 'project:\n  code: "\\e]0;PWN\\a"\n  name: '
    )
    text = text.replace("level3: ", 'unit: "\\e[2J"\n    level3: ')
    record.write_text(text, "utf-8")
    more = [EXAMPLES / "county_library.docx"] if call == "diff" else []
    answer = quanheng(call, record, *more)
    absent = quanheng(call, tmp_path / f"absent{TITLE}", *more)
    said = answer.out + answer.err + absent.out + absent.err
    assert "PWN" in said
    assert "\x1b]" not in said
    assert "\x07" not in said


@pytest.mark.parametrize(
    ("lang", "said"), [("zh", "已中断；未留下写到一半的文件"), ("en", "interrupted; ")]
)
def test_breaking_off_says_a_word(
    quanheng: Quanheng,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    lang: str,
    said: str,
) -> None:
    def break_off(*_: object) -> None:
        raise KeyboardInterrupt

    report = Path(copy(EXAMPLES / "county_library.docx", tmp_path))
    monkeypatch.setattr("quanheng.cli.writing.whole_file.os.fsync", break_off)
    answer = quanheng("render", report, "-o", tmp_path / "o.docx", "--lang", lang)
    assert answer.code == 130
    assert answer.err.splitlines()[-1].startswith(said)
    assert [path.name for path in tmp_path.iterdir()] == [report.name]
