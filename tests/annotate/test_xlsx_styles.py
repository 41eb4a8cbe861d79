"""New cell styles are copies of old ones, in whatever lists the file has."""

from lxml import etree

from quanheng.annotate.archive import with_members
from quanheng.annotate.parts import Parts
from quanheng.annotate.xlsx.styles import Styles
from tests.annotate.conftest import make_zip, members, xlsx_parts

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PART = "xl/styles.xml"
XFS = '<x:cellXfs count="1"><x:xf fontId="1"><x:alignment/></x:xf></x:cellXfs>'


def book(lists: str) -> bytes:
    sheet = f'<x:styleSheet xmlns:x="{SPACE}">{lists}</x:styleSheet>'
    return make_zip({**xlsx_parts({"表": ""}), PART: sheet})


def saved(styles: Styles, parts: Parts, data: bytes) -> etree._Element:
    styles.save()
    return etree.fromstring(members(with_members(data, parts.changed))[PART])


def test_a_derived_style_copies_all_but_what_is_asked() -> None:
    data = book(f'<x:fills count="0"/>{XFS}')
    parts = Parts(data)
    styles = Styles(parts, "xl/workbook.xml")
    assert styles.filled(0, "FFC7CE") == 1
    assert styles.filled(0, "FFC7CE") == 1
    assert styles.formatted(0, "0.00%") == 2
    root = saved(styles, parts, data)
    new = root.findall("{*}cellXfs/{*}xf")
    assert [dict(xf.attrib) for xf in new] == [
        {"fontId": "1"},
        {"fontId": "1", "fillId": "0", "applyFill": "1"},
        {"fontId": "1", "numFmtId": "164", "applyNumberFormat": "1"},
    ]
    assert all(xf.find("{*}alignment") is not None for xf in new)
    counts = [element.get("count") for element in root]
    assert [etree.QName(e).localname for e in root] == ["numFmts", "fills", "cellXfs"]
    assert counts == ["1", "1", "3"]


def test_one_format_is_listed_once_and_numbered_after_those_of_the_file() -> None:
    formats = (
        '<x:numFmts count="1"><x:numFmt numFmtId="170" formatCode="0"/></x:numFmts>'
    )
    data = book(formats + XFS)
    parts = Parts(data)
    styles = Styles(parts, "xl/workbook.xml")
    codes = ["0.0", "0.00", "0.0"]
    assert [styles.formatted(0, code) for code in codes] == [1, 2, 1]
    listed = saved(styles, parts, data).findall("{*}numFmts/{*}numFmt")
    assert [format_.get("numFmtId") for format_ in listed] == ["170", "171", "172"]


def test_a_file_without_the_lists_keeps_its_cells_as_they_are() -> None:
    for data in (book(""), make_zip({**xlsx_parts({"表": ""}), PART: "<a/>"})):
        parts = Parts(data)
        styles = Styles(parts, "xl/workbook.xml")
        assert (styles.filled(3, "FFC7CE"), styles.formatted(3, "0.0")) == (3, 3)
        styles.save()
        assert not parts.changed
