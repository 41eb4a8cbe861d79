"""The one binding of a value where several are given (取数方式唯一)."""

from collections.abc import Sequence
from dataclasses import dataclass

from quanheng.core.bilingual import Words
from quanheng.core.binding import Binding
from quanheng.evidence.bindings.named import NamedBinding


@dataclass(frozen=True, slots=True)
class Chosen:
    """How a value is computed, or why nobody can say (取数方式).

    Attributes:
        binding: The binding, confirmed or not.
        conflict: What contradicts it; None where nothing does.
    """

    binding: Binding
    conflict: Words | None = None


def chosen(entries: Sequence[NamedBinding]) -> Chosen:
    """The binding among those of one value: what a person confirmed goes first.

    Two confirmed ones that say different things cancel each other out: which of them
    is meant only a person knows, and a value by chance would be an untruth.

    Args:
        entries: The bindings of the value, at least one.
    """
    confirmed = [entry for entry in entries if entry.binding.confirmed]
    one = (confirmed or entries)[-1]
    if all(entry.binding == one.binding for entry in confirmed):
        return Chosen(one.binding)
    zh = "、".join(entry.place.zh for entry in confirmed)
    en = ", ".join(entry.place.en for entry in confirmed)
    return Chosen(
        one.binding,
        Words(
            f"取数方式不一致（{zh}），应只保留一项",
            f"its bindings differ ({en}); keep one of them",
        ),
    )
