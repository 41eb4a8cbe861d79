"""Marks of drafts are told from the text around them."""

import pytest

from quanheng.document.draft_marks import pieces


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("【草稿】全年预算60.00万元。", ["【草稿】"]),
        (
            "【草稿】原因是【请填写：原因】，由【请填写：责任人】负责。",
            ["【草稿】", "【请填写：原因】", "【请填写：责任人】"],
        ),
        (
            "[draft] The cause is [to fill in: cause].",
            ["[draft]", "[to fill in: cause]"],
        ),
        ("【请填写：没有写完\n下一行】", []),
        ("【附件】请填写：[1]", []),
        ("", []),
    ],
)
def test_marks_stand_out_and_no_sign_is_lost(text: str, marks: list[str]) -> None:
    found = list(pieces(text))
    assert [piece.text for piece in found if piece.is_mark] == marks
    assert "".join(piece.text for piece in found) == text
    assert all(piece.text for piece in found)
