"""SVG shapes of bars, which scale with their cell (图形笔画)."""

from collections.abc import Iterable
from typing import Final

HEIGHT: Final = 23
"""Height of a chart row in pixels."""
CUT: Final = (
    '<svg class="cut" x="100%"><path d="M-16 3l6 8.5-6 8.5m5-17l6 8.5-6 8.5"/></svg>'
)
"""The mark of a bar that is cut off."""


def drawing(parts: Iterable[str]) -> str:
    """The drawing of a row, hidden from screen readers."""
    return (
        f'<svg aria-hidden="true" focusable="false" width="100%" height="{HEIGHT}">'
        f"{''.join(parts)}</svg>"
    )


def band(kind: str, lane: tuple[int, int], start: str, width: str) -> str:
    """A bar of a kind: ``full``, ``half``, ``open``, ``track`` or ``outline``.

    ``lane`` is its upper edge and height in pixels; ``start`` and ``width`` are
    percentages.
    """
    top, height = lane
    return (
        f'<rect class="{kind}" x="{start}" y="{top}" width="{width}" '
        f'height="{height}"/>'
    )


def dashed(middle: float, start: str, end: str) -> str:
    """A dashed line for values not reached or unknown."""
    return f'<line class="gap" x1="{start}" x2="{end}" y1="{middle}" y2="{middle}"/>'


def tick(at: str) -> str:
    """A vertical mark."""
    return f'<line class="tick" x1="{at}" x2="{at}" y1="0" y2="{HEIGHT}"/>'
