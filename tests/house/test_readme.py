"""What the readmes show is what the command says."""

import re
import shlex

import pytest

from tests.conftest import ROOT, Quanheng

BLOCK = re.compile(r"```\n\$ quanheng (?P<call>[^\n]+)\n(?P<shown>.+?)```", re.DOTALL)
SHOWN = [
    (name, match["call"], match["shown"])
    for name in ("README.md", "README.zh-CN.md")
    for match in BLOCK.finditer((ROOT / name).read_text("utf-8"))
]


@pytest.mark.parametrize(("name", "call", "shown"), SHOWN)
def test_excerpt_is_what_the_command_prints(
    quanheng: Quanheng,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    call: str,
    shown: str,
) -> None:
    monkeypatch.chdir(ROOT)
    printed = [
        line.rstrip()
        for line in quanheng(*shlex.split(call), columns=100).out.split("\n")
    ]
    for line in shown.splitlines():
        assert line == "…" or line in printed


def test_both_readmes_show_check_and_score() -> None:
    assert [(name, call.split()[0]) for name, call, _ in SHOWN] == [
        ("README.md", "check"),
        ("README.md", "score"),
        ("README.zh-CN.md", "check"),
        ("README.zh-CN.md", "score"),
    ]
