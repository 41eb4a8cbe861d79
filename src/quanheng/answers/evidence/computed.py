"""Computed values as JSON and on the terminal (取数结果)."""

from collections.abc import Sequence
from typing import Any

from quanheng.answers.columns import TextColumn, in_columns
from quanheng.answers.looks import number_data
from quanheng.core.bilingual import Words
from quanheng.core.computed.binding_record import binding_data
from quanheng.core.computed.measured import ROWS_SHOWN, Computed, Measured
from quanheng.core.quantity import plain
from quanheng.evidence.bindings.agreement import agrees
from quanheng.evidence.bindings.trace import traced

_HEADINGS = (
    Words("指标", "indicator"),
    Words("填报", "typed"),
    Words("台账", "computed"),
    Words("一致", "same"),
    Words("依据", "why"),
)
_VERDICTS = {True: "✓", False: "✗", None: "—"}


def computed_data(computed: Computed, lang: str) -> dict[str, Any]:
    """A computed value as data for JSON."""
    measured = computed.measured
    return {
        "name": computed.name,
        "typed": computed.typed.raw,
        "agrees": agrees(computed),
        "binding": binding_data(computed.binding),
        "value": number_data(measured.value) if measured else None,
        "unit": measured.unit if measured else None,
        "why_not": computed.why.text(lang) if computed.why else None,
        **(_grounds(measured, lang) if measured else {}),
    }


def _grounds(measured: Measured, lang: str) -> dict[str, Any]:
    """The rows behind a value, the first of them by number."""
    interval = [plain(limit) for limit in measured.interval or ()]
    return {
        "formula": measured.formula.text(lang),
        "interval": interval or None,
        "rows": _rows(measured.used),
        "further_rows": {name: _rows(rows) for name, rows in measured.also.items()},
        "left_out": [
            {"reason": left.reason.text(lang), **_rows(left.rows)}
            for left in measured.left_out
        ],
        "warnings": [warning.text(lang) for warning in measured.warnings],
    }


def _rows(rows: Sequence[int]) -> dict[str, Any]:
    return {"count": len(rows), "first": list(rows[:ROWS_SHOWN])}


def computed_text(values: Sequence[Computed], lang: str) -> str:
    """A table of computed and typed values."""
    name, typed, found, same, why = (heading.text(lang) for heading in _HEADINGS)
    columns = (
        TextColumn(name, folds=True),
        TextColumn(typed, right=True),
        TextColumn(found, right=True),
        TextColumn(same),
        TextColumn(why, folds=True),
    )
    rows = [
        (
            value.name,
            value.typed.raw or "—",
            (value.measured.text if value.measured else "") or "—",
            _VERDICTS[agrees(value)],
            traced(value).text(lang),
        )
        for value in values
    ]
    return "\n".join(in_columns(columns, rows))
