"""EV204 actual-differs-from-register (业绩值与台账不符或台账之间不一致)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.platform_purchases import (
    ORDERS,
    PURCHASES,
    platform_figures,
)
from quanheng.audit.facts.questionnaires import questionnaires
from quanheng.audit.facts.recomputed import (
    TOLERANCES,
    allowed_off,
    computed_values,
    is_final,
    is_off,
)
from quanheng.audit.facts.registers import (
    NO_EVIDENCE,
    place_of,
    register_of,
    rows_about,
)
from quanheng.audit.facts.surveys_registered import (
    ANSWERS,
    SURVEYS,
    registered_surveys,
    surveyed_rows,
)
from quanheng.audit.rule import (
    Answer,
    Edit,
    Fixing,
    Hit,
    Insufficient,
    Need,
    NotApplicable,
    Severity,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.expression import Number
from quanheng.core.field import text_of
from quanheng.core.grammar.units import read_unit
from quanheng.core.measured import Computed, Measured, rows_in_words
from quanheng.core.quantity import BARE, Quantity, plain
from quanheng.evidence.bindings.standing_in import amount_text, cell_of
from quanheng.evidence.registers import kinds
from quanheng.language.words import any_of

PRELIMINARY: Final = "words.preliminary"
PURCHASE_ROWS: Final = "words.purchase_rows"


@rule(
    code="EV204",
    name="actual-differs-from-register",
    title=Words("业绩值与台账不符或台账之间不一致", "Actual differs from the register"),
    message=Words(
        "“{name}”填为{typed}，按{register}应为{computed}（{rows}）",
        "“{name}” says {typed}; {register} gives {computed} ({rows})",
    ),
    variants={
        "unread": Words(
            "“{name}”填为{typed}，按{register}为{computed}（{rows}），另有{unread}"
            "填写有误未计入，应核对",
            "“{name}” says {typed}; {register} gives {computed} ({rows}); "
            "{unread} can't be read and were left out",
        ),
        "platform": Words(
            "“{unit}”832平台采购额，食材采购台账为{reported}元（{rows}），"
            "消费帮扶订单台账为{ordered}元（{orders}），应一致",
            "“{unit}” bought {reported} yuan over the platform by the purchases "
            "({rows}) and {ordered} yuan by the orders ({orders})",
        ),
        "sources": Words(
            "“{survey}”有效份数，调查台账为{valid}份（{rows}），问卷答案为{count}份"
            "（{sheets}），应一致",
            "“{survey}” has {valid} valid answers by the surveys ({rows}) and {count} "
            "by the survey answers ({sheets})",
        ),
    },
    severity=Severity.ERROR,
    basis=(("practice", "一般做法"),),
    law=(*TOLERANCES, PRELIMINARY, PURCHASE_ROWS),
    needs=Need.EVIDENCE,
    fixing=Fixing.UNSAFE,
)
def actual_differs_from_register(dossier: Dossier) -> Iterator[Answer]:
    """A typed value is not what the register gives, or two registers differ (台账).

    Why it matters:
        The entries are what happened; a figure that does not follow from them can't
        be defended.

    What it leaves alone:
        Rows that are bound to no register; registers that are not closed for the
        period; figures marked preliminary; a rate or an amount within its tolerance;
        blank cells, in which the computed value stands; orders of other buyers. Where
        rows of the register can't be read, the value is not certain: a warning.
    """
    values = list(computed_values(dossier))
    disagreements = [*_two_counts(dossier), *_two_amounts(dossier)]
    if not values and not disagreements:
        yield NotApplicable(
            Words("无按台账取数的指标", "no row is bound to a register")
        )
        return
    for computed in values:
        if computed.measured is None or computed.measured.value is None:
            lacks = computed.why or Words("无取数结果", "there is no value")
            yield Insufficient(
                Words(f"{computed.name}：{lacks.zh}", f"{computed.name}: {lacks.en}")
            )
        elif _is_wrong(computed, dossier):
            yield _hit(computed, computed.measured, dossier)
    yield from disagreements


def _is_wrong(computed: Computed, dossier: Dossier) -> bool:
    if not is_final(computed, dossier) or not is_off(computed, dossier.law):
        return False
    return not _is_preliminary(computed, dossier)


def _is_preliminary(computed: Computed, dossier: Dossier) -> bool:
    rows = dossier.project.indicators
    notes = [text_of(row.reason) for row in rows if row.actual is computed.typed]
    marks = dossier.law.words(PRELIMINARY)
    return any_of(marks, computed.typed.raw + "".join(notes))


def _hit(computed: Computed, measured: Measured, dossier: Dossier) -> Hit:
    typed, title = computed.typed, kinds()[computed.binding.register].title
    hit = Hit(
        at=typed.at,
        quote=typed.raw,
        says={
            "name": computed.name,
            "typed": typed.raw,
            "register": title,
            "computed": measured.told,
            "rows": rows_in_words(measured.used),
        },
    )
    if measured.unread:
        unread = {"unread": rows_in_words(measured.unread)}
        says = {**hit.says, **unread}
        return replace(hit, says=says, severity=Severity.WARNING, variant="unread")
    right = _as_typed(computed, measured, dossier)
    return replace(hit, edits=(Edit(typed.at, typed.raw, right, False),))


def _as_typed(computed: Computed, measured: Measured, dossier: Dossier) -> str:
    """The computed value as the cell writes its own: a bare number stays bare."""
    budget = dossier.project.budget
    if budget is not None and cell_of(computed, budget):
        return amount_text(measured, budget)
    typed, own = computed.typed.value, read_unit(measured.unit) or BARE
    is_bare = isinstance(typed, Number) and typed.quantity.unit == BARE
    if measured.value is None or not is_bare:
        return measured.text
    head = read_unit(computed.head_unit) or own
    found = Quantity(measured.value, own).to(head)
    return plain(found.value) if found else measured.text


def _two_counts(dossier: Dossier) -> Iterator[Hit]:
    """Surveys whose valid answers are another number than the raw ones."""
    register = register_of(dossier, ANSWERS)
    closed = (dossier.evidence or NO_EVIDENCE).closed
    if register is None or not {SURVEYS, ANSWERS} <= closed:
        return
    for survey in registered_surveys(dossier):
        valid, sheets = survey.total("valid"), questionnaires(register, survey.name)
        if valid is not None and sheets and valid != len(sheets):
            place = place_of(dossier, surveyed_rows(dossier, survey))
            yield Hit(
                at=place.at,
                quote=place.raw,
                says={
                    "survey": survey.name,
                    "valid": valid,
                    "rows": rows_in_words(survey.rows),
                    "count": len(sheets),
                    "sheets": rows_in_words([sheet.row for sheet in sheets]),
                },
                variant="sources",
            )


def _two_amounts(dossier: Dossier) -> Iterator[Hit]:
    """Bodies whose purchases over the platform are another sum than their orders."""
    closed = (dossier.evidence or NO_EVIDENCE).closed
    if not {PURCHASES, ORDERS} <= closed:
        return
    words = dossier.law.words(PURCHASE_ROWS)
    place = place_of(dossier, rows_about(dossier, ORDERS, words))
    allowed = allowed_off("元", dossier.law)
    for found in platform_figures(dossier):
        if found.differ(allowed):
            yield Hit(
                at=place.at,
                quote=place.raw,
                says={
                    "unit": found.unit,
                    "reported": plain(found.reported),
                    "rows": rows_in_words(found.rows),
                    "ordered": plain(found.ordered),
                    "orders": rows_in_words(found.order_rows),
                },
                variant="platform",
            )
