"""The head of a table of indicators, in one row or two (指标表的表头)."""

from collections.abc import Mapping, Sequence
from typing import Final

from quanheng.testing.forms.grid import Cell, Part, Strip, strip
from quanheng.testing.forms.layout import Layout

_LEVELS: Final = frozenset(("level1", "level2", "level3", "level4", "group"))
_THREE: Final = frozenset(("sign", "number", "measure"))


def head_of(layout: Layout, columns: Sequence[str], words: Mapping[str, str]) -> Part:
    """The rows of the head.

    Args:
        layout: How the form is laid out.
        columns: The role of each column.
        words: The head word of each role.
    """
    texts = [_text(role, layout, words) for role in columns]
    if layout["target"] == "spanning":
        return [_spanning(columns, texts, words["target"])]
    if layout["target"] == "under_one_head":
        return _stacked(columns, texts, words["target"], _THREE)
    match layout["stacked"]:
        case "levels":
            rows = _stacked(columns, texts, words["indicators"], _LEVELS)
        case "results":
            rows = _stacked(columns, texts, "完成情况", _results(columns))
        case "broken":
            rows = _broken(texts)
        case _:
            rows = [strip("head", *texts)]
    return rows


def _text(role: str, layout: Layout, words: Mapping[str, str]) -> str:
    if role == "target" and layout["target"] == "with_actual":
        return f"{words['target']}\n{words['actual']}"
    if role == "group":
        return words["level3"]
    if role == "score" and layout["fields"] == "points_head":
        return "90"
    return words[role]


def _results(columns: Sequence[str]) -> frozenset[str]:
    """What was done and what it earned, with all that stands between."""
    first, last = sorted((columns.index("actual"), columns.index("score")))
    return frozenset(columns[first : last + 1])


def _spanning(columns: Sequence[str], texts: Sequence[str], word: str) -> Strip:
    """One head word over sign, number and unit, which have none of their own."""
    cells = []
    for role, text in zip(columns, texts, strict=True):
        if role == "sign":
            cells.append(Cell(word, across=3))
        elif role not in _THREE:
            cells.append(Cell(text))
    return strip("head", *cells)


def _stacked(
    columns: Sequence[str], texts: Sequence[str], word: str, roles: frozenset[str]
) -> Part:
    """One head word above the heads of some columns, which stand together."""
    under = [n for n, role in enumerate(columns) if role in roles]
    upper: list[Cell] = []
    lower: list[Cell] = []
    for place, text in enumerate(texts):
        if place not in under:
            upper.append(Cell(text, down=2))
            continue
        if place == under[0]:
            upper.append(Cell(word, across=len(under)))
        lower.append(Cell(text))
    return [strip("head", *upper), strip("head", *lower)]


def _broken(texts: Sequence[str]) -> Part:
    """Head words that go on in a second row, as narrow columns are typed."""
    half = [len(text) // 2 if len(text) >= 4 else len(text) for text in texts]
    upper = [text[:cut] for text, cut in zip(texts, half, strict=True)]
    lower = [text[cut:] for text, cut in zip(texts, half, strict=True)]
    return [strip("head", *upper), strip("head", *lower)]
