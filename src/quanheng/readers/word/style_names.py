"""Style kinds by name (样式名)."""

import re
from typing import Final

_HEADING: Final = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_TITLES: Final = frozenset({"title", "标题"})
_CONTENTS: Final = re.compile(r"(?:toc|目录|contents)(?![a-z])", re.IGNORECASE)


def level_of_name(name: str) -> int | None:
    """The heading level, 0 for a title, None for body text."""
    if match := _HEADING.fullmatch(name):
        return int(match[1])
    return 0 if name.lower() in _TITLES else None


def is_of_contents(name: str) -> bool:
    """Whether the style belongs to the table of contents (目录)."""
    return bool(_CONTENTS.match(name))
