"""What the name of an indicator limits beyond its subject (指标名称中的限定).

“宣传手册印制数量” counts no leaflets, “入选市级以上案例集” no county ones: the limit is
proposed with the binding; one that no condition can express is mentioned.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from quanheng.core.bilingual import Words, joined
from quanheng.core.computed.binding import Binding, Condition
from quanheng.law.book import Law
from quanheng.registers.kind import RegisterField
from quanheng.registers.kinds import common_parts, kinds

QUALIFIERS: Final = "words.indicator_qualifiers"
_UP: Final = ("及以上", "以上")
_DOWN: Final = ("及以下", "以下")
_SHORTEST: Final = 2
_OTHER: Final = "其他"


def limits_named(name: str, binding: Binding) -> Iterator[Condition]:
    """The conditions in a name: choices of a field with a pick list that it holds."""
    kind = kinds().get(binding.register)
    taken = {condition.field for condition in binding.where}
    for field in kind.fields if kind else ():
        if field.name not in taken and (values := _values(name, field)):
            yield Condition(field.name, values)


def _values(name: str, field: RegisterField) -> tuple[str, ...]:
    found = [
        choice
        for choice in field.choices
        if choice in name and len(choice) >= _SHORTEST and choice != _OTHER
    ]
    levels = _levels()
    if field.choices == levels and len(found) == 1:
        at = levels.index(found[0])
        if _is_followed(name, found[0], _UP):
            return levels[: at + 1]
        if _is_followed(name, found[0], _DOWN):
            return levels[at:]
    return tuple(found)


def _levels() -> tuple[str, ...]:
    return tuple(common_parts().choices["levels"])


def _is_followed(name: str, choice: str, ends: Sequence[str]) -> bool:
    return any(choice + end in name for end in ends)


def said_of_limits(
    name: str, binding: Binding, added: Sequence[Condition], law: Law
) -> Words:
    """The conditions added by a name, and the limits in it that none covers."""
    kind = kinds()[binding.register]
    titles = [(kind.field(one.field).title, "、".join(one.values)) for one in added]
    parts = [
        Words(
            f"按名称限定{title.zh}为{values}",
            f"limited by the name to {title.en.lower()} {values}",
        )
        for title, values in titles
    ]
    levels = _levels()
    held = any(one.values == levels[: len(one.values)] for one in added)
    left = [
        word
        for word in law.words(QUALIFIERS)
        if word in name and not (held and word in (*_UP, *_DOWN))
    ]
    if left:
        listed = "”“".join(left)
        parts.append(
            Words(
                f"未含“{listed}”的限定，应核对",
                f"“{listed}” in the name is not limited to: look",
            )
        )
    return joined(parts)
