"""Fields by meaning, where a form may name one twice (首个非空值)."""

from collections.abc import Hashable
from typing import TypeVar

from quanheng.core.field import Field

Key = TypeVar("Key", bound=Hashable)


class FirstFilled(dict[Key, Field]):
    """A mapping in which the first value that is filled stays."""

    def put(self, key: Key, value: Field) -> None:
        """Keep a value unless a filled one is known."""
        known = self.get(key)
        if known is None or (not known.raw and value.raw):
            self[key] = value
