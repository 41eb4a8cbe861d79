"""What several test folders share."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from quanheng.cli.main import main

SHARED = Path(__file__).parents[2] / "shared"
"""The development corpus; tests that use it skip where it is absent."""


@dataclass(frozen=True)
class Answer:
    """What a call of the command line gave."""

    code: int
    out: str
    err: str


Quanheng = Callable[..., Answer]


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


@pytest.fixture(scope="session")
def seed_text() -> Path:
    """The real report as a text dump."""
    return _shared("seed/000_98715a560247ea74.txt")


@pytest.fixture(scope="session")
def seed_docx() -> Path:
    """The real report as a Word file."""
    return _shared("corpus/docs/seed.docx")


def _shared(name: str) -> Path:
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"the development corpus is not here: {name}")
    return path
