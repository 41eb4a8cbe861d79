"""Days that documents name."""

from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import docx
import openpyxl  # type: ignore[import-untyped]  # it ships no types
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.core.errors import UnreadableFileError
from quanheng.evidence.proof import ProofKind
from quanheng.evidence.proving.documents import office_days, pdf_days
from quanheng.evidence.proving.facts import facts_of


def _docx(created: datetime, modified: datetime) -> bytes:
    document, buffer = docx.Document(), BytesIO()
    document.core_properties.created = created
    document.core_properties.modified = modified
    document.save(buffer)
    return buffer.getvalue()


def _core(created: str) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as package:
        package.writestr(
            "docProps/core.xml",
            f'<c xmlns:t="http://purl.org/dc/terms/"><t:created>{created}</t:created></c>',
        )
    return buffer.getvalue()


def _pdf(said: str) -> bytes:
    objects = (
        "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
        "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj",
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj",
        f"4 0 obj<</CreationDate({said})>>endobj",
        "trailer<</Root 1 0 R/Info 4 0 R/Size 5>>",
    )
    return "\n".join(("%PDF-1.4", *objects, "%%EOF")).encode()


def test_word_and_excel_say_when_they_were_made_and_changed() -> None:
    word = _docx(datetime(2021, 3, 5, 9), datetime(2021, 4, 6, 9))
    assert office_days(word) == (date(2021, 3, 5), date(2021, 4, 6))
    book, buffer = openpyxl.Workbook(), BytesIO()
    book.properties.created = datetime(2021, 5, 7, 9)
    book.save(buffer)
    assert date(2021, 5, 7) in office_days(buffer.getvalue())


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("2021-12-31T18:00:00Z", (date(2022, 1, 1),)),
        ("2021-12-31T18:00:00+08:00", (date(2021, 12, 31),)),
        ("2021-12-31", (date(2021, 12, 31),)),
        ("2013-12-23T23:15:00Z", (date(2013, 12, 24),)),
        ("2013-12-23", ()),
        ("9999-12-31T23:00:00Z", ()),
        ("yesterday", ()),
        ("", ()),
    ],
)
def test_days_are_those_of_beijing(said: str, days: tuple[date, ...]) -> None:
    assert office_days(_core(said)) == days


def test_a_package_without_properties_names_no_day() -> None:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as package:
        package.writestr("x.xml", "<x/>")
    assert office_days(buffer.getvalue()) == ()


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("D:20211231180000Z", (date(2022, 1, 1),)),
        ("D:20211231180000+08'00'", (date(2021, 12, 31),)),
        ("D:20210305", (date(2021, 3, 5),)),
        ("20210305", (date(2021, 3, 5),)),
        ("D:20219999", ()),
        ("D:2021", ()),
        ("", ()),
    ],
)
def test_a_pdf_says_when_it_was_made(said: str, days: tuple[date, ...]) -> None:
    assert pdf_days(_pdf(said)) == days


@pytest.mark.parametrize("name", ["x.docx", "x.xlsx", "x.pdf", "x.jpg"])
@given(data=st.binary(max_size=200))
def test_whatever_a_file_holds_it_ends_in_a_sentence(name: str, data: bytes) -> None:
    facts = facts_of(name, data)
    assert facts.trouble is not None
    assert facts.trouble.zh
    assert facts.trouble.en
    assert facts.dates == ()


def test_an_entity_bomb_is_refused() -> None:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as package:
        package.writestr(
            "docProps/core.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
        )
    with pytest.raises(UnreadableFileError, match="DTD"):
        office_days(buffer.getvalue())


def test_other_files_are_not_looked_into() -> None:
    assert facts_of("录像.mp4", b"...").kind is ProofKind.OTHER
    assert facts_of("录像.mp4", b"...").trouble is None
