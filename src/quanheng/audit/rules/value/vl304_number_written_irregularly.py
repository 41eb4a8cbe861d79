import re
from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Edit, Fixing, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.expression import Number
from quanheng.core.field import Field
from quanheng.core.indicator import Indicator

_FULL_WIDTH: Final = re.compile("[\uff10-\uff19\uff0e]")
_DIGIT: Final = re.compile(r"\d")
_HALF_WIDTH: Final = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), 0xFF0E)}


@rule(
    code="VL304",
    name="number-written-irregularly",
    title=Words("数字写法不规范", "Irregular writing of numbers"),
    message=Words(
        "“{name}”的“{old}”使用全角数字，应为“{new}”",
        "“{old}” of “{name}” has full-width digits; it should read “{new}”",
    ),
    variants={
        "numerals": Words(
            "“{name}”的“{old}”使用汉字数字，建议改为“{new}”",
            "“{old}” of “{name}” has Chinese numerals; “{new}” is usual",
        )
    },
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    fixing=Fixing.SAFE,
    needs_indicators=True,
)
def number_written_irregularly(dossier: Dossier) -> Iterator[Answer]:
    """A value cell has full-width digits or Chinese numerals (数字写法).

    Why it matters:
        Spreadsheets take such numbers for text and leave them out of sums.

    What it leaves alone:
        Periods in words (一年, 半年); dates; words that contain a numeral; several
        values in one cell.
    """
    for row in dossier.project.indicators:
        for cell in _value_cells(row):
            old = cell.raw
            if _FULL_WIDTH.search(old):
                new, variant = old.translate(_HALF_WIDTH), ""
            elif numerals := _in_digits(cell):
                new, variant = numerals, "numerals"
            else:
                continue
            yield Hit(
                at=cell.at,
                quote=old,
                says={"name": row.title, "old": old, "new": new},
                variant=variant,
                edits=(Edit(cell.at, old, new, safe=not variant),),
            )


def _value_cells(row: Indicator) -> Iterator[Field]:
    for cell in (row.weight, row.target, row.actual, row.completion, row.score):
        if cell is not None:
            yield cell


def _in_digits(cell: Field) -> str | None:
    """A figure in Chinese numerals rewritten in digits, None for anything else."""
    if not cell.raw or _DIGIT.search(cell.raw):
        return None
    value = cell.value
    if not isinstance(value, Number) or value.sign is not None:
        return None
    return str(value.quantity)
