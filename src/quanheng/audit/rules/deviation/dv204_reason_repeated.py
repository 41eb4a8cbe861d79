from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.indicators.losses import NO_DEVIATION, reason_of
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words, listed
from quanheng.core.field import Field
from quanheng.core.indicator import Indicator
from quanheng.language.patterns.figures import has_date
from quanheng.language.similarity import bare

_LONG: Final = 10
_SHOWN: Final = 16


@rule(
    code="DV204",
    name="reason-repeated",
    title=Words("多项指标偏差原因完全相同", "Same reason repeated word for word"),
    message=Words(
        "{rows}的偏差原因完全相同（“{text}”），应分别说明",
        "{rows} give the same reason word for word: “{text}”",
    ),
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(NO_DEVIATION,),
    needs_indicators=True,
)
def reason_repeated(dossier: Dossier) -> Iterator[Answer]:
    """Rows on different matters give the same reason word for word (原因相同).

    Why it matters:
        A reason that was copied down the column was hardly looked for.

    What it leaves alone:
        One cell merged over several rows; a dated cause, which may well hit several
        rows; 无偏差; money and cost rows, whose cause is one; short texts.
    """
    groups: dict[str, list[tuple[Indicator, Field]]] = {}
    for row in dossier.project.indicators:
        if row.reason is None or len(row.reason.raw) <= _LONG:
            continue
        text = bare(reason_of(row, dossier.law))
        if len(text) > _LONG and not has_date(row.reason.raw):
            groups.setdefault(text, []).append((row, row.reason))
    for alike in groups.values():
        if len({cell.at for _, cell in alike}) < 2 or _matters(alike) < 2:
            continue
        first = alike[0][1]
        says = {
            "rows": listed(f"“{row.title}”" for row, _ in alike),
            "text": first.raw[:_SHOWN],
        }
        yield Hit.on(first, says, also=tuple(cell.at for _, cell in alike[1:]))


def _matters(alike: list[tuple[Indicator, Field]]) -> int:
    """How many matters the rows are about; those about money count as one."""
    on_money = [row.is_execution or row.is_cost for row, _ in alike]
    return on_money.count(False) + any(on_money)
