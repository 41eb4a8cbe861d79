"""Every command's answer survives the encoding of any console or pipe."""

import io
import json
import sys
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import pytest

from quanheng.cli.main import main
from quanheng.cli.writing.console import print_in_any_encoding

EXAMPLE = Path(str(files("quanheng.examples"))) / "publicity_project"
REPORT, FOLDER = str(EXAMPLE / "report.yaml"), str(EXAMPLE / "evidence")
CALLS = [
    ["check", REPORT, "--evidence", FOLDER],
    ["check", REPORT, "--format", "json"],
    ["check", REPORT, "--format", "sarif"],
    ["score", REPORT, "--evidence", FOLDER],
    ["convert", REPORT, "--to", "json"],
    ["diff", REPORT, REPORT],
    ["value", "≥95% ✓"],
    ["rule", "EV204"],
    ["law"],
    ["evidence", "check", FOLDER],
    ["evidence", "compute", FOLDER, REPORT],
    ["evidence", "bind", FOLDER, REPORT],
    ["evidence", "due", FOLDER],
    ["evidence", "bursts", FOLDER],
    ["evidence", "match", FOLDER],
    ["--help"],
    ["no-such-command"],
]


def printed(
    monkeypatch: pytest.MonkeyPatch, call: Sequence[str], encoding: str
) -> tuple[int, bytes, bytes]:
    streams = [io.TextIOWrapper(io.BytesIO(), encoding) for _ in range(2)]
    monkeypatch.setattr(sys, "stdout", streams[0])
    monkeypatch.setattr(sys, "stderr", streams[1])
    monkeypatch.setattr(sys, "argv", ["quanheng", *call])
    with pytest.raises(SystemExit) as ended:
        main()
    data = []
    for stream in streams:
        stream.flush()
        data.append(stream.buffer.getvalue())
    return int(ended.value.code or 0), data[0], data[1]


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
@pytest.mark.parametrize("call", CALLS, ids=lambda call: " ".join(call[:2])[:24])
def test_answers_survive(
    monkeypatch: pytest.MonkeyPatch, call: list[str], encoding: str
) -> None:
    wanted = printed(monkeypatch, call, "utf-8")
    code, out, err = printed(monkeypatch, call, encoding)
    assert (code, bool(out), bool(err)) == (wanted[0], bool(wanted[1]), bool(wanted[2]))
    assert b"PYTHONIOENCODING" not in out + err
    if encoding == "gbk":  # ascii is taken for a wrong setting, and given UTF-8
        out.decode(encoding)


def test_marks_have_their_like_in_gbk(monkeypatch: pytest.MonkeyPatch) -> None:
    call = ["evidence", "compute", FOLDER, REPORT]
    said = printed(monkeypatch, call, "gbk")[1].decode("gbk")
    assert "√" in said
    assert "×" in said


@pytest.mark.parametrize("sign", ["𠮷", "\ud800", "🙂"])
def test_what_has_no_like_is_an_escape_of_json(sign: str) -> None:
    print_in_any_encoding()
    escape = sign.encode("gbk", "quanheng.nearest").decode()
    assert json.loads(f'"{escape}"') == sign
