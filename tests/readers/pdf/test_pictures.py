"""Pages and large pictures that hold text which nobody reads are named."""

from collections.abc import Callable
from typing import Any

import pytest

from quanheng.core.errors import UnreadableFileError
from quanheng.core.unread import unread_text
from quanheng.readers import read_document

Pdf = Callable[..., bytes]
TEXT = "本项目年度绩效目标已全部完成，详见下列各项指标。"


def picture(width: float, height: float) -> str:
    """A picture near the lower left corner of the page."""
    pixel = "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI"
    return f"q {width} 0 0 {height} 20 20 cm {pixel} Q"


@pytest.mark.parametrize(
    ("size", "text", "said"),
    [
        ((555, 800), "", ("第2页是扫描图，未读入",)),
        ((555, 800), "— 2 —", ("第2页是扫描图，未读入",)),
        ((555, 800), TEXT * 3, ("第2页有图片，图中文字未读入",)),
        ((400, 300), TEXT, ("第2页有图片，图中文字未读入",)),
        ((100, 100), TEXT, ()),
        ((100, 100), "", ()),
    ],
)
def test_pictures_are_said_by_page(
    size: tuple[int, int], text: str, said: tuple[str, ...], paper: Any, pdf: Pdf
) -> None:
    second = paper().draw(picture(*size))
    if text:
        second.text(50, 50, text, 6)
    document = read_document(pdf(paper().text(50, 50, TEXT), second), "甲.pdf")
    assert unread_text(document.unread) == said
    assert [part.unseen for part in document.unread] == ["扫描" in s for s in said]


def test_a_picture_in_strips_and_in_a_drawing(paper: Any, pdf: Pdf) -> None:
    strips = "\n".join(
        f"q 555 0 0 80 20 {20 + 80 * number} cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"
        for number in range(8)
    )
    for second, form in ((paper().draw(strips), ""), (paper().draw("/X Do"), strips)):
        data = pdf(paper().text(50, 50, TEXT), second, form=form)
        assert unread_text(read_document(data, "甲.pdf").unread) == (
            "第2页是扫描图，未读入",
        )


def test_scans_alone_are_refused_though_their_pages_are_numbered(
    paper: Any, pdf: Pdf
) -> None:
    scans = (paper().draw(picture(555, 800)).text(290, 830, f"{n}") for n in (1, 2))
    with pytest.raises(UnreadableFileError, match="无文字层"):
        read_document(pdf(*scans), "甲.pdf")
