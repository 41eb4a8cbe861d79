"""The common and the changed stretches of two texts (文字差异)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_TOKEN: Final = re.compile(r"\d[\d.,]*|[A-Za-z]+|\s+|.", re.DOTALL)
"""A figure or a Latin word changes as a whole, a Chinese text sign by sign."""
_SHORTEST_KEPT: Final = 2
"""Least number of common tokens shown as unchanged between two changes."""
_LONGEST: Final = 20_000
"""Most tokens of both texts together that are compared in detail."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of two texts (片段): the same in both, or an old and a new wording.

    Attributes:
        old: What the old text has here.
        new: What the new text has here.
    """

    old: str
    new: str

    @property
    def is_same(self) -> bool:
        """Whether both texts have the same here."""
        return self.old == self.new


def stretches(old: str, new: str) -> tuple[Stretch, ...]:
    """Two texts cut into what they share and what differs, in order."""
    ones, twos = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(ones) + len(twos) > _LONGEST:
        return (Stretch(old, new),)
    return tuple(_joined(_aligned(ones, twos)))


def _aligned(ones: Sequence[str], twos: Sequence[str]) -> Iterator[Stretch]:
    # Loaded only where two texts really differ.
    from rapidfuzz.distance import Indel  # noqa: PLC0415

    for step in Indel.opcodes(ones, twos):
        old = ones[step.src_start : step.src_end]
        new = twos[step.dest_start : step.dest_end]
        kept = step.tag == "equal" and len(old) >= _SHORTEST_KEPT
        at_edge = step.src_start == 0 or step.src_end == len(ones)
        if step.tag == "equal" and not kept and not at_edge:
            # A sign in common between two changes would only chop them up.
            yield Stretch("".join(old), "")
            yield Stretch("", "".join(new))
        else:
            yield Stretch("".join(old), "".join(new))


def _joined(parts: Iterator[Stretch]) -> Iterator[Stretch]:
    """Neighbouring stretches merged, changed and unchanged ones apart."""
    waiting: Stretch | None = None
    for part in parts:
        if waiting is None:
            waiting = part
        elif waiting.is_same is part.is_same:
            waiting = Stretch(waiting.old + part.old, waiting.new + part.new)
        else:
            yield waiting
            waiting = part
    if waiting is not None:
        yield waiting
