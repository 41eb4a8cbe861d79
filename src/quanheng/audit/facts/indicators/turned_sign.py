"""A target with its comparison sign turned round (比较符反向)."""

from typing import Final

from quanheng.audit.rule import Edit
from quanheng.core.field import Field

_TURNED: Final = {"≥": "≤", "≤": "≥", "≧": "≤", "≦": "≥", ">": "<", "<": ">"}


def turned(target: Field) -> tuple[Edit, ...]:
    """The edit that turns a leading ≥ into ≤ and the like; none without such a sign."""
    sign = _TURNED.get(target.raw[:1])
    if sign is None:
        return ()
    return (Edit(target.at, target.raw, sign + target.raw[1:], safe=False),)
