"""Writers by suffix."""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest

from quanheng.core.errors import UnreadableFileError
from quanheng.document.blocks import Document
from quanheng.writers import SUFFIXES, writer_for
from quanheng.writers.sheet_names import SheetNames


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_suffix_has_its_writer(suffix: str, document: Document) -> None:
    writer = writer_for(suffix)
    assert writer.suffix == suffix
    assert writer.write(document)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_empty_document_is_a_file_too(suffix: str) -> None:
    assert writer_for(suffix).write(Document("空", ()))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_without_a_given_day_does_not_take_the_clocks(
    suffix: str, document: Document
) -> None:
    data = writer_for(suffix).write(document)
    assert data == writer_for(suffix).write(document)
    today = str(datetime.now(UTC).year).encode()
    if suffix in {".html", ".pdf"}:
        assert today not in data
        return
    with ZipFile(BytesIO(data)) as archive:
        assert today not in archive.read("docProps/core.xml")


def test_suffix_may_be_in_capitals() -> None:
    assert writer_for(".DOCX").suffix == ".docx"


def test_unknown_suffix_is_named_with_what_can_be_written() -> None:
    with pytest.raises(UnreadableFileError) as raised:
        writer_for(".odt")
    assert ".odt" in raised.value.text()
    assert ".docx" in raised.value.text("en")


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        (["预算", "预算", "预算"], ["预算", "预算_2", "预算_3"]),
        (["A", "a"], ["A", "a_2"]),
        (["年度[1]:*?/\\"], ["年度 1"]),
        ([""], ["表"]),
        (["长" * 40, "长" * 40], ["长" * 31, "长" * 29 + "_2"]),
        (["'引'"], ["引"]),
    ],
)
def test_sheet_names_are_permitted_and_unique(
    titles: list[str], names: list[str]
) -> None:
    sheets = SheetNames()
    assert [sheets.take(title) for title in titles] == names
