"""Archives keep what does not change, byte by byte."""

import io
import zipfile

import pytest

from quanheng.annotate.archive import with_members
from tests.annotate.conftest import members


def packed(*names: str, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        archive.comment = b"kept"
        for name in names:
            archive.writestr(name, name * 50)
    return held.getvalue()


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_only_the_named_member_changes(method: int) -> None:
    data = packed("甲.xml", "b", "c", method=method)
    new = with_members(data, {"b": b"new", "z": b"added"})
    assert members(new) == {**members(data), "b": b"new", "z": b"added"}


def test_order_dates_and_comment_are_kept() -> None:
    data = packed("a", "b", "c")
    with zipfile.ZipFile(io.BytesIO(with_members(data, {"a": b"1"}))) as new:
        assert new.namelist() == ["a", "b", "c"]
        assert new.comment == b"kept"
        with zipfile.ZipFile(io.BytesIO(data)) as old:
            dates = [info.date_time for info in old.infolist()]
        assert [info.date_time for info in new.infolist()] == dates


def test_other_members_are_not_packed_anew() -> None:
    data = packed("a", "b")
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        start = old.getinfo("b").header_offset
        end = start + 30 + 1 + old.getinfo("b").compress_size
    assert data[start:end] in with_members(data, {"a": b"1"})


def test_of_members_with_one_name_the_one_that_is_read_changes() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a", "first")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a", "second")
    assert members(with_members(held.getvalue(), {"a": b"new"})) == {"a": b"new"}


def test_data_before_the_archive_does_no_harm() -> None:
    data = b"#!stub\n" + packed("a", "b")
    assert members(with_members(data, {"a": b"1"}))["b"] == b"b" * 50


def test_equal_input_gives_equal_output() -> None:
    data = packed("a")
    assert with_members(data, {"n": b"1"}) == with_members(data, {"n": b"1"})
