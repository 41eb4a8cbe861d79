"""Valid and unique sheet names (工作表名称)."""

import re
from typing import Final

_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\]")
_LONGEST: Final = 31
_WHERE_EMPTY: Final = "表"


class SheetNames:
    """Makes the sheet names of a workbook (工作表名称)."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, title: str) -> str:
        """A valid name similar to the title; duplicates get a number."""
        plain = _FORBIDDEN.sub(" ", title).strip(" '")[:_LONGEST].strip(" '")
        plain = plain or _WHERE_EMPTY
        name, count = plain, 1
        while name.casefold() in self._taken:
            count += 1
            tail = f"_{count}"
            name = plain[: _LONGEST - len(tail)] + tail
        self._taken.add(name.casefold())
        return name
