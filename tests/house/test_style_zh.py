"""Every Chinese text that users see keeps to docs/style-zh.md (用语规范)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from tests.conftest import ROOT

SRC: Final = ROOT / "src" / "quanheng"
GUIDE: Final = ROOT / "docs" / "style-zh.md"
HAN: Final = re.compile(r"[一-鿿]")
QUOTED: Final = re.compile(r"“[^”]*”|《[^》]*》|`[^`]*`")
"""What a text only quotes: cells, titles, commands."""
PATTERN: Final = re.compile(r"\(\?|\[\^|\)\?|\.\*|\\[sd]")
"""A regular expression, or a part of one."""
NUMBER_APART: Final = re.compile(
    r"(?:(?<![A-Z\d])\d+|[}%]) [分元项处条份个天年月次户人行页层段组]"
)
"""A blank between a number and its unit."""
READ_NOT_SHOWN: Final = (
    "audit/facts",
    "core/grammar",
    "registers/reading/values/choices.py",
    "forms/recognising",
    "forms/what_is_not_form.py",
    "live/cells/choices.py",
    "live/formulas/row_kind.py",
    "forms/tidying",
    "language",
)
"""Where literals are what reports say; only ``Words`` are shown from there."""


class Shown(NamedTuple):
    """A text with its place."""

    path: Path
    line: int
    text: str

    @property
    def where(self) -> str:
        path = self.path.relative_to(ROOT) if self.path.is_absolute() else self.path
        return f"{path}:{self.line}"


class Ban(NamedTuple):
    """A row of the table: the word, the better one, where the word may stand."""

    word: str
    better: str
    allowed: tuple[str, ...]

    def is_in(self, text: str) -> bool:
        for compound in self.allowed:
            text = text.replace(compound, "")
        return self.word in text


def bans() -> tuple[Ban, ...]:
    """The table 避免 → 使用 of the guide."""
    table = GUIDE.read_text("utf-8").partition("## 避免 → 使用")[2]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in table.splitlines()
        if line.startswith("|")
    ]
    return tuple(
        Ban(word, better, tuple(filter(None, allowed.split("、"))))
        for word, better, allowed in rows[2:]
    )


def in_python(path: Path) -> Iterator[Shown]:
    """Literals of a module without docstrings, patterns and words that are read."""
    tree = ast.parse(path.read_text("utf-8"))
    inside = path.relative_to(SRC).as_posix() if path.is_absolute() else path.name
    is_read = inside.startswith(READ_NOT_SHOWN)
    for node in _shown_nodes(tree, words_only=is_read):
        text = _text(node)
        if HAN.search(text) and not PATTERN.search(text):
            yield Shown(path, node.lineno, text)


def _shown_nodes(tree: ast.AST, *, words_only: bool) -> Iterator[ast.expr]:
    skipped: set[int] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()):
                skipped.add(id(node.value))
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"))):
                skipped |= {id(part) for part in ast.walk(node)}
            case ast.Call(func=ast.Name(id="Words")) if words_only and node.args:
                yield node.args[0]
            case ast.JoinedStr() if not words_only and id(node) not in skipped:
                skipped |= {id(part) for part in node.values}
                yield node
            case ast.Constant(value=str()) if id(node) not in skipped:
                if not words_only:
                    yield node


def _text(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr():
            return "".join(_text(part) or "{}" for part in node.values)
    return ""


def in_lines(path: Path, shown: str = ".") -> Iterator[Shown]:
    """Lines of a data file that match."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if re.match(shown, line) and HAN.search(line):
            yield Shown(path, number, line)


def explanations(path: Path) -> Iterator[Shown]:
    """What a rule checks, why, what it leaves alone, and the names of its cases."""
    head = path.read_text("utf-8").partition("\ncases:")[0].count("\n")
    yield from (shown for shown in in_lines(path) if shown.line <= head + 1)
    yield from in_lines(path, "- name: ")


def guides() -> Iterator[Shown]:
    """The guides without their examples of files and answers."""
    example = SRC / "examples" / "publicity_project" / "README.md"
    generated = {ROOT / "docs" / name for name in ("ledger.md", "registers.md")}
    written = {ROOT / "README.zh-CN.md", example, *(ROOT / "docs").glob("*.md")}
    for path in sorted(written - generated - {GUIDE}):
        is_code = False
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            is_code ^= line.startswith("```")
            if not is_code and HAN.search(line):
                yield Shown(path, number, line)


def all_shown() -> Iterator[Shown]:
    """Every text that users see."""
    generated = SRC / "testing" / "forms"  # forms as clerks write them
    for path in sorted(SRC.rglob("*.py")):
        if not path.is_relative_to(generated):
            yield from in_python(path)
    for path in sorted(SRC.rglob("*.cases.yaml")):
        yield from explanations(path)
    for path in sorted((SRC / "law" / "parameters").rglob("*.yaml")):
        yield from in_lines(path, r"title: ")
    data = (SRC / "law", SRC / "forms" / "drafting" / "templates")
    files = [path for folder in data for path in folder.glob("*.yaml")]
    for path in sorted([*files, SRC / "testing" / "duties.yaml"]):
        yield from in_lines(path, r"[^#]")
    yield from guides()


def faults(shown: Shown, banned: tuple[Ban, ...]) -> Iterator[str]:
    """What a text should say in another way."""
    text = QUOTED.sub("“”", shown.text)
    for ban in banned:
        if ban.is_in(text):
            yield f"{shown.where}: “{ban.word}” → {ban.better}: {shown.text}"
    if NUMBER_APART.search(text):
        yield f"{shown.where}: a blank before a unit: {shown.text}"


def test_the_table_of_the_guide_is_read() -> None:
    assert Ban("没有", "未、无", ()) in bans()


def test_texts_keep_to_the_guide() -> None:
    banned = bans()
    found = [fault for shown in all_shown() for fault in faults(shown, banned)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('Words("没有依据", "no ground")', 1),
        ('Words("得 3 分", "3 points")', 1),
        ('f"得 {points} 分"', 1),
        ('typer.Option(help="都要 all")', 1),
        ('Words("未说明依据，原文为“没有”", "no ground")', 0),
        ('re.compile("没有")', 0),
        ('"""没有, a docstring."""', 0),
    ],
)
def test_a_fault_is_found_where_it_is_shown(
    code: str, found: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path("module.py")
    path.write_text(code, "utf-8")
    texts = list(in_python(path))
    assert len([fault for shown in texts for fault in faults(shown, bans())]) == found
