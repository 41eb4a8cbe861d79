"""A font that a file only names is measured alike, whatever the machine has."""

from collections.abc import Callable
from typing import Any

import pytest

from quanheng.readers.pdf.engine import pages_of

NAMED = (
    "<< /Font << /C << /Type /Font /Subtype /{kind} /BaseFont /{name} "
    "/Encoding /{encoding} {more} >> >> >>"
)
CID = (
    "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 >>]"
)


def boxes(data: bytes) -> dict[str, tuple[int, ...]]:
    """Each sign with its box in hundredths of a point."""
    (page,) = pages_of(data)
    return {g.text: tuple(round(100 * edge) for edge in g.box) for g in page.glyphs}


def test_boxes_are_the_em_of_our_own_font(paper: Any, pdf: Callable[..., Any]) -> None:
    found = boxes(pdf(paper().text(50, 50, "绩效，").text(50, 90, "a1")))
    assert [found[sign] for sign in "绩效，"] == [
        (5000, -80080, 6000, -79081),
        (6000, -80080, 7000, -79081),
        (7000, -80080, 8000, -79081),
    ]
    assert found["a"] == (5000, -76145, 5556, -74976)


@pytest.mark.parametrize("name", ["SimSun", "FangSong_GB2312", "No-Such-Font"])
@pytest.mark.parametrize(
    ("encoding", "codec"),
    [("GBK-EUC-H", "gbk"), ("UniGB-UTF16-H", "utf-16-be"), ("GB-EUC-H", "gb2312")],
)
def test_fonts_and_encodings_that_chinese_programs_name(
    name: str, encoding: str, codec: str, pdf: Callable[..., bytes], paper: Any
) -> None:
    data = pdf(
        paper().draw(f"BT /C 10 Tf 50 700 Td <{'预算'.encode(codec).hex()}> Tj ET")
    )
    font = NAMED.format(
        kind="Type0", name=name, encoding=encoding, more=CID.format(name=name)
    )
    start = data.index(b"/Resources ") + len(b"/Resources ")
    end = data.index(b"\nendobj", start)
    named = data[:start] + font.encode() + b" >>" + data[end:]
    assert boxes(named) == {
        "预": (5000, -70880, 6000, -69881),
        "算": (6000, -70880, 7000, -69881),
    }
