"""A text that stands in several pieces, changed where it differs (逐段改字)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text with its own formatting (文字段).

    Attributes:
        text: What it says.
        is_fixed: Whether it can't be written to: a line break, an automatic number.
    """

    text: str
    is_fixed: bool = False


def rewritten(pieces: Sequence[Piece], old: str, new: str) -> list[str] | None:
    """The texts of all pieces with one text put for another.

    Only characters that differ are touched, so that each piece keeps its formatting;
    what is new goes to the piece where it begins.

    Args:
        pieces: The pieces of the whole text in order.
        old: A part of the whole text that stands there once.
        new: What is to stand in its place.

    Returns:
        The texts, or None where that part does not stand there once, or the change
        reaches into a fixed piece.
    """
    whole = "".join(piece.text for piece in pieces)
    if not old or whole.count(old) != 1:
        return None
    first = whole.index(old)
    texts = [piece.text for piece in pieces]
    # From the last to the first: the places before a change stay as they are.
    for start, end, words in reversed(list(_differences(old, new))):
        if not _put(pieces, texts, (first + start, first + end), words):
            return None
    return texts


def _differences(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """The ranges of the old text that differ, each with what is to stand there."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind != "equal":
            yield start, end, new[first:last]


def _put(
    pieces: Sequence[Piece], texts: list[str], span: tuple[int, int], words: str
) -> bool:
    """Put words for a range of the whole text; False where a fixed piece is in it."""
    start, end = span
    left, place = words, 0
    for number, piece in enumerate(pieces):
        low = max(start - place, 0)
        high = min(end - place, len(piece.text))
        place += len(piece.text)
        # What is only added belongs to the first piece that reaches to its place.
        touched = low < high or (start == end and low == high and bool(left))
        if touched and piece.is_fixed and low < high:
            return False
        if touched and not piece.is_fixed:
            said = texts[number]
            texts[number] = said[:low] + left + said[high:]
            left = ""
    return not left
