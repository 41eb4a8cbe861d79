"""The pictures of the gallery, and what they are held against."""

from pathlib import Path

import pytest
from PIL import Image

from quanheng.document.blocks import Contents, Document, Heading, Paragraph
from quanheng.testing.gallery.contents import misstated
from quanheng.testing.gallery.sheets import save_sheet
from quanheng.writers import writer_for


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report whose one heading is said to be on page 3."""
    blocks = (
        Heading("报告", 0),
        Contents(),
        Heading("一、项目 概况", 1),
        Paragraph("正文。"),
    )
    path = tmp_path / "report.docx"
    path.write_bytes(writer_for(".docx").write(Document("x", blocks)))
    return path


@pytest.mark.parametrize(
    ("pages", "wrong"),
    [
        (["报告", "目录一、项目概况", "一、项目概况正文。"], []),
        (["报告", "目录一、项目概况", "", "一、项目概况"], ["一、项目 概况: 3, [4]"]),
        (["报告", "目录一、项目概况"], ["一、项目 概况: 3, []"]),
    ],
    ids=["right", "elsewhere", "nowhere"],
)
def test_contents_are_held_against_the_printed_pages(
    report: Path, pages: list[str], wrong: list[str]
) -> None:
    assert list(misstated(report, pages)) == wrong


def test_pages_stand_beside_and_below_each_other(tmp_path: Path) -> None:
    pages = [Image.new("RGB", size, "white") for size in [(10, 20)] * 6 + [(20, 10)]]
    save_sheet(pages, tmp_path / "sheet.png")
    with Image.open(tmp_path / "sheet.png") as sheet:
        assert sheet.size == (6 * 26, 2 * 26)
        assert sheet.mode == "P"
