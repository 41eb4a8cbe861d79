import pytest

from quanheng.core.field_codes import traces_in, without_bookmarks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[bookmark: _Toc1]一、概况", ["[bookmark: _Toc1]"]),
        ("概况 _Toc61505636", ["_Toc61505636"]),
        (r"{ PAGEREF _Toc1 \h }1", [r"{ PAGEREF _Toc1 \h }"]),
        (r"TOC \o 目录", ["TOC \\o "]),
        ("[附注]正文", []),
        ("正文", []),
    ],
)
def test_traces_of_fields_are_found(text: str, found: list[str]) -> None:
    assert list(traces_in(text)) == found


def test_only_bookmarks_are_read_over() -> None:
    assert without_bookmarks("[bookmark: _Toc1]一、概况[附注]") == "一、概况[附注]"
    assert without_bookmarks("一、概况") == "一、概况"
