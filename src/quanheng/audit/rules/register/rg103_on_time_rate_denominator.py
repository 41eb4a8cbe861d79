from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.petition_terms import (
    EXTENSION_DAYS,
    HANDLING_DAYS,
    PETITIONS,
    ROWS,
    closing_ask,
)
from quanheng.audit.facts.evidence.recomputed import is_contradicted
from quanheng.audit.facts.evidence.registers import (
    figure,
    no_entries,
    place_of,
    register_of,
    rows_about,
    stated_in,
)
from quanheng.audit.rule import (
    Answer,
    Edit,
    Fixing,
    Hit,
    Need,
    Severity,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import Measured, rows_in_words
from quanheng.core.field import Field, text_of
from quanheng.core.indicator import Indicator
from quanheng.core.quantity import Dimension, plain
from quanheng.evidence.bindings.limits import RATE_TOLERANCE, TOLERANCES
from quanheng.evidence.measures.base.ask import Ask
from quanheng.evidence.measures.base.due import due_moments, in_time
from quanheng.evidence.measures.base.entries import Entries
from quanheng.language.words import any_of

KINDS: Final = "words.petition_rates"
RATES: Final = "words.timely_rates"
DEFINITIONS: Final = "words.rate_definitions"


@rule(
    code="RG103",
    name="on-time-rate-denominator",
    title=Words("按期办结率分母口径有误", "Wrong denominator of the on-time rate"),
    message=Words(
        "“{name}”填为{stated}，系按已办结数计算；"
        "按到期应办结数应为{part}÷{whole}={computed}"
        "（信访台账{rows}）",
        "“{name}” says {stated}, which divides by those closed; of those due it is "
        "{part} ÷ {whole} = {computed} (petitions, {rows})",
    ),
    severity=Severity.WARNING,
    basis=(("practice", "一般做法"),),
    law=(
        ROWS,
        RATES,
        KINDS,
        DEFINITIONS,
        HANDLING_DAYS,
        EXTENSION_DAYS,
        *TOLERANCES,
    ),
    needs=Need.REGISTER,
    registers=(PETITIONS,),
    fixing=Fixing.SAFE,
)
def on_time_rate_denominator(dossier: Dossier) -> Iterator[Answer]:
    """An on-time rate (按期办结率) is a share of closed cases, not of due ones.

    Why it matters:
        Overdue open cases drop out, so the more cases stay open, the better the rate
        looks.

    What it leaves alone:
        Petitions not due yet; a rate whose definition is disclosed; rows reported by
        EV204.
    """
    if register_of(dossier, PETITIONS) is None:
        yield no_entries(dossier, PETITIONS)
        return
    rows = _closing_rates(dossier)
    if not rows:
        yield not_applicable(
            "无信访按期办结率指标", "there is no on-time rate of petitions"
        )
        return
    ask = closing_ask(dossier)
    right = figure(ask)
    if right is None or right.value is None:
        yield not_applicable(
            "本期无到期的信访事项", "no petition fell due in the period"
        )
        return
    wrong = _among_closed(ask)
    tolerance = dossier.law.number(RATE_TOLERANCE)
    for row in rows:
        stated = stated_in(dossier, row, Dimension.RATE)
        if stated is None or abs(stated - right.value) <= tolerance:
            continue
        if any(abs(stated - rate) <= tolerance for rate in wrong):
            yield _hit(row.title, place_of(dossier, [row]), right)


def _closing_rates(dossier: Dossier) -> list[Indicator]:
    law = dossier.law
    closing = law.word_groups(KINDS)["closing"]
    return [
        row
        for row in rows_about(dossier, PETITIONS, law.words(ROWS))
        if any_of(law.words(RATES), row.title)
        and any_of(closing, row.title)
        and not is_contradicted(dossier, row)
        and not _is_defined(dossier, row)
    ]


def _is_defined(dossier: Dossier, row: Indicator) -> bool:
    words = dossier.law.words(DEFINITIONS)
    cells = text_of(row.name) + text_of(row.reason)
    return any_of(words, cells) or dossier.has_sentence(words, dossier.law.words(ROWS))


def _among_closed(ask: Ask) -> set[Decimal]:
    """The rates in percent over closed cases: those due, those closed in the period."""
    entries = Entries(ask, by_day=False)
    due = due_moments(ask, entries)
    done = entries.values(ask.binding.of)
    first, last = ask.period or (date.min, date.max)
    cases = list(zip(due, done, in_time(due, done), strict=True))
    due_now = [kept for day, end, kept in cases if end and first <= day <= last]
    closed_now = [kept for _, end, kept in cases if end and first <= end <= last]
    return {
        Decimal(sum(kept)) * 100 / len(kept) for kept in (due_now, closed_now) if kept
    }


def _hit(name: str, cell: Field, right: Measured) -> Hit:
    return Hit.on(
        cell,
        {
            "name": name,
            "stated": cell.raw,
            "part": plain(right.parts["part"]),
            "whole": plain(right.parts["whole"]),
            "computed": right.text,
            "rows": rows_in_words(right.used),
        },
        edits=(Edit.on(cell, right.text, safe=True),),
    )
