"""Small workbooks of both formats, and blocks as they stand in their sheets."""

import struct
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from quanheng.document.blocks import Block, Heading, Paragraph
from quanheng.document.table import Table
from quanheng.readers import read_document

SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


# --- xlsx


def listing(relations: Mapping[str, tuple[str, str]]) -> str:
    found = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in relations.items()
    )
    return f'<Relationships xmlns="{RELATIONS}">{found}</Relationships>'


def styles_part(formats: Sequence[str | int]) -> str:
    """Cell style n has format n: a code, or the number of a built-in one."""
    codes = {100 + n: code for n, code in enumerate(formats) if isinstance(code, str)}
    defined = "".join(
        f'<numFmt numFmtId="{n}" formatCode="{code.replace(chr(34), "&quot;")}"/>'
        for n, code in codes.items()
    )
    used = "".join(
        f'<xf numFmtId="{100 + n if isinstance(code, str) else code}"/>'
        for n, code in enumerate(formats)
    )
    return (
        f'<styleSheet xmlns="{SPREADSHEET}"><numFmts>{defined}</numFmts>'
        f'<cellXfs>{used}</cellXfs><dxfs><dxf><numFmt numFmtId="100" '
        'formatCode="0.000"/></dxf></dxfs></styleSheet>'
    )


def xlsx_parts(
    sheets: Mapping[str, str],
    *,
    formats: Sequence[str | int] = (),
    strings: str = "",
    states: Mapping[str, str] | None = None,
    properties: str = "",
    space: str = SPREADSHEET,
) -> dict[str, str | bytes]:
    """The parts of a workbook; a sheet is what stands in its ``worksheet``."""
    entries, relations = "", {"styles": ("styles", "styles.xml")}
    parts: dict[str, str | bytes] = {
        "_rels/.rels": listing({"a": ("officeDocument", "xl/workbook.xml")})
    }
    for number, (name, content) in enumerate(sheets.items()):
        state = f' state="{states[name]}"' if states and name in states else ""
        entries += f'<sheet name="{name}" sheetId="{number}"{state} r:id="s{number}"/>'
        relations[f"s{number}"] = ("worksheet", f"worksheets/{number}.xml")
        parts[f"xl/worksheets/{number}.xml"] = (
            f'<worksheet xmlns="{space}">{content}</worksheet>'
        )
    if strings:
        relations["t"] = ("sharedStrings", "sharedStrings.xml")
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{space}">{strings}</sst>'
    parts["xl/styles.xml"] = styles_part(formats)
    parts["xl/_rels/workbook.xml.rels"] = listing(relations)
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{space}" xmlns:r="{OFFICE}"><workbookPr {properties}/>'
        f"<sheets>{entries}</sheets></workbook>"
    )
    return parts


# --- xls


def record(kind: int, data: bytes = b"") -> bytes:
    """A record, split into continuing ones where it is too long."""
    first, rest = data[:8224], data[8224:]
    more = record(0x3C, rest) if rest else b""
    return struct.pack("<HH", kind, len(first)) + first + more


def wide(text: str, length: str = "<H") -> bytes:
    return struct.pack(length, len(text)) + b"\1" + text.encode("utf-16-le")


def compound(stream: bytes, name: str = "Workbook") -> bytes:
    """A compound file with one stream, outside the mini stream."""
    stream = stream.ljust(4096, b"\0")
    count = -(-len(stream) // 512)
    chain = [*range(2, count + 1), 0xFFFFFFFE] if count > 1 else [0xFFFFFFFE]
    fat_sectors = -(-(count + 1 + count // 128 + 2) // 128)
    fat = [0xFFFFFFFE, *chain, *[0xFFFFFFFD] * fat_sectors]
    fat += [0xFFFFFFFF] * (128 * fat_sectors - len(fat))
    places = [count + 1 + n for n in range(fat_sectors)]
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
        + struct.pack("<IIIIIIIII", 0, fat_sectors, 0, 0, 4096, *[0xFFFFFFFE, 0] * 2)
        + struct.pack(f"<{fat_sectors}I", *places)
    )
    directory = entry("Root Entry", 5, child=1, start=0xFFFFFFFE, size=0)
    directory += entry(name, 2, child=0xFFFFFFFF, start=1, size=len(stream))
    return b"".join(
        [
            header.ljust(512, b"\xff"),
            directory.ljust(512, b"\0"),
            stream.ljust(512 * count, b"\0"),
            struct.pack(f"<{len(fat)}I", *fat),
        ]
    )


def entry(name: str, kind: int, *, child: int, start: int, size: int) -> bytes:
    stored = name.encode("utf-16-le") + b"\0\0"
    return (
        stored.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(stored), kind, 1, *[0xFFFFFFFF] * 2, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def make_xls(
    sheets: Sequence[tuple[str, bytes]],
    *,
    head: bytes = b"",
    version: int = 0x600,
    names: Callable[[str], bytes] | None = None,
    states: Sequence[int] = (),
    stream: str = "Workbook",
) -> bytes:
    """A workbook; a sheet is its name and its records, ``head`` those of the book."""
    names = names or (lambda name: wide(name, "<B"))
    begin = record(0x809, struct.pack("<HHHHII", version, 5, 0, 0, 0, 0))
    states = [*states, *[0] * len(sheets)]
    named = [names(name) for name, _ in sheets]
    size = len(begin) + len(head) + sum(10 + len(name) for name in named) + 4
    entries, parts = b"", b""
    for name, (_, content), state in zip(named, sheets, states, strict=False):
        start = struct.pack("<IBB", size + len(parts), state & 3, state >> 2)
        entries += record(0x85, start + name)
        parts += begin + content + record(0x0A)
    return compound(begin + head + entries + record(0x0A) + parts, stream)


# --- what is read


def see(data: bytes) -> list[Any]:
    """``甲!B3 text`` for lines; tables as the texts of their grids."""
    shown: list[Any] = []
    for block in read_document(data, "甲").blocks:
        if isinstance(block, Table):
            grid = block.grid
            shown.append([[cell and cell.text for cell in row] for row in grid])
        elif isinstance(block, Heading | Paragraph):
            at = block.at
            level = f" H{block.level}" if isinstance(block, Heading) else ""
            column = chr(64 + at.column)
            shown.append(f"{at.sheet}!{column}{at.row}{level} {block.text}")
    return shown


def places_in(blocks: Sequence[Block]) -> dict[str, str]:
    """Text → place, of every cell that holds text."""
    tables = [block for block in blocks if isinstance(block, Table)]
    return {c.text: c.at.text() for table in tables for c in table.cells if c.text}


@pytest.fixture(scope="session")
def xlsx(package: Any) -> Callable[..., bytes]:
    def make(*args: Any, **options: Any) -> bytes:
        made: bytes = package(xlsx_parts(*args, **options))
        return made

    return make


@pytest.fixture(scope="session")
def parts() -> Callable[..., dict[str, str | bytes]]:
    return xlsx_parts


@pytest.fixture(scope="session")
def xls() -> Callable[..., bytes]:
    return make_xls


@pytest.fixture(scope="session")
def biff() -> Callable[..., bytes]:
    return record


@pytest.fixture(scope="session")
def stored() -> Callable[..., bytes]:
    return wide


@pytest.fixture(scope="session")
def container() -> Callable[..., bytes]:
    return compound


@pytest.fixture(scope="session")
def seen() -> Callable[[bytes], list[Any]]:
    return see


@pytest.fixture(scope="session")
def places() -> Callable[[Sequence[Block]], dict[str, str]]:
    return places_in
