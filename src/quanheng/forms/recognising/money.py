"""Tables of money: what each amount is, by the labels left of it and above it (资金)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from quanheng.core.budget import BudgetColumn, BudgetRow
from quanheng.core.field import Field
from quanheng.document.table import Cell
from quanheng.forms.recognising.alignment import realigned
from quanheng.forms.recognising.budget import BudgetReading
from quanheng.forms.recognising.evidence import evidence
from quanheng.forms.recognising.rows import Row, field

_FIGURES: Final = frozenset(("number", "percent", "amount", "points", "signed"))
_LIKELY: Final = 0.7
_ORDER: Final = (
    BudgetRow.INITIAL,
    BudgetRow.ANNUAL,
    BudgetRow.SPENT,
    BudgetRow.EXECUTION_RATE,
)
"""The rows that nearly every form has, in its order."""
_EXTRAS: Final = ("weight", "score", "line", "reason")


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands above one column: its labels from the lowest."""

    place: int
    labels: tuple[Cell, ...]

    def meaning(self, group: str) -> tuple[str, float]:
        """The best meaning of its labels within a group, with how sure it is."""
        for depth, cell in enumerate(self.labels):
            if found := best(group, cell.text):
                return found[0], found[1] - depth / 10
        return "", 0.0


def best(group: str, text: str) -> tuple[str, float] | None:
    """What a label means within a group, with how sure that is; None where nothing."""
    told = evidence(text)
    if name := told.exact.get(group):
        return name, 1.0
    likely = told.likely.get(group, {})
    if not likely:
        return None
    name = max(likely, key=lambda one: likely[one])
    return (name, likely[name] * 0.8) if likely[name] >= _LIKELY else None


class MoneyTable:
    """One table of money while it is being read.

    Args:
        heads: The rows of its head.
        rows: The rows below.
        reading: Where the amounts go.
    """

    def __init__(
        self, heads: Sequence[Row], rows: Sequence[Row], reading: BudgetReading
    ) -> None:
        self._reading = reading
        self._rows = rows
        self._heads = {head.place: head for head in _heads(heads)}
        self.sources_across = self._is_across()
        self._above = self._meanings_above()
        for row in (*heads, *rows):
            labels = [cell for cell in (*row.carried, *row.own) if cell.text]
            reading.note_unit(map(field, labels))

    def _is_across(self) -> bool:
        """Whether the sources stand side by side, and the rows of money below."""
        left = [label for row in self._rows if (label := self._label(row))]
        ways = {}
        for across in (True, False):
            above, beside = _groups(across)
            heads = sum(head.meaning(above)[1] for head in self._heads.values())
            labels = (best(beside, cell.text) for cell in left)
            ways[across] = heads + sum(found[1] for found in labels if found)
        return ways[True] > ways[False]

    def _label(self, row: Row) -> Cell | None:
        """The label of a row: of the texts before its first figure the one that is known."""
        found: list[Cell] = []
        for cell in row.own:
            if evidence(cell.text).shape in _FIGURES:
                break
            if cell.text:
                found.append(cell)
        known = [
            c
            for c in found
            if best("budget_row", c.text) or best("budget_column", c.text)
        ]
        told = known or found
        return told[-1] if told else None

    def _meanings_above(self) -> dict[int, str]:
        group = _groups(self.sources_across)[0]
        found: dict[int, str] = {}
        taken: dict[str, float] = {}
        for place, head in self._heads.items():
            name, sure = head.meaning(group)
            extra = next(
                (
                    n
                    for c in head.labels
                    if (n := evidence(c.text).exact.get("budget_extra"))
                ),
                "",
            )
            if name and sure > taken.get(name, 0.0):
                found = {p: n for p, n in found.items() if n != name}
                found[place], taken[name] = name, sure
            elif not name and extra:
                found[place] = extra
        if not self.sources_across:
            found.update(self._by_order(found))
        return found

    def _by_order(self, known: Mapping[int, str]) -> dict[int, str]:
        """Columns of figures with unknown heads, where one order alone is left."""
        places = [p for p in sorted(self._heads) if self._figures(p)]
        unknown = [p for p in places if p not in known]
        for place in list(unknown):
            if (
                self._figures(place) == "percent"
                and "execution_rate" not in known.values()
            ):
                unknown.remove(place)
                return {
                    place: "execution_rate",
                    **self._by_order({**known, place: "execution_rate"}),
                }
        missing = [row for row in _ORDER if row not in known.values()]
        missing = [row for row in missing if row is not BudgetRow.EXECUTION_RATE]
        if not unknown or len(unknown) != len(missing):
            return {}
        guess = dict(zip(unknown, missing, strict=True))
        whole = sorted({**known, **guess}.items())
        order = [BudgetRow(n) for _, n in whole if n in set(_ORDER)]
        return dict(guess) if order == [r for r in _ORDER if r in order] else {}

    def _figures(self, place: int) -> str:
        shapes = {
            evidence(cell.text).shape
            for row in self._rows
            if (cell := row.cell(place)) and cell.text
        }
        if "percent" in shapes:
            return "percent"
        return "number" if shapes & _FIGURES else ""

    def read(self) -> None:
        """Put the amounts where they belong."""
        begun = False
        for row in self._rows:
            label = self._label(row)
            group = _groups(self.sources_across)[1]
            found = best(group, label.text) if label else None
            name = found[0] if found else ""
            if not name and not begun and not self.sources_across:
                name = BudgetColumn.TOTAL.value
            begun = True
            if not name:
                continue
            self._take(self._fitted(row, label), label, name)

    def _fitted(self, row: Row, label: Cell | None) -> Row:
        if not row.is_ragged:
            return row
        kinds = {
            place: "rate"
            if name.endswith("_rate")
            else "points"
            if name in _EXTRAS
            else "money"
            for place, name in self._above.items()
        }
        first = row.filled.index(label) + 1 if label else 0
        return realigned(row, kinds, first)

    def _take(self, row: Row, label: Cell | None, name: str) -> None:
        for place, above in self._above.items():
            cell = row.cell(place)
            if cell is label and cell is not None:
                continue
            value = field(cell) if cell else Field("", row.at)
            if above in _EXTRAS:
                self._take_points(above, name, cell)
            elif "none" in (above, name):
                self._reading.note_further(value)
            elif self.sources_across:
                self._reading.put((BudgetRow(name), BudgetColumn(above)), value)
            else:
                self._reading.put((BudgetRow(above), BudgetColumn(name)), value)

    def _take_points(self, above: str, name: str, cell: Cell | None) -> None:
        if cell is None or name != BudgetColumn.TOTAL or self.sources_across:
            return
        if above == "weight":
            self._reading.weight = field(cell)
        elif above == "score":
            self._reading.score = field(cell)


def _groups(across: bool) -> tuple[str, str]:
    """The group of the labels above, and of those beside."""
    return (
        ("budget_column", "budget_row") if across else ("budget_row", "budget_column")
    )


def _heads(rows: Sequence[Row]) -> Iterator[_Head]:
    width = max((len(row.slots) for row in rows), default=0)
    last: Cell | None = None
    for place in range(width):
        stack = [
            cell for row in reversed(rows) if (cell := row.cell(place)) and cell.text
        ]
        labels = tuple(dict.fromkeys(stack))
        if labels and labels[0] is not last:
            yield _Head(place, labels)
            last = labels[0]
