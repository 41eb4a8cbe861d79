"""Font families and the names of their fonts (字体)."""

from collections.abc import Collection, Mapping
from typing import Final

UNNAMED: Final = "—"
"""Stands for a font that the file does not name."""


def is_of_family(
    font: str, families: Collection[str], aliases: Mapping[str, Collection[str]]
) -> bool:
    """Whether a font belongs to one of some families.

    Args:
        font: Its name: 仿宋_GB2312.
        families: The required families: 仿宋.
        aliases: Family → first part of the names of its fonts.
    """
    name = font.casefold()
    return any(
        name.startswith(alias.casefold())
        for family in families
        for alias in aliases.get(family, (family,))
    )
