"""The words at the head of cells (栏目名称)."""

from functools import cache
from importlib.resources import files
from random import Random
from typing import Any, Final

from quanheng.office.plain_yaml import parse_yaml

_UNKNOWN_SHARE: Final = 0.25
"""With all its heads unknown nobody could read a form."""
_MIXED: Final = ("usual", "synonym", "synonym", "shortened", "composed", "hinted")
"""Ways of naming that stand in one form, where it mixes them."""


class Heads:
    """The head words of one form: of each role the same one throughout."""

    def __init__(self, way: str, random: Random) -> None:
        self._way, self._random = way, random
        self._chosen: dict[str, str] = {}

    def __call__(self, role: str) -> str:
        """The head word of a role."""
        if role not in self._chosen:
            self._chosen[role] = self._draw(head_words()[role])
        return self._chosen[role]

    def _draw(self, words: dict[str, Any]) -> str:
        usual: str = words["usual"]
        way = self._way
        if way == "broken":
            half = len(usual) // 2
            return f"{usual[:half]}\n{usual[half:]}" if 4 <= len(usual) <= 6 else usual
        if way == "unknown" and self._random.random() > _UNKNOWN_SHARE:
            return usual
        if way == "mixed":
            way = self._random.choice(_MIXED)
        found = words.get(way, usual)
        return self._random.choice(found) if isinstance(found, list) else str(found)


@cache
def head_words() -> dict[str, dict[str, Any]]:
    """The words of each role, by kind: usual, synonym, unknown and so on."""
    text = files(__package__).joinpath("heads.yaml").read_text("utf-8")
    found: dict[str, dict[str, Any]] = parse_yaml(text)
    return found
