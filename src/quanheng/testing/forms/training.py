"""Weights of the recogniser, learned from generated forms (训练).

``python -m quanheng.testing.forms.training`` makes them anew.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from quanheng.core.source import Source
from quanheng.document import table as tables
from quanheng.forms.recognising import path
from quanheng.forms.recognising.columns import (
    REPEATABLE,
    ROLES,
    column_features,
    columns_of,
)
from quanheng.forms.recognising.features import Item, features
from quanheng.forms.recognising.labelling import KINDS
from quanheng.forms.recognising.path import Weights, best_labels, distinct_labels
from quanheng.forms.recognising.rows import Row, rows_of
from quanheng.testing.forms.form import Form, drawn_form
from quanheng.testing.forms.grid import Block, Line, Sheet
from quanheng.testing.forms.layout import TRUE_GRIDS, drawn

Sample = tuple[list[list[str]], list[int]]
_UNKNOWN = 0.3
"""Share of forms with unknown heads, so that what stands below them is learned, too."""
_ROLE_OF = {
    "number": "target",
    "measure": "unit",
    "number_of_row": "note",
    "explanation": "note",
    "standard": "note",
    "period": "period_target",
}


def forms(seed: int, count: int) -> Iterator[tuple[Form, bool]]:
    """Generated forms, and whether they are seen as a dump without blanks."""
    for number in range(count):
        random = Random(f"train/{seed}/{number}")
        layout = {**drawn(random, TRUE_GRIDS), "turned": "upright"}
        if random.random() < _UNKNOWN:
            layout["heads"] = "unknown"
        yield drawn_form(layout, random), random.random() < 0.4


def row_sample(form: Form, *, ragged: bool) -> Sample:
    """Features and kinds of the rows of a form."""
    items, kinds = [], []
    for block in form.blocks:
        for item, kind in items_of(block, ragged=ragged):
            items.append(item)
            kinds.append(KINDS.index(kind))
    return features(items), kinds


def items_of(block: Block, *, ragged: bool) -> Iterator[tuple[Item, str]]:
    """The rows of a block as the recogniser sees them, with their kinds."""
    if isinstance(block, Line):
        cell = tables.Cell(block.text, 0, 0)
        yield Item(Row((cell,), (cell,), (), Source()), is_line=True), block.kind
        return
    rows = _ragged(block) if ragged else rows_of(as_table(block))
    for number, (row, strip) in enumerate(zip(rows, block.rows, strict=True)):
        yield Item(row, opens=number == 0), strip.kind


def column_samples(form: Form) -> Iterator[Sample]:
    """Features and roles of the columns of each indicator table."""
    for block in form.blocks:
        if isinstance(block, Line):
            continue
        rows = rows_of(as_table(block))
        kinds = [strip.kind for strip in block.rows]
        head = [row for row, kind in zip(rows, kinds, strict=True) if kind == "head"][
            :1
        ]
        body = [
            row for row, kind in zip(rows, kinds, strict=True) if kind == "indicator"
        ]
        if not head or not body:
            continue
        at = {column: cell.role for (_, column, cell) in block.placed() if cell.role}
        columns = columns_of(head, body)
        told = column_features(columns)
        wanted = []
        for column in columns:
            role = next((at[p] for p in column.places if p in at), "note")
            if role == "target" and any(
                c is not None and "\n" in c.text for c in column.cells
            ):
                role = "both"
            role = _ROLE_OF.get(role, role)
            wanted.append(ROLES.index(role))
        yield told, wanted


def as_table(sheet: Sheet) -> tables.Table:
    """A sheet as readers give it."""
    cells = tuple(
        tables.Cell(cell.text, row, column, cell.down, cell.across)
        for row, column, cell in sheet.placed()
    )
    return tables.Table(cells, len(sheet.rows), sheet.width)


def _ragged(sheet: Sheet) -> list[Row]:
    """The same as a dump gives it: without spans, without what is blank."""
    rows = []
    for number, strip in enumerate(sheet.rows):
        texts = [cell.text for cell in strip.cells if cell.text]
        cells = tuple(tables.Cell(text, number, n) for n, text in enumerate(texts))
        rows.append(Row((*cells, None), cells, (), Source()))
    return rows


def learned(
    data: Sequence[Sample], labels: Sequence[str], *, distinct: bool, epochs: int = 6
) -> Weights:
    """Weights by the averaged structured perceptron (Collins 2002)."""
    count = len(labels)
    now: dict[str, list[float]] = {}
    total: dict[str, list[float]] = {}
    follows, follows_total = ([[0.0] * count for _ in range(count)] for _ in range(2))
    weights = Weights(tuple(labels), now, follows)
    step = 1
    order = list(range(len(data)))
    for epoch in range(epochs):
        Random(epoch).shuffle(order)
        wrong = 0
        for place in order:
            told, truth = data[place]
            guess = guessed(told, weights, distinct=distinct)
            step += 1
            if guess == truth:
                continue
            for n, marks in enumerate(told):
                if guess[n] != truth[n]:
                    wrong += 1
                    for mark in marks:
                        for kept, size in ((now, 1.0), (total, float(step))):
                            row = kept.setdefault(mark, [0.0] * count)
                            row[truth[n]] += size
                            row[guess[n]] -= size
                if n and (guess[n - 1], guess[n]) != (truth[n - 1], truth[n]):
                    for table, size in ((follows, 1.0), (follows_total, float(step))):
                        table[truth[n - 1]][truth[n]] += size
                        table[guess[n - 1]][guess[n]] -= size
        print(
            f"epoch {epoch}: {wrong} of {sum(len(t) for _, t in data)} wrong",
            file=sys.stderr,
        )

    def averaged(a: Sequence[float], b: Sequence[float]) -> list[float]:
        return [w - t / step for w, t in zip(a, b, strict=True)]

    return Weights(
        tuple(labels),
        {mark: averaged(now[mark], total[mark]) for mark in now},
        [averaged(a, b) for a, b in zip(follows, follows_total, strict=True)],
    )


def guessed(
    told: Sequence[Sequence[str]], weights: Weights, *, distinct: bool
) -> list[int]:
    """What the weights say."""
    return (
        distinct_labels(told, weights, REPEATABLE)
        if distinct
        else best_labels(told, weights)
    )


def kept(name: str, weights: Weights) -> None:
    """Keep weights beside the recogniser."""
    some = {m: v for m, v in weights.features.items() if max(map(abs, v)) >= 0.2}
    lines = [
        "# Learned from generated forms by python -m quanheng.testing.forms.training.",
        f"labels: {' '.join(weights.labels)}",
        "features:",
        *(f'  "{m}": [{_row(v)}]' for m, v in sorted(some.items())),
        "follows:",
        *(f"- [{_row(v)}]" for v in weights.follows),
    ]
    target = Path(path.__file__).with_name(f"{name}.weights.yaml")
    target.write_text("\n".join(lines) + "\n", "utf-8")


def _row(values: Sequence[float]) -> str:
    return ", ".join(f"{value:.1f}" for value in values)


def right(data: Sequence[Sample], weights: Weights, *, distinct: bool) -> str:
    """How many of other samples are guessed right."""
    pairs = [
        (a, b)
        for told, truth in data
        for a, b in zip(guessed(told, weights, distinct=distinct), truth, strict=True)
    ]
    return f"{sum(a == b for a, b in pairs)} of {len(pairs)} right"


def main() -> None:
    """Learn the weights anew."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1500
    made, other = list(forms(1, count)), list(forms(2, count // 5))
    for name, labels, distinct in (("rows", KINDS, False), ("columns", ROLES, True)):
        if distinct:
            data, test = (
                [s for f, _ in some for s in column_samples(f)]
                for some in (made, other)
            )
        else:
            data, test = (
                [row_sample(f, ragged=r) for f, r in some] for some in (made, other)
            )
        weights = learned(data, labels, distinct=distinct)
        print(name, right(test, weights, distinct=distinct), file=sys.stderr)
        kept(name, weights)


if __name__ == "__main__":
    main()
