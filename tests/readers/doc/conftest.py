"""Small files of old Word, made byte by byte from descriptions of paragraphs."""

import struct
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

SECTOR = 512
MINI = 64
CUTOFF = 4096
END, FREE, FAT_SECTOR, NOTHING = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
TEXT_AT = 1536

Run = tuple[int, int, bytes]


# --- compound files


def padded(data: bytes, size: int = SECTOR) -> bytes:
    return data + bytes(-len(data) % size)


def chained(first: int, count: int) -> list[int]:
    return [*range(first + 1, first + count), END] if count else []


def entry(name: str, kind: int, start: int, size: int, links: Sequence[int]) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    left, right, child = links
    head = raw.ljust(64, b"\0") + struct.pack("<HBB", len(raw), kind, 1)
    tail = struct.pack("<IIQ", start, size, 0)[:12]
    return head + struct.pack("<3I", left, right, child) + bytes(36) + tail


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A compound file; streams below 4096 bytes go to the mini stream."""
    sectors, fat = b"", [FAT_SECTOR]
    mini, mini_fat = b"", list[int]()
    listed = list[bytes]()
    for number, (name, content) in enumerate(streams.items(), start=1):
        last = number == len(streams)
        links = (NOTHING, NOTHING if last else number + 1, NOTHING)
        if len(content) < CUTOFF:
            first = len(mini_fat)
            mini_fat += chained(first, -(-len(content) // MINI))
            mini += padded(content, MINI)
        else:
            first = len(fat)
            fat += chained(first, -(-len(content) // SECTOR))
            sectors += padded(content)
        listed.append(entry(name, 2, first, len(content), links))
    places = []
    mini_numbers = struct.pack(f"<{len(mini_fat)}I", *mini_fat)
    root_children = 1 if streams else NOTHING
    for content in (mini, mini_numbers):
        places.append(len(fat) if content else END)
        fat += chained(len(fat), -(-len(content) // SECTOR))
        sectors += padded(content)
    root = entry(
        "Root Entry", 5, places[0], len(mini), (NOTHING, NOTHING, root_children)
    )
    directory = padded(root + b"".join(listed))
    first = len(fat)
    fat += chained(first, len(directory) // SECTOR)
    fat += [FREE] * (SECTOR // 4 - len(fat))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<4x4I", 1, first, 0, CUTOFF)
    header += struct.pack("<4I", places[1], 1, END, 0)
    header += struct.pack("<I", 0) + b"\xff" * 4 * 108
    return header + struct.pack(f"<{len(fat)}I", *fat) + sectors + directory


# --- modifiers


def modifier(code: int, operand: bytes) -> bytes:
    return struct.pack("<H", code) + operand


def row(edges: Sequence[int], marks: Sequence[int] = ()) -> bytes:
    """The definition of a row: its edges and the merge marks of its cells."""
    cells = len(edges) - 1
    operand = bytes([cells]) + struct.pack(f"<{cells + 1}h", *edges)
    for mark in [*marks, *[0] * (cells - len(marks))]:
        operand += struct.pack("<H18x", mark)
    return modifier(0xD608, struct.pack("<H", len(operand) + 1) + operand)


def paragraph_formats(item: Mapping[str, Any]) -> bytes:
    """Style and modifiers of a described paragraph."""
    data = struct.pack("<H", item.get("style", 0))
    depth = item.get("depth", int("row" in item or item.get("cell", False)))
    if depth:
        data += modifier(0x2416, b"\1") + modifier(0x6649, struct.pack("<i", depth))
    if "outline" in item:
        data += modifier(0x2640, bytes([item["outline"]]))
    if "list" in item:
        number, level = item["list"]
        data += modifier(0x260A, bytes([level]))
        data += modifier(0x460B, struct.pack("<H", number))
    if depth > 1 and item.get("cell"):
        data += modifier(0x244B, b"\1")
    if "row" in item:
        data += modifier(0x2417 if depth == 1 else 0x244C, b"\1")
        data += row(item["row"], item.get("marks", ())) if item["row"] else b""
    return data + bytes.fromhex(item.get("more", ""))


def units(text: str) -> str:
    """A text with a character for each of its two-byte units."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw)))


def mark(item: Mapping[str, Any]) -> str:
    at_depth = item.get("depth", 1)
    ends = ("row" in item or item.get("cell")) and at_depth == 1
    shown: str = item.get("mark", "\a" if ends else "\r")
    return shown


def page(run: Run, *, of_paragraphs: bool) -> bytes:
    """A page with the formats of one run."""
    start, end, formats = run
    at = 64
    if of_paragraphs:
        even = len(formats) % 2 == 0
        size = [0, len(formats) // 2] if even else [(len(formats) + 1) // 2]
    else:
        size = [len(formats)]
    entries = struct.pack("<II", start, end) + bytes([at // 2])
    content = entries.ljust(at, b"\0") + bytes(size) + formats
    return content.ljust(511, b"\0") + b"\1"


def listing(runs: Sequence[Run], first_page: int) -> bytes:
    places = [start for start, _, _ in runs] + [runs[-1][1]] if runs else []
    pages = range(first_page, first_page + len(runs))
    return struct.pack(f"<{len(places) + len(runs)}I", *places, *pages)


# --- parts of the table stream


def style(
    kind: int = 0xFFE, base: int = 0xFFF, name: str = "", formats: str = ""
) -> bytes:
    """A paragraph style; ``kind`` is the number of a built-in one."""
    head = struct.pack("<5H", kind, base << 4 | 1, 1, 0, 0)
    raw = struct.pack("<H", len(name)) + name.encode("utf-16-le") + b"\0\0"
    content = b"\0\0" + bytes.fromhex(formats)
    data = head + raw + struct.pack("<H", len(content)) + content
    return struct.pack("<H", len(data)) + data + bytes(len(data) % 2)


def style_sheet(styles: Sequence[Mapping[str, Any] | None]) -> bytes:
    head = struct.pack("<HHH", 4, len(styles), 10)
    kept = (b"\0\0" if item is None else style(**item) for item in styles)
    return head + b"".join(kept)


def level(
    text: str = "", start: int = 1, kind: int = 0, bits: int = 0, follow: int = 0,
    limit: int = 0,
) -> bytes:  # fmt: skip
    """A level; ``%1`` in its text is the number of the first level."""
    shown = text
    for place in range(9):
        shown = shown.replace(f"%{place + 1}", chr(place))
    head = struct.pack("<iBB9xB8xBBBx", start, kind, bits, follow, 1, 2, limit)
    return head + b"\0" * 3 + struct.pack("<H", len(shown)) + shown.encode("utf-16-le")


def lists_part(lists: Sequence[Mapping[str, Any]]) -> bytes:
    heads, levels = struct.pack("<H", len(lists)), b""
    for item in lists:
        given = item["levels"]
        styles = [*item.get("styles", []), *[0xFFF] * 9][:9]
        heads += struct.pack("<I4x9HBx", item["key"], *styles, int(len(given) == 1))
        count = 1 if len(given) == 1 else 9
        levels += b"".join(level(**one) for one in [*given, *[{}] * 9][:count])
    return heads + levels


def references_part(references: Sequence[Mapping[str, Any]]) -> bytes:
    heads, rest = struct.pack("<I", len(references)), b""
    for item in references:
        overrides = item.get("overrides", [])
        heads += struct.pack("<I8xB3x", item["key"], len(overrides))
        rest += b"\xff" * 4
        for one in overrides:
            bits = one["place"] | 16 * ("start" in one) | 32 * ("level" in one)
            rest += struct.pack("<iI", one.get("start", 0), bits)
            rest += level(**one["level"]) if "level" in one else b""
    return heads + rest


def fonts_part(names: Sequence[str]) -> bytes:
    data = struct.pack("<HH", len(names), 0)
    for name in names:
        font = bytes(39) + name.encode("utf-16-le") + b"\0\0"
        data += bytes([len(font)]) + font
    return data


def boxes_parts(boxes: Sequence[Mapping[str, int]]) -> tuple[bytes, bytes]:
    """Shapes in the main text, and the text boxes that belong to them."""
    hung = [box for box in boxes if "at" in box]
    places = [box["at"] for box in hung] + [0]
    shapes = struct.pack(f"<{len(places)}I", *places)
    shapes += b"".join(struct.pack("<I22x", box["shape"]) for box in hung)
    ends = [0, *(box["end"] for box in boxes)]
    texts = struct.pack(f"<{len(ends)}I", *ends)
    texts += b"".join(struct.pack("<14xI4x", box["shape"]) for box in boxes)
    return shapes, texts


def piece_table(text: str, formats: bytes = b"") -> bytes:
    """Two pieces, so that positions and bytes are told apart."""
    half = len(text) // 2
    applied = 1 if formats else 0
    laid = b"\1" + struct.pack("<H", len(formats)) + formats if formats else b""
    places = struct.pack("<III", 0, half, len(text))
    pieces = struct.pack("<2xIH", TEXT_AT, applied)
    pieces += struct.pack("<2xIH", TEXT_AT + 2 * half, applied)
    data = places + pieces if half else places[4:] + pieces[8:]
    return laid + b"\2" + struct.pack("<I", len(data)) + data


# --- whole files


def header(
    places: Mapping[int, tuple[int, int]],
    lengths: tuple[int, int],
    mark: int = 0xA5EC,
    version: int = 0xC1,
    flags: int = 0x0200,
) -> bytes:
    data = struct.pack("<HH6xH", mark, version, flags).ljust(76, b"\0")
    data += struct.pack("<7I", lengths[0], 0, 0, 0, 0, 0, lengths[1])
    data = data.ljust(154, b"\0")
    for part in range(93):
        data += struct.pack("<II", *places.get(part, (0, 0)))
    return data


def character_runs(case: Mapping[str, Any], text: str) -> list[Run]:
    """The runs that a case names by their text, in order."""
    runs, end = list[Run](), 0
    for shown, formats in case.get("runs", ()):
        begin = text.index(units(shown), end)
        end = begin + len(units(shown))
        places = TEXT_AT + 2 * begin, TEXT_AT + 2 * end
        runs.append((*places, bytes.fromhex(formats)))
    return runs


def paragraph_runs(paragraphs: Sequence[Mapping[str, Any]]) -> list[Run]:
    runs, at = list[Run](), TEXT_AT
    for item in paragraphs:
        end = at + 2 * len(units(item.get("text", "") + mark(item)))
        runs.append((at, end, paragraph_formats(item)))
        at = end
    return runs


def make_streams(case: Mapping[str, Any]) -> dict[str, bytes]:
    """The streams of a file.

    A case has ``paragraphs``, and may have ``styles``, ``lists``, ``references``,
    ``fonts``, ``runs`` (text and modifiers in hex), ``boxes``, ``data`` in hex,
    ``laid`` (modifiers of all pieces) and ``header``.
    """
    paragraphs = case["paragraphs"]
    text = units("".join(item.get("text", "") + mark(item) for item in paragraphs))
    shapes, boxes = boxes_parts(case.get("boxes", ()))
    beyond = case["boxes"][-1]["end"] if case.get("boxes") else 0
    raw = padded(text.encode("utf-16-le", "surrogatepass"))
    first = (TEXT_AT + len(raw)) // SECTOR
    of_paragraphs, of_characters = (
        paragraph_runs(paragraphs),
        character_runs(case, text),
    )
    pages = [page(run, of_paragraphs=True) for run in of_paragraphs]
    pages += [page(run, of_paragraphs=False) for run in of_characters]
    parts = {
        1: style_sheet(case["styles"]) if "styles" in case else b"",
        12: listing(of_characters, first + len(of_paragraphs)),
        13: listing(of_paragraphs, first),
        15: fonts_part(case.get("fonts", ())),
        33: piece_table(text, bytes.fromhex(case.get("laid", ""))),
        40: shapes,
        56: boxes,
        73: lists_part(case.get("lists", ())),
        74: references_part(case.get("references", ())),
    }
    table, places = b"", dict[int, tuple[int, int]]()
    for number, part in parts.items():
        places[number] = len(table), len(part)
        table += part
    head = header(places, (len(text) - beyond, beyond), **case.get("header", {}))
    return {
        "WordDocument": head.ljust(TEXT_AT, b"\0") + raw + b"".join(pages),
        "1Table": table,
        "Data": bytes.fromhex(case.get("data", "")),
    }


def make_doc(case: Mapping[str, Any]) -> bytes:
    return compound(make_streams(case))


@pytest.fixture(scope="session")
def doc() -> Callable[[Mapping[str, Any]], bytes]:
    return make_doc


@pytest.fixture(scope="session")
def streams() -> Callable[[Mapping[str, Any]], dict[str, bytes]]:
    return make_streams


@pytest.fixture(scope="session")
def container() -> Callable[[Mapping[str, bytes]], bytes]:
    return compound
