"""Every target and actual of the development corpus is read as a clerk reads it."""

import json
from collections.abc import Iterator

from quanheng.core.expression import Unreadable, WhyNot
from quanheng.core.grammar import read_expression
from tests.conftest import CORPUS

CONTRADICTORY = {"28.8万元%": WhyNot.UNKNOWN_UNIT}
"""Cells that no clerk can read either."""


def cells() -> Iterator[str]:
    for file in (CORPUS / "truth").glob("*.json"):
        truth = json.loads(file.read_text(encoding="utf-8"))
        for project in truth.get("projects", [truth]):
            for row in project.get("indicators", []):
                for key in ("weight", "target", "actual", "completion", "score"):
                    value = row.get(key)
                    texts = value if isinstance(value, list) else [value]
                    yield from (text for text in texts if text is not None)


def test_only_contradictory_cells_are_unreadable() -> None:
    read = {text: read_expression(text, 2021) for text in cells()}
    unread = {t: v.why for t, v in read.items() if isinstance(v, Unreadable)}
    assert unread == CONTRADICTORY
