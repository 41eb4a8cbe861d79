"""Reverse the comparison sign of a target (比较符反向)."""

from typing import Final

from quanheng.audit.rule import Edit
from quanheng.core.field import Field

_TURNED: Final = {"≥": "≤", "≤": "≥", "≧": "≤", "≦": "≥", ">": "<", "<": ">"}


def turned(target: Field) -> tuple[Edit, ...]:
    """The edit that turns a leading ≥ into ≤ and the like; empty without a sign."""
    sign = _TURNED.get(target.raw[:1])
    if sign is None:
        return ()
    return (Edit.on(target, sign + target.raw[1:], safe=False),)
