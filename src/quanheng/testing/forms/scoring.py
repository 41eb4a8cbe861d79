"""What was read held against the truth: right, wrong, missed (读取准确率)."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any, Final

_DASHES: Final = set("-—–―－─/")
_POINTS: Final = re.compile(r"(?:\(?\d+(\.\d+)?(分)?\)|\d+(\.\d+)?分)$")
_BLANKS: Final = re.compile(r"(?<![0-9A-Za-z])\s+|\s+(?![0-9A-Za-z])")
_ROW: Final = (
    *("level1", "level2", "level3", "weight", "target", "actual"),
    *("completion", "score", "reason"),
)
_MONEY_ROWS: Final = (
    *("initial", "annual", "received", "spent", "balance"),
    *("arrival_rate", "execution_rate"),
)
_MONEY_COLUMNS: Final = (
    *("total", "fiscal", "central", "provincial", "municipal", "county"),
    *("carryover", "other"),
)
_NUMBERS: Final = re.compile(r"\[\d+\]")
_LEAST_LIKE: Final = 0.5
"""Names less alike are not those of one row."""


@dataclass
class Tally:
    """How many values were read right, wrong, and not at all (计数).

    Attributes:
        right: Values read as they are.
        wrong: Values read that are not there, or are others.
        missed: Values that are there and were not read as they are.
        errors: Place, truth and reading of each that is wrong or missed.
        ignored: Places at which a careful reader may decide either way.
    """

    right: int = 0
    wrong: int = 0
    missed: int = 0
    errors: list[tuple[str, Any, Any]] = field(default_factory=list)
    ignored: frozenset[str] = frozenset()

    @property
    def precision(self) -> float:
        """Of what was read, the share that is right."""
        read = self.right + self.wrong
        return self.right / read if read else 1.0

    @property
    def recall(self) -> float:
        """Of what there is, the share that was read right."""
        there = self.right + self.missed
        return self.right / there if there else 1.0

    @property
    def f1(self) -> float:
        """Both in one figure."""
        both = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / both if both else 1.0

    def add(self, other: "Tally") -> None:
        """Count another one in."""
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed
        self.errors += other.errors

    def compare(self, place: str, key: str, truth: Any, read: Any) -> None:
        """Count one value, unless it is ignored."""
        steps = _NUMBERS.sub("", place).split(".")
        if self.ignored & {".".join(steps[:n]) for n in range(1, len(steps) + 1)}:
            return
        values = truth if isinstance(truth, list) else [truth]
        good = {_plain(value, key) for value in values}
        got = _plain(read.get("raw") if isinstance(read, Mapping) else read, key)
        if got in good:
            self.right += got is not None
            return
        is_there = None not in good
        self.wrong += got is not None
        self.missed += is_there
        self.errors.append((place, truth, got))


def _plain(text: Any, key: str = "") -> str | None:
    """A text without spaces that say nothing; None where nothing is written."""
    if text is None or isinstance(text, list | dict):
        return None
    said = _BLANKS.sub("", unicodedata.normalize("NFKC", str(text)).strip())
    if key in ("level1", "level2"):
        said = _POINTS.sub("", said)
    if key == "year" and (year := re.search(r"(?:19|20)\d\d", said)):
        return year[0]
    return said if said and set(said) - _DASHES else None


def tally(truth: Mapping[str, Any], report: Mapping[str, Any]) -> Tally:
    """All values of a document.

    Args:
        truth: Its projects, as in the truth of the corpus.
        report: What ``convert`` says of it.
    """
    found = Tally()
    true, read = truth["projects"], list(report.get("projects", ()))
    for ours, theirs in _aligned(true, read, _projects_alike, least=0.0):
        if ours is None and not (theirs or {}).get("indicators"):
            continue  # a form left empty may be listed
        found.add(_project(ours or {}, theirs or {}))
    return found


def _project(true: Mapping[str, Any], read: Mapping[str, Any]) -> Tally:
    found = Tally(ignored=frozenset(true.get("ignore") or ()))
    for part, keys in (
        ("project", ("name", "year", "department", "unit")),
        ("goals", ("period", "annual", "actual")),
    ):
        ours, theirs = true.get(part) or {}, read.get(part) or {}
        for key in keys:
            found.compare(f"{part}.{key}", key, ours.get(key), theirs.get(key))
    ours, theirs = true.get("budget") or {}, read.get("budget") or {}
    found.compare("budget.unit", "", ours.get("unit"), theirs.get("unit"))
    for row in _MONEY_ROWS:
        left, right = (side.get("rows", {}).get(row) or {} for side in (ours, theirs))
        for column in _MONEY_COLUMNS:
            place = f"budget.{row}.{column}"
            found.compare(place, "", left.get(column), right.get(column))
    for key in ("total_score", "grade"):
        found.compare(key, "", true.get(key), read.get(key))
    rows = true.get("indicators") or (), read.get("indicators") or ()
    for number, (one, other) in enumerate(_aligned(*rows, _rows_alike)):
        for key in _ROW:
            place = f"indicators[{number}].{key}"
            found.compare(place, key, (one or {}).get(key), (other or {}).get(key))
    return found


def _names_alike(true: Any, read: Any) -> float:
    names = {_plain(name) for name in (true if isinstance(true, list) else [true])}
    got = _plain(read.get("raw") if isinstance(read, Mapping) else read)
    return max(
        float(name == got)
        if name is None or got is None or name == got
        else SequenceMatcher(None, name, got, autojunk=False).ratio()
        for name in names
    )


def _rows_alike(true: Mapping[str, Any], read: Mapping[str, Any]) -> float:
    return _names_alike(true["level3"], read.get("level3"))


def _projects_alike(true: Mapping[str, Any], read: Mapping[str, Any]) -> float:
    names = ((side.get("project") or {}).get("name") for side in (true, read))
    rows = [len(side.get("indicators") or ()) for side in (true, read)]
    return 0.01 + _names_alike(*names) + min(rows) / max(*rows, 1)


def _aligned(
    ones: Sequence[Any], others: Sequence[Any], alike: Any, least: float = _LEAST_LIKE
) -> Iterator[tuple[Any, Any]]:
    """The best match that keeps the order; None beside what has no counterpart."""
    likeness = [[alike(one, other) for other in others] for one in ones]
    best = [[0.0] * (len(others) + 1) for _ in range(len(ones) + 1)]
    for n in reversed(range(len(ones))):
        for m in reversed(range(len(others))):
            best[n][m] = max(best[n + 1][m], best[n][m + 1])
            if likeness[n][m] >= least:
                best[n][m] = max(best[n][m], likeness[n][m] + best[n + 1][m + 1])
    n = m = 0
    while n < len(ones) and m < len(others):
        joined = likeness[n][m] + best[n + 1][m + 1]
        if likeness[n][m] >= least and joined >= best[n][m]:
            yield ones[n], others[m]
            n, m = n + 1, m + 1
        elif best[n + 1][m] >= best[n][m + 1]:
            yield ones[n], None
            n += 1
        else:
            yield None, others[m]
            m += 1
    yield from ((one, None) for one in ones[n:])
    yield from ((None, other) for other in others[m:])
