"""Word comments stand at their place and change nothing else."""

import io
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from quanheng.annotate.docx.comments import with_comments
from quanheng.annotate.note import Note
from quanheng.core.errors import UnreadableFileError
from quanheng.core.source import Source
from quanheng.document.blocks import Document
from quanheng.readers import read_document
from tests.annotate.conftest import (
    BY,
    FORMS,
    TYPES,
    everywhere,
    make_docx,
    make_zip,
    members,
    places,
)

CHANGED = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
EVERY_FORM = pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)


def comments(data: bytes) -> list[str]:
    return [comment.text for comment in docx.Document(io.BytesIO(data)).comments]


def commented(data: bytes) -> dict[str, str]:
    """Comment's number → the text between its marks, cells parted by lines."""
    open_: dict[str, list[str]] = {}
    found: dict[str, str] = {}
    for element in docx.Document(io.BytesIO(data)).element.body.iter():
        key = str(element.get(qn("w:id")))
        if element.tag == qn("w:commentRangeStart"):
            open_[key] = []
        elif element.tag == qn("w:commentRangeEnd"):
            found[key] = "".join(open_.pop(key))
        elif element.tag == qn("w:t"):
            for parts in open_.values():
                parts.append(element.text or "")
    assert not open_
    return found


def without_comments(data: bytes) -> Document:
    """What is read, the traces of commenting itself left aside."""
    document = read_document(data, "甲")
    layout = document.layout
    return replace(document, layout=layout and replace(layout, traces=()))


@EVERY_FORM
def test_what_is_read_stays_the_same(path: Path) -> None:
    data = path.read_bytes()
    new = with_comments(data, everywhere(data), BY)
    assert without_comments(new) == without_comments(data)


@EVERY_FORM
def test_only_comments_are_added(path: Path) -> None:
    data = path.read_bytes()
    old, new = members(data), members(with_comments(data, everywhere(data), BY))
    assert new.keys() - old.keys() == {"word/comments.xml"}
    assert list(new)[: len(old)] == list(old)
    assert {name for name in old if old[name] != new[name]} == CHANGED


@EVERY_FORM
def test_every_place_has_its_comment(path: Path) -> None:
    data = path.read_bytes()
    notes = everywhere(data)
    new = with_comments(data, notes, BY)
    said = comments(new)
    assert said == [note.text for note in notes]
    marked = commented(new)
    assert len(marked) == len(notes)
    if path.name == "publicity_project.docx":
        for number, note in enumerate(notes[:-1]):
            text = places(data)[note.at].replace("\n", "")
            assert marked[str(number)].strip().endswith(text.lstrip("一二三四五六、"))


def test_comments_on_one_place_keep_their_order() -> None:
    data = make_docx("<w:p><w:r><w:t>甲</w:t></w:r></w:p>")
    at = Source(paragraph=1)
    new = with_comments(data, [Note(at, "先", "error"), Note(at, "后\n二", "info")], BY)
    assert comments(new) == ["先", "后\n二"]
    assert commented(new) == {"0": "甲", "1": "甲"}


def test_marks_stand_after_the_properties_and_open_an_empty_paragraph() -> None:
    data = make_docx("<w:p><w:pPr><w:jc/></w:pPr></w:p><w:p/>")
    notes = [Note(Source(paragraph=n), "注", "info") for n in (1, 2)]
    main = members(with_comments(data, notes, BY))["word/document.xml"].decode()
    assert '<w:p><w:pPr><w:jc/></w:pPr><w:commentRangeStart w:id="0"/>' in main
    assert '<w:p><w:commentRangeStart w:id="1"/><w:commentRangeEnd w:id="1"/>' in main


def test_existing_comments_are_kept_and_numbers_go_on() -> None:
    data = make_docx("<w:p><w:r><w:t>甲</w:t></w:r></w:p>")
    once = with_comments(data, [Note(Source(paragraph=1), "一", "info")], BY)
    twice = with_comments(once, [Note(Source(paragraph=1), "二", "info")], BY)
    assert comments(twice) == ["一", "二"]
    assert commented(twice).keys() == {"0", "1"}


def test_a_comment_in_a_text_box_hangs_on_the_paragraph_around_it() -> None:
    box = (
        "<w:r><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:r>"
    )
    data = make_docx(f"<w:p><w:r><w:t>外</w:t></w:r>{box}</w:p>")
    (at,) = [at for at, text in places(data).items() if text == "框"]
    main = members(with_comments(data, [Note(at, "注", "info")], BY))
    start = main["word/document.xml"].index(b"commentRangeStart")
    assert start < main["word/document.xml"].index("外".encode())


def test_merged_and_nested_cells_have_places_of_their_own() -> None:
    inner = (
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>内</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    merge = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    row = f"<w:tr><w:tc>{merge}<w:p/></w:tc><w:tc>{inner}<w:p/></w:tc></w:tr>"
    data = make_docx(f"<w:tbl>{row}</w:tbl>")
    note = Note(Source(table=2, row=1, column=1), "注", "info")
    assert commented(with_comments(data, [note], BY)) == {"0": "内"}


@pytest.mark.parametrize(
    "at", [Source(), Source(table=1), Source(table=1, row=1), Source(key="x")]
)
def test_wider_places_hang_on_their_first_paragraph(at: Source) -> None:
    cell = "<w:tc><w:p><w:r><w:t>格</w:t></w:r></w:p></w:tc>"
    table = f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>"
    data = make_docx(table)
    assert commented(with_comments(data, [Note(at, "注", "info")], BY)) == {"0": "格"}


def test_the_strict_dialect_gets_comments_of_its_own_kind() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    main = f'<d:document xmlns:d="{strict}"><d:body><d:p/></d:body></d:document>'
    data = make_zip({"[Content_Types].xml": TYPES, "word/document.xml": main})
    new = members(with_comments(data, [Note(Source(), "注", "info")], BY))
    assert b'<d:commentRangeStart d:id="0"/>' in new["word/document.xml"]
    assert strict.encode() in new["word/comments.xml"]


def test_a_main_part_in_another_encoding_is_handed_back_as_utf_8() -> None:
    head = '<?xml version="1.0" encoding="UTF-16"?>'
    main = members(make_docx("<w:p><w:r><w:t>甲</w:t></w:r></w:p>"))
    text = head + main["word/document.xml"].decode()
    data = make_zip({**main, "word/document.xml": text.encode("utf-16")})
    new = with_comments(data, [Note(Source(paragraph=1), "注", "info")], BY)
    assert commented(new) == {"0": "甲"}
    assert places(new) == places(data)


def test_author_and_day_are_those_given() -> None:
    data = make_docx("<w:p/>")
    new = with_comments(data, [Note(Source(), "注", "info")], BY)
    (comment,) = docx.Document(io.BytesIO(new)).comments
    assert (comment.author, comment.initials) == ("权衡 quanheng", "权衡")
    assert str(comment.timestamp) == "2024-06-30 00:00:00+00:00"


def test_nothing_to_say_changes_nothing() -> None:
    data = make_docx("<w:p/>")
    assert with_comments(data, [], BY) == data


def test_a_file_without_text_part_is_refused() -> None:
    with pytest.raises(UnreadableFileError):
        with_comments(make_zip({"a": "b"}), [Note(Source(), "注", "info")], BY)
