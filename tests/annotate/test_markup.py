"""XML is changed at single bytes."""

import pytest

from quanheng.annotate.markup import (
    Splice,
    appended,
    as_utf8,
    into,
    locate,
    spliced,
    text,
    with_attributes,
)
from quanheng.core.errors import UnreadableFileError


def test_elements_are_found_with_their_bytes() -> None:
    data = '<x:a xmlns:x="u"><b c="1>2">甲</b><x:b/></x:a>'.encode()
    first, second = locate(data, {"b"})
    assert data[first.inner : first.close].decode() == "甲"
    assert (second.prefix, second.is_closed) == ("x:", True)
    assert data[second.start : second.end] == b"<x:b/>"


def test_content_opens_an_element_that_was_closed() -> None:
    assert appended(b"<a><b k='1'/></a>", "b", lambda p: "<c/>") == (
        b"<a><b k='1'><c/></b></a>"
    )


def test_content_stands_last_unless_a_place_is_given() -> None:
    data = b"<a><b/></a>"
    (tag,) = locate(data, {"a"})
    assert spliced(data, [into(data, tag, "<c/>")]) == b"<a><b/><c/></a>"
    assert spliced(data, [into(data, tag, "<c/>", 3)]) == b"<a><c/><b/></a>"


def test_splices_at_one_place_keep_their_order() -> None:
    splices = [
        Splice(1, 2, "d"),
        Splice(1, 1, "x"),
        Splice(0, 1, "b"),
        Splice(1, 1, "y"),
    ]
    assert spliced(b"ace", splices) == b"bxyde"


@pytest.mark.parametrize(
    ("start", "changed"),
    [
        ('<c r="A1"/>', '<c r="A1" s="3"/>'),
        ('<c r="A1" s="1">', '<c r="A1" s="3">'),
        ("<x:c s='1' cs='2'>", "<x:c s=\"3\" cs='2'>"),
        ("<c>", '<c s="3">'),
    ],
)
def test_attributes_are_set_and_the_others_kept(start: str, changed: str) -> None:
    assert with_attributes(start, {"s": "3"}) == changed


def test_a_part_in_another_encoding_is_read_as_utf_8() -> None:
    data = '<?xml version="1.0" encoding="UTF-16"?><a>甲</a>'.encode("utf-16")
    assert "<a>甲</a>".encode() in as_utf8(data, "a.xml")


def test_text_holds_no_markup_and_nothing_illegal() -> None:
    assert text("a<b&c\x00\x0b\n") == "a&lt;b&amp;c\n"


def test_a_broken_part_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="不是完整的 XML"):
        locate(b"<a>", {"a"})
