"""Which rows cut from glued text are certain: no value rather than a wrong one (确定).

Where no gap parts the cells, a value is certain only if both of its ends are: a class
or a figure before it, a figure, a sentence or a label behind it.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from quanheng.document.table import Cell
from quanheng.forms.labels import is_label, label_at, meaning
from quanheng.forms.recognising.dumps.columned import Line
from quanheng.forms.recognising.judging.evidence import evidence
from quanheng.language.folding import folded

_LEAST: Final = 0.7
"""A table of which a smaller share of the rows is certain gives none."""
_SHORTEST_NAME: Final = 3
_SHORTEST_CLASS: Final = 4
_LONGEST_BARE: Final = 8
_NAMES: Final = frozenset(("phrase", "word"))
_VALUES: Final = _NAMES | {
    *("signed", "number", "percent", "range", "date", "amount", "grade"),
}
_POINTS: Final = frozenset(("number", "points"))
_MOST_POINTS: Final = 100
_LEVELS: Final = ("level1", "level2")
_TOLD: Final = ("actual", "completion", "weight", "score")
"""Columns that a row fills, where a table has them."""
_VALUED: Final = ("target", "actual", "completion")
_OF_VALUE: Final = re.compile(
    r"[无—-].*|.*(?:[年月]底前?|[上中下]旬|定[性量]|[大小等]于|不[低高多少超].{1,2}|[≥≤><=—-])"
)
"""A name with what begins the value behind it, or ends the row before it."""
_OF_CLASS: Final = re.compile("类|率?指标|效益|能力")
"""The rest of a class before a name."""
_BRACKETED: Final = re.compile(r"\([^()]*\)")
_TWICE: Final = re.compile(r".*(.{2,})\1.*")
_SIGNED_TWICE: Final = re.compile(r"/.*|.+[≥≤><].*|[^\d≥≤><=]{2,}\d+")
_WHOLE: Final = re.compile(r".*[。；;]|无|[-—/]+")
_DIGITS: Final = re.compile(r"[\d.,]+")


def certain_rows(lines: Sequence[Line], roles: Sequence[str]) -> list[Line | None]:
    """The rows of a table that are certain, None for the others; none if most are not.

    Args:
        lines: The cells of each row by column.
        roles: What the columns hold.
    """
    texts = [
        {r: c.text for r, c in zip(roles, line, strict=True) if c is not None}
        for line in lines
    ]
    needed = {"level3", "target", *(role for role in _TOLD if role in roles)}
    is_bare = any(
        not folded(row[role]).split("(")[0].endswith("指标")
        for row in texts
        for role in _LEVELS
        if role in row
    )
    classed = [_has_classes(row, is_bare=is_bare) for row in texts]
    told = [
        is_classed and needed <= row.keys() and _is_row(row)
        for row, is_classed in zip(texts, classed, strict=True)
    ]
    if sum(told) < _LEAST * len(told):
        return [None] * len(lines)
    return _with_classes(told, classed, lines, roles)


def _with_classes(
    told: Sequence[bool],
    classed: Sequence[bool],
    lines: Sequence[Line],
    roles: Sequence[str],
) -> list[Line | None]:
    """The certain rows; where a class may be lost, a row must name its own ones."""
    levels = {n for n, role in enumerate(roles) if role in _LEVELS}
    unknown = set(levels)
    found: list[Line | None] = []
    for line, is_certain, is_classed in zip(lines, told, classed, strict=True):
        unknown = unknown - {n for n in levels if line[n]} if is_classed else levels
        sure = _without_rests(line, roles) if is_certain and not unknown else None
        found.append(sure)
    return found


def _without_rests(line: Line, roles: Sequence[str]) -> Line:
    """A row without what may be a part of a text."""
    return tuple(
        cell
        if cell is None or role not in ("reason", "note") or _is_whole(cell)
        else None
        for role, cell in zip(roles, line, strict=True)
    )


def _is_whole(cell: Cell) -> bool:
    return _WHOLE.fullmatch(cell.text) is not None


def _has_classes(row: Mapping[str, str], *, is_bare: bool) -> bool:
    """Whether no class but those that a row names can stand in it."""
    classes = [row[role] for role in _LEVELS if role in row]
    name = row.get("level3", "")
    plain = _BRACKETED.sub("", folded(name))
    is_class = meaning("category", name) is not None
    within = not is_class and (
        any(
            label_at("category", plain, n) >= _SHORTEST_CLASS for n in range(len(plain))
        )
        or (is_bare and _begins_with_class(name))
    )
    return (
        not within
        and _OF_CLASS.match(plain) is None
        and all(map(_is_class, classes))
        and not any(name[-1].isdigit() for name in classes)
    )


def _is_row(row: Mapping[str, str]) -> bool:
    points = [row[role] for role in ("score", "weight") if role in row]
    return (
        _is_name(row["level3"])
        and all(_is_value(row[role]) for role in _VALUED if role in row)
        and _are_points(points)
    )


def _is_name(text: str) -> bool:
    plain = _BRACKETED.sub("", folded(text))
    return (
        len(plain) >= _SHORTEST_NAME
        and evidence(text).shape in _NAMES
        and not set("()") & set(plain)
        and _OF_VALUE.fullmatch(plain) is None
        and _TWICE.fullmatch(plain) is None
        and (not is_label(text) or meaning("category", text) is not None)
    )


def _is_class(text: str) -> bool:
    """Whether a text names a class, with or without the word 指标."""
    return any(meaning("category", name) for name in (text, f"{text}指标"))


def _begins_with_class(text: str) -> bool:
    """Whether a name may have the bare name of a class before it: 质量｜合格率."""
    return any(
        _is_class(text[:length]) for length in range(2, min(len(text), _LONGEST_BARE))
    )


def _is_value(text: str) -> bool:
    plain = folded(text)
    return (
        evidence(text).shape in _VALUES
        and _SIGNED_TWICE.fullmatch(plain) is None
        and _TWICE.fullmatch(_DIGITS.sub("", plain)) is None
    )


def _are_points(texts: Sequence[str]) -> bool:
    """Whether score and weight are figures, the score within the weight."""
    if any(evidence(text).shape not in _POINTS for text in texts):
        return False
    told = [Decimal(folded(t).rstrip("分").replace(",", "")) for t in texts]
    return told == sorted(told) and all(points <= _MOST_POINTS for points in told)
