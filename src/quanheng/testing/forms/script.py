"""The same text in another script, or with what the web leaves in it (字形)."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any, Final

from quanheng.office.plain_yaml import parse_yaml
from quanheng.testing.forms.grid import Block, Line, Sheet, Strip


class Writing:
    """Writes blocks and their truth in a script."""

    def __init__(self, script: str) -> None:
        self._text = _SCRIPTS[script]

    def block(self, block: Block) -> Block:
        """A block as it is written."""
        if isinstance(block, Line):
            return replace(block, text=self._text(block.text))
        rows = [
            Strip(
                row.kind,
                tuple(replace(cell, text=self._text(cell.text)) for cell in row.cells),
            )
            for row in block.rows
        ]
        return Sheet(rows, block.width)

    def truth(self, value: Any) -> Any:
        """A truth in which the text as written is right beside the plain one."""
        if isinstance(value, dict):
            return {key: self.truth(inner) for key, inner in value.items()}
        if isinstance(value, list) and any(isinstance(part, dict) for part in value):
            return [self.truth(part) for part in value]
        if isinstance(value, list | str):
            plain = value if isinstance(value, list) else [value]
            written = [text if text is None else self._text(text) for text in plain]
            both = list(dict.fromkeys([*plain, *written]))
            return both if len(both) > 1 or isinstance(value, list) else value
        return value


def _traditional(text: str) -> str:
    return text.translate(_signs("traditional"))


def _with_readings(text: str) -> str:
    readings = _data()["pinyin"]
    return "".join(
        f"{sign}({readings[sign]})" if sign in readings else sign
        for sign in _traditional(text)
    )


def _with_odd_signs(text: str) -> str:
    return text.translate(_signs("odd_signs"))


_SCRIPTS: Final[dict[str, Callable[[str], str]]] = {
    "simplified": str,
    "traditional": _traditional,
    "pinyin": _with_readings,
    "odd_signs": _with_odd_signs,
}


@cache
def _signs(name: str) -> dict[int, Any]:
    data = _data()
    if name == "odd_signs":
        return str.maketrans(data["odd_signs"])
    return dict(str.maketrans(data["simplified"], data["traditional"]))


@cache
def _data() -> dict[str, Any]:
    text = files(__package__).joinpath("script.yaml").read_text("utf-8")
    found: dict[str, Any] = parse_yaml(text)
    return found
