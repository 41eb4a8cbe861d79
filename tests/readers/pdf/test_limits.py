"""What can't be read is refused in one sentence."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.core.errors import UnreadableFileError
from quanheng.readers import read_document

Pdf = Callable[..., bytes]
LOCKED = (
    "/Encrypt << /Filter /Standard /V 1 /R 2 /O <{0}> /U <{0}> /P -4 >> /ID [<00> <00>]"
)


def refusal(data: bytes) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as refused:
        read_document(data, "甲.pdf")
    assert len(refused.value.message.zh) <= 60
    assert refused.value.message.en != refused.value.message.zh
    return refused.value


def test_pages_without_text_have_no_text_layer(paper: Any, pdf: Pdf) -> None:
    assert "无文字层" in refusal(pdf(paper(), paper().line(1, 1, 99, 1))).message.zh


def test_a_file_with_a_password_is_refused(paper: Any, pdf: Pdf) -> None:
    locked = pdf(paper().text(70, 70, "甲"), trailer=LOCKED.format("ab" * 32))
    assert "密码保护" in refusal(locked).message.zh


def test_damaged_files_are_refused(paper: Any, pdf: Pdf) -> None:
    whole = pdf(paper().text(70, 70, "甲"))
    assert "末尾缺失" in refusal(whole[:-7]).message.zh
    declared = whole.replace(b"%PDF-1.4\n", b"%PDF-1.4\n%<</Linearized 1/L 99999 >>\n")
    assert "末尾缺失" in refusal(declared).message.zh
    assert "不是完整的 PDF" in refusal(b"%PDF-1.4\n%%EOF").message.zh
    lost = whole.replace(b"/Type /Page /Parent", b"/Type /Nope /Parent")
    lost = lost.replace(b"/Kids [4 0 R]", b"/Kids [9 0 R]")
    assert "第1页无法读取" in refusal(lost).message.zh


@pytest.mark.parametrize(
    ("limit", "value", "message"),
    [
        ("engine.MOST_PAGES", 1, "超过1页"),
        ("drawing.MOST_CHARACTERS", 3, "文字超过"),
        ("drawing.MOST_OBJECTS", 9, "图形超过"),
        ("integrity.LARGEST_DRAWING", 9, "一处内容解压后超过"),
        ("integrity.MOST_DRAWN", 99, "全部页面内容解压后超过"),
    ],
)
def test_limits(
    limit: str,
    value: int,
    message: str,
    paper: Any,
    pdf: Pdf,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = paper().rows(70, 100, [60, 60], [["甲乙", "丙丁"]])
    data = pdf(page, page, deflated=True)
    read_document(data, "甲.pdf")
    monkeypatch.setattr(f"quanheng.readers.pdf.{limit}", value)
    assert message in refusal(data).message.zh


def test_grids_have_the_limit_of_all_tables(
    paper: Any, pdf: Pdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = pdf(paper().rows(70, 100, [60, 60], [["甲", "乙"]]))
    monkeypatch.setattr("quanheng.readers.limits.MOST_PLACES", 7)
    assert "单元格超过" in refusal(data).message.zh


def test_parts_that_are_compressed_twice_are_not_expanded(paper: Any, pdf: Pdf) -> None:
    data = pdf(paper().text(70, 70, "甲"), deflated=True)
    twice = data.replace(
        b"/Filter /FlateDecode", b"/Filter [/FlateDecode /FlateDecode]"
    )
    assert "重复压缩" in refusal(twice).message.zh


def test_drawings_inside_themselves_end(paper: Any, pdf: Pdf) -> None:
    page = paper().text(70, 70, "甲").draw("/X Do")
    data = pdf(page, form="/X Do 70 70 m 99 70 l S")
    assert read_document(data, "甲.pdf").blocks


@given(st.data())
def test_broken_files_are_read_or_refused(paper: Any, pdf: Pdf, data: Any) -> None:
    whole = bytearray(
        pdf(paper().rows(70, 100, [60, 60], [["甲", "乙"]]), deflated=True)
    )
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place] = data.draw(st.integers(0, 255))
    with suppress(UnreadableFileError):
        assert read_document(bytes(whole), "甲.pdf").blocks
