"""Plain text in markup (转义)."""

from html import escape

from quanheng.document.draft_marks import pieces
from quanheng.writers.characters import storable


def text(content: str) -> str:
    """Plain text as markup; markup makes one blank of several, so one is no-break."""
    kept = escape(storable(content)).replace("  ", " \xa0")
    return kept.replace("\n", "<br>")


def marked(content: str) -> str:
    """Text of a report as markup, marks of drafts marked."""
    return "".join(
        f"<mark>{text(piece.text)}</mark>" if piece.is_mark else text(piece.text)
        for piece in pieces(content)
    )


def attribute(content: str) -> str:
    """Plain text as the value of an attribute, in double quotes."""
    return escape(storable(" ".join(content.split())))
