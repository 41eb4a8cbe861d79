"""Plain text as HTML (转义)."""

from html import escape

from quanheng.document.draft_marks import pieces
from quanheng.writers.characters import storable


def text(content: str) -> str:
    """Plain text as HTML, with repeated blanks kept."""
    kept = escape(storable(content)).replace("  ", " \xa0")
    return kept.replace("\n", "<br>")


def marked(content: str) -> str:
    """Text of a report as HTML, with marks of drafts highlighted."""
    return "".join(
        f"<mark>{text(piece.text)}</mark>" if piece.is_mark else text(piece.text)
        for piece in pieces(content)
    )


def attribute(content: str) -> str:
    """Plain text as an attribute value in double quotes."""
    return escape(storable(" ".join(content.split())))
