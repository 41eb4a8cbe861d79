"""Compound files, whole and broken."""

import struct
from collections.abc import Callable, Mapping

import pytest

from quanheng.core.errors import UnreadableFileError
from quanheng.readers.compound import CompoundFile

Container = Callable[[Mapping[str, bytes]], bytes]
SMALL, LARGE = b"small" * 100, b"large" * 1000


@pytest.fixture(scope="module")
def whole(container: Container) -> bytes:
    return container({"甲": SMALL, "乙": LARGE, "空": b""})


def changed(data: bytes, at: int, *numbers: int) -> bytes:
    return (
        data[:at]
        + struct.pack(f"<{len(numbers)}I", *numbers)
        + data[at + 4 * len(numbers) :]
    )


def test_streams_are_read_in_full(whole: bytes) -> None:
    file = CompoundFile(whole)
    assert file.stream("甲") == SMALL
    assert file.stream("乙") == LARGE
    assert file.stream("空") == file.stream("无") == b""


def test_list_of_more_allocation_sectors(whole: bytes) -> None:
    """The first allocation sector listed in a sector of its own."""
    sectors = len(whole) // 512 - 1
    listed = changed(whole, 0x4C, *[0xFFFFFFFF] * 109)
    listed = changed(changed(listed, 0x2C, 110), 0x44, sectors)
    file = CompoundFile(listed + struct.pack("<128I", *[0] * 127, 0xFFFFFFFE))
    assert file.stream("甲") == SMALL
    assert file.stream("乙") == LARGE


def test_lists_in_a_circle_end(whole: bytes) -> None:
    sectors = len(whole) // 512 - 1
    circle = struct.pack("<128I", *[0xFFFFFFFF] * 127, sectors)
    file = CompoundFile(changed(changed(whole, 0x2C, 9999), 0x44, sectors) + circle)
    assert file.stream("乙") == LARGE


def test_entries_in_a_circle_end(whole: bytes) -> None:
    directory = whole.index("Root".encode("utf-16-le"))
    circled = changed(whole, directory + 128 + 68, 1, 0)
    assert CompoundFile(circled).stream("甲") == SMALL


@pytest.mark.parametrize(
    ("at", "number"),
    [
        (0x1E, 7),
        (0x2C, 0),
        (0x30, 0xFFFFFFFE),
        (0x30, 99),
        (0x200 + 4, 1),
    ],
    ids=["sector size", "no allocation", "no directory", "beyond", "circle"],
)
def test_broken_chains_are_refused(at: int, number: int, whole: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="复合文档不完整"):
        CompoundFile(changed(whole, at, number)).stream("乙")


def test_cut_files_are_refused(whole: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="复合文档不完整"):
        CompoundFile(whole[:20])
    with pytest.raises(UnreadableFileError, match="复合文档不完整"):
        CompoundFile(whole[:-600]).stream("甲")
