"""Change a text that is stored in several pieces (逐段改字)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text with its own formatting (文字段).

    A fixed one can't be changed: a line break or an automatic number.
    """

    text: str
    is_fixed: bool = False


def rewritten(pieces: Sequence[Piece], old: str, new: str) -> list[str] | None:
    """The texts of all pieces with one text replaced by another.

    Only characters that differ change, so that each piece keeps its formatting; new
    ones go to the piece where they begin.

    Returns:
        The texts, or None if the old text does not occur exactly once or the change
        affects a fixed piece.
    """
    whole = "".join(piece.text for piece in pieces)
    if not old or whole.count(old) != 1:
        return None
    first = whole.index(old)
    texts = [piece.text for piece in pieces]
    # Last to first, so that earlier positions stay valid.
    for start, end, words in reversed(list(_differences(old, new))):
        if not _put(pieces, texts, (first + start, first + end), words):
            return None
    return texts


def _differences(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """The ranges of the old text that differ, each with its replacement."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind != "equal":
            yield start, end, new[first:last]


def _put(
    pieces: Sequence[Piece], texts: list[str], span: tuple[int, int], words: str
) -> bool:
    """Replace a range of the whole text; return False if it has a fixed piece."""
    start, end = span
    left, place = words, 0
    for number, piece in enumerate(pieces):
        low = max(start - place, 0)
        high = min(end - place, len(piece.text))
        place += len(piece.text)
        # An insertion belongs to the first piece that reaches its position.
        touched = low < high or (start == end and low == high and bool(left))
        if touched and piece.is_fixed and low < high:
            return False
        if touched and not piece.is_fixed:
            current = texts[number]
            texts[number] = current[:low] + left + current[high:]
            left = ""
    return not left
