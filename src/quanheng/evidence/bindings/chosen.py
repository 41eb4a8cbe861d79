"""The one binding of a value where several are given (取数方式唯一)."""

from collections.abc import Sequence
from dataclasses import dataclass

from quanheng.core.bilingual import Words, listed
from quanheng.core.computed.binding import Binding
from quanheng.evidence.bindings.named import NamedBinding


@dataclass(frozen=True, slots=True)
class Chosen:
    """The binding of a value (取数方式).

    Attributes:
        binding: The binding, confirmed or not.
        conflict: How confirmed bindings contradict each other, None if they don't.
    """

    binding: Binding
    conflict: Words | None = None


def chosen(entries: Sequence[NamedBinding]) -> Chosen:
    """The binding among those of one value; a confirmed one goes first.

    Two different confirmed ones cancel each other out: only a person knows which of
    them is meant.
    """
    confirmed = [entry for entry in entries if entry.binding.confirmed]
    one = (confirmed or entries)[-1]
    if all(entry.binding == one.binding for entry in confirmed):
        return Chosen(one.binding)
    places = listed(entry.place for entry in confirmed)
    return Chosen(
        one.binding,
        Words(
            f"取数方式不一致（{places.zh}），应只保留一项",
            f"its bindings differ ({places.en}); keep one of them",
        ),
    )
