"""The strokes that bars are drawn with: as wide as their place allows (图形笔画)."""

from collections.abc import Iterable
from typing import Final

HEIGHT: Final = 23
"""Pixels of one row of a chart."""
CUT: Final = (
    '<svg class="cut" x="100%"><path d="M-16 3l6 8.5-6 8.5m5-17l6 8.5-6 8.5"/></svg>'
)
"""The mark of a bar that goes on beyond the edge."""


def drawing(parts: Iterable[str]) -> str:
    """One row's drawing; what it shows is also said in words."""
    return (
        f'<svg aria-hidden="true" focusable="false" width="100%" height="{HEIGHT}">'
        f"{''.join(parts)}</svg>"
    )


def band(kind: str, lane: tuple[int, int], start: str, width: str) -> str:
    """A bar.

    Args:
        kind: Its look: ``full``, ``half``, ``open``, ``track`` or ``outline``.
        lane: Its upper edge and its height in pixels.
        start: Where it begins, in percent of the width.
        width: How long it is, in percent of the width.
    """
    top, height = lane
    return (
        f'<rect class="{kind}" x="{start}" y="{top}" width="{width}" '
        f'height="{height}"/>'
    )


def dashed(middle: float, start: str, end: str) -> str:
    """A broken line: nothing was reached, or nothing is known."""
    return f'<line class="gap" x1="{start}" x2="{end}" y1="{middle}" y2="{middle}"/>'


def tick(at: str) -> str:
    """A mark across the row."""
    return f'<line class="tick" x1="{at}" x2="{at}" y1="0" y2="{HEIGHT}"/>'
