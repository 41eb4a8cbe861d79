"""Old Word files to documents, case by case."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quanheng.core.errors import UnreadableFileError
from quanheng.core.source import Source
from quanheng.document.table import Table
from quanheng.readers import read_document

CASES = yaml.safe_load(Path(__file__).with_name("doc.cases.yaml").read_text("utf-8"))
Maker = Callable[[Mapping[str, Any]], bytes]
ONE = {"paragraphs": [{"text": "甲"}]}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any], doc: Maker, described: Any) -> None:
    assert described(read_document(doc(case), "甲.doc").blocks) == case["blocks"]


def test_cells_have_span_and_place(doc: Maker) -> None:
    cells = [{"text": "甲", "cell": True}, {"row": [0, 2000]}]
    split = [{"cell": True}, {"cell": True}, {"row": [0, 1000, 2000]}]
    (table,) = read_document(doc({"paragraphs": cells + split}), "甲").blocks
    assert isinstance(table, Table)
    assert table.at == Source(table=1)
    assert [
        (cell.at.row, cell.at.column, cell.column_span) for cell in table.cells
    ] == [
        (1, 1, 2),
        (2, 1, 1),
        (2, 2, 1),
    ]


def altered(data: bytes, at: int, value: bytes) -> bytes:
    return data[:at] + value + data[at + len(value) :]


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ({"mark": 0xA5DC}, "Word 95 或更早"),
        ({"version": 0x68}, "Word 95 或更早"),
        ({"mark": 0}, "文件头不是 Word 的"),
        ({"flags": 0x0300}, "密码保护"),
        ({"flags": 0}, "缺少文本片段表"),
    ],
)
def test_header_that_cannot_be_taken(
    header: dict[str, int], message: str, doc: Maker
) -> None:
    with pytest.raises(UnreadableFileError, match=message):
        read_document(doc({**ONE, "header": header}), "甲.doc")


def test_old_file_is_told_what_to_do(doc: Maker) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read_document(doc({**ONE, "header": {"mark": 0xA5DC}}), "甲.doc")
    assert refused.value.hint.zh == "请用 Word 或 WPS 另存为 docx 后再读取"
    assert len(refused.value.message.zh) <= 60


Streams = Callable[[Mapping[str, Any]], dict[str, bytes]]
Container = Callable[[Mapping[str, bytes]], bytes]


@pytest.mark.parametrize(
    ("stream", "change", "message"),
    [
        ("WordDocument", lambda word: word[:300], "内部结构不完整"),
        ("WordDocument", lambda word: word[:1537], "正文不完整"),
        ("1Table", lambda table: b"", "缺少文本片段表"),
        ("1Table", lambda table: table.replace(b"\2\x1c", b"\3\x1c"), "缺少文本片段表"),
        ("1Table", lambda table: table.replace(b"\2\x1c", b"\1\x1c"), "缺少文本片段表"),
        (
            "1Table",
            lambda table: table.replace(b"\1\0\0\0\2\0\0\0", b"\0\0\0\0\2\0\0\0"),
            "片段表次序有误",
        ),
    ],
)
def test_streams_that_lack_something(
    stream: str,
    change: Callable[[bytes], bytes],
    message: str,
    streams: Streams,
    container: Container,
) -> None:
    parts = streams(ONE)
    changed = change(parts[stream])
    assert changed != parts[stream]
    with pytest.raises(UnreadableFileError, match=message):
        read_document(container({**parts, stream: changed}), "甲.doc")


def test_pages_beyond_the_stream_say_nothing(
    streams: Streams, container: Container, described: Any
) -> None:
    parts = streams({"paragraphs": [{"text": "甲", "outline": 0}]})
    word = parts["WordDocument"][:2048]
    blocks = read_document(container({**parts, "WordDocument": word}), "甲").blocks
    assert described(blocks) == ["P@1 甲"]


def test_text_of_one_byte_a_character(streams: Streams, container: Container) -> None:
    parts = streams({"paragraphs": [{"text": "ab"}]})
    word = altered(parts["WordDocument"], 1536, b"\x96b\r")
    piece = bytes(2) + (2 * 1536 | 1 << 30).to_bytes(4, "little") + bytes(2)
    table = b"\2\x10\0\0\0" + b"\0\0\0\0\3\0\0\0" + piece
    at = parts["1Table"].index(b"\2\x1c\0\0\0")
    parts = {
        **parts,
        "WordDocument": word,
        "1Table": altered(parts["1Table"], at, table),
    }
    (block,) = read_document(container(parts), "甲").blocks
    assert getattr(block, "text", "") == "–b"


@pytest.mark.parametrize(
    ("limit", "value", "message"),
    [
        ("quanheng.readers.doc.pieces.LARGEST_TEXT", 3, "文字超过"),
        ("quanheng.readers.doc.formats.LARGEST_FORMATS", 9, "格式超过"),
        ("quanheng.readers.limits.MOST_PLACES", 3, "单元格超过"),
        ("quanheng.readers.limits.DEEPEST_TABLE", 0, "嵌套超过"),
        ("quanheng.readers.compound.LARGEST_STREAM", 999, "数据流超过"),
        ("quanheng.readers.doc.pages.MOST_RUNS", 0, "文字格式超过"),
    ],
)
def test_limits(
    limit: str,
    value: int,
    message: str,
    doc: Maker,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cells = [{"text": "甲", "cell": True}, {"row": [0, 900]}]
    data = doc({"paragraphs": cells * 2, "runs": [["甲", "3c0800"]]})
    read_document(data, "甲.doc")
    monkeypatch.setattr(limit, value)
    with pytest.raises(UnreadableFileError, match=message):
        read_document(data, "甲.doc")


def is_read_or_refused(data: bytes) -> bool:
    try:
        return bool(read_document(data, "甲").name)
    except UnreadableFileError as refused:
        return refused.message.zh != refused.message.en


@given(st.data())
def test_broken_files_are_read_or_refused(doc: Maker, data: st.DataObject) -> None:
    case = data.draw(st.sampled_from(CASES))
    whole = bytearray(doc(case))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(8, len(whole) - 1))
        whole[at] = data.draw(st.integers(0, 255))
    assert is_read_or_refused(bytes(whole))
