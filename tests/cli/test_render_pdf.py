"""``quanheng render`` to pdf."""

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from tests.conftest import EXAMPLES, Quanheng

PUBLICITY = EXAMPLES / "publicity_project.yaml"


def day(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as file:
        found: str = file.get_metadata_value("CreationDate")
        return found


def test_archival_pdf_has_a_day(quanheng: Quanheng, tmp_path: Path) -> None:
    output = tmp_path / "a.pdf"
    args = ("render", PUBLICITY, "-o", output, "--pdf-a")
    assert quanheng(*args).code == 0
    assert day(output).startswith("D:2")
    assert quanheng(*args, "--date", "2024-02-20").code == 0
    assert day(output).startswith("D:20240220")


def test_only_a_pdf_can_be_archival(quanheng: Quanheng, tmp_path: Path) -> None:
    answer = quanheng("render", PUBLICITY, "-o", tmp_path / "a.docx", "--pdf-a")
    assert answer.code == 2
    assert "--pdf-a" in answer.err


def test_folders_with_fonts_may_be_given_by_the_environment(
    quanheng: Quanheng, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "a.pdf"
    monkeypatch.setenv("QUANHENG_FONTS", str(tmp_path / "none"))
    assert quanheng("render", PUBLICITY, "-o", output).code == 2
    monkeypatch.setenv("QUANHENG_FONTS", str(tmp_path))
    assert quanheng("render", PUBLICITY, "-o", output).code == 0
