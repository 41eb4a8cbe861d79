"""A text in pieces changes where it differs, and only there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.annotate.pieces import Piece, rewritten


def pieces(*texts: str) -> list[Piece]:
    """Pieces; one that begins with ``!`` is fixed."""
    return [Piece(text.removeprefix("!"), text.startswith("!")) for text in texts]


@pytest.mark.parametrize(
    ("given_pieces", "old", "new", "texts"),
    [
        (["达", "100%"], "达100%", "≥100%", ["≥", "100%"]),
        (["100", "%"], "100%", "≥100%", ["≥100", "%"]),
        (["ab", "cd", "ef"], "bcde", "Z", ["aZ", "", "f"]),
        (["!一、", "概况况"], "一、概况况", "一、概况", ["一、", "概况"]),
        (["a", "!\n", "b"], "a\nb", "aX\nbY", ["aX", "\n", "bY"]),
        (["等级为", "优秀", "。"], "优秀", "优", ["等级为", "优", "。"]),
        (["12", "", "3"], "123", "124", ["12", "", "4"]),
    ],
)
def test_each_piece_keeps_what_stays(
    given_pieces: list[str], old: str, new: str, texts: list[str]
) -> None:
    assert rewritten(pieces(*given_pieces), old, new) == texts


@pytest.mark.parametrize(
    ("given_pieces", "old", "new"),
    [
        (["!一、", "概况"], "一、概况", "二、概况"),
        (["a", "!\n", "b"], "a\nb", "ab"),
        (["!（1）"], "（1）", "（1）甲"),
        (["优秀，优秀"], "优秀", "优"),
        (["甲"], "乙", "丙"),
        (["甲"], "", "丙"),
    ],
)
def test_what_is_fixed_unclear_or_absent_does_not_change(
    given_pieces: list[str], old: str, new: str
) -> None:
    assert rewritten(pieces(*given_pieces), old, new) is None


@given(st.lists(st.text("甲乙%1", max_size=6), min_size=1, max_size=6), st.text("甲2"))
def test_joined_pieces_are_the_new_text(parts: list[str], new: str) -> None:
    whole = "".join(parts)
    made = rewritten([Piece(part) for part in parts], whole, new)
    if whole:
        assert made is not None
        assert "".join(made) == new
        assert len(made) == len(parts)
    else:
        assert made is None
