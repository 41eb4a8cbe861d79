"""What was not read is said in one sentence a reason."""

import pytest

from quanheng.core.bilingual import Words
from quanheng.core.source import Source
from quanheng.core.unread import NOT_UNDERSTOOD, SCANNED, Unread, unread_text


@pytest.mark.parametrize(
    ("pages", "zh", "en"),
    [
        ([4], "第4页是扫描图，未读入", "page 4: a scanned picture, not read"),
        (
            [2, 4, 5, 6],
            "第2页、第4—6页是扫描图，未读入",
            "page 2, pages 4–6: a scanned picture, not read",
        ),
        (
            [1, 3, 5, 7, 9, 11, 13],
            "第1页、第3页、第5页、第7页、第9页、第11页等7处是扫描图，未读入",
            "page 1, page 3, page 5, page 7, page 9, page 11 and 1 more: "
            "a scanned picture, not read",
        ),
    ],
)
def test_pages_that_follow_one_another_are_one_place(
    pages: list[int], zh: str, en: str
) -> None:
    parts = [Unread(Source(page=page), SCANNED) for page in pages]
    assert unread_text(parts) == (zh,)
    assert unread_text(parts, "en") == (en,)


def test_each_reason_has_its_sentence() -> None:
    parts = [
        Unread(Source(table=2), NOT_UNDERSTOOD),
        Unread(Source(page=4), SCANNED),
        Unread(Source(table=3), NOT_UNDERSTOOD),
        Unread(Source(), Words("已加密", "encrypted")),
    ]
    assert unread_text(parts) == (
        "表2、表3未能识别",
        "第4页是扫描图，未读入",
        "全文已加密",
    )
