"""What several test folders share."""

import io
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import Any

import pytest

from quanheng.cli.folders import folder_at
from quanheng.cli.main import main
from quanheng.cli.writing.own_works import STATE
from quanheng.law.load import load_book
from quanheng.tasks.evidence.read_evidence import EvidenceContents, read_evidence

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
CORPUS = ROOT / "tests" / "corpus"
"""Documents with truth, by the project (tests/corpus/README.md)."""
SHARED = ROOT.parent / "shared"
"""The real report in its own words lies beside the project where there is one."""


@dataclass(frozen=True)
class Answer:
    """What a call of the command line gave."""

    code: int
    out: str
    err: str


Quanheng = Callable[..., Answer]
SeedFile = Callable[[str], Path]


def known_gaps(cases: Iterable[str], gaps: Mapping[str, str]) -> list[Any]:
    """Cases of a test; those that aren't read yet are to fail, with the reason.

    One that comes to be read fails its test until its gap is struck out.
    """
    return [
        pytest.param(case, marks=pytest.mark.xfail(strict=True, reason=gaps[case]))
        if case in gaps
        else case
        for case in cases
    ]


def read_from_disk(folder: Path) -> EvidenceContents:
    """What an evidence folder holds, by the words of the shipped law book."""
    return read_evidence(folder_at(folder), load_book())


@pytest.fixture(autouse=True)
def own_works(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: Any) -> None:
    """Keep what a test writes off the list of this machine."""
    monkeypatch.setenv(
        STATE, str(tmp_path_factory.getbasetemp() / "state" / token_hex(8))
    )


@pytest.fixture
def quanheng(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Quanheng:
    """Call the command line in this process."""

    def call(*arguments: str | Path, stdin: str = "", columns: int = 160) -> Answer:
        monkeypatch.setattr(sys, "argv", ["quanheng", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        monkeypatch.setenv("COLUMNS", str(columns))
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return Answer(int(ended.value.code or 0), printed.out, printed.err)

    return call


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name what was skipped, each reason with its count."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = Counter(
        report.longrepr[2].removeprefix("Skipped: ") for report in skipped
    )
    for reason, count in reasons.most_common():
        terminalreporter.write_line(f"{count} × {reason}")


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of documents with truth."""
    return CORPUS


@pytest.fixture(scope="session")
def seed_file() -> SeedFile:
    """The real report in the format of a suffix."""

    def file(suffix: str) -> Path:
        path = SHARED / "corpus" / "docs" / f"seed{suffix}"
        if not path.exists():
            pytest.skip("the real report does not lie beside the project")
        return path

    return file


@pytest.fixture(scope="session")
def seed_text(seed_file: SeedFile) -> Path:
    """The real report as a text dump."""
    return seed_file("_text.txt")


@pytest.fixture(scope="session")
def seed_docx(seed_file: SeedFile) -> Path:
    """The real report as a Word file."""
    return seed_file(".docx")
