from collections.abc import Iterator
from functools import partial
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.platform_purchases import (
    ORDERS,
    PURCHASES,
    platform_figures,
)
from quanheng.audit.facts.evidence.questionnaires import questionnaires
from quanheng.audit.facts.evidence.recomputed import computed_values
from quanheng.audit.facts.evidence.registers import (
    NO_EVIDENCE,
    place_of,
    register_of,
    rows_about,
)
from quanheng.audit.facts.evidence.surveys_registered import (
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
    Severity,
    insufficient,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import Computed, Measured, rows_in_words
from quanheng.core.expression import Number
from quanheng.core.field import text_of
from quanheng.core.grammar.units import read_unit
from quanheng.core.quantity import BARE, Quantity, plain
from quanheng.evidence.bindings.agreement import agrees
from quanheng.evidence.bindings.filled_project import amount_text, cell_of
from quanheng.evidence.bindings.limits import TOLERANCES, tolerances_in
from quanheng.language.words import any_of
from quanheng.registers.kinds import kinds

PRELIMINARY: Final = "words.preliminary"
PURCHASE_ROWS: Final = "words.purchase_rows"
_NO_VALUE: Final = Words("台账无取数结果", "the register gives no value")
_NOT_COMPARABLE: Final = Words(
    "填报值不是单位相同的数值", "the typed value is no figure in the same unit"
)
_PRELIMINARY: Final = Words("标明为初步数", "marked as preliminary")


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
        Rows that are bound to no register; a rate or an amount within its tolerance;
        blank cells, which take the computed value; orders of other buyers. What was
        not compared is named with the reason: a register that is not closed for the
        period, a figure marked preliminary, a text. Where rows of the register can't
        be read, the value is not certain, and the finding is a warning.
    """
    disagreements = [*_two_counts(dossier), *_two_amounts(dossier)]
    values = list(computed_values(dossier))
    answers = [*map(partial(_answer, dossier), values), *disagreements]
    if not answers:
        yield not_applicable("无按台账取数的指标", "no row is bound to a register")
    elif not any(answers) and all(value.typed.is_blank for value in values):
        yield not_applicable(
            "均未填报，以台账为准", "nothing was typed beside the registers"
        )
    yield from filter(None, answers)


def _answer(dossier: Dossier, computed: Computed) -> Hit | Insufficient | None:
    """The answer for one value: it differs, can't be compared, or is right (None)."""
    measured = computed.measured
    if measured is None or measured.value is None:
        return _unjudged(computed, computed.why or _NO_VALUE)
    if computed.typed.is_blank:
        return None
    if why := _why_not_compared(dossier, computed):
        return _unjudged(computed, why, measured)
    if agrees(computed) is False:
        return _hit(computed, measured, dossier)
    return _unjudged(computed, _unread(computed)) if computed.unread.zh else None


def _why_not_compared(dossier: Dossier, computed: Computed) -> Words | None:
    """Why typed and computed value can't be compared yet; None where they can."""
    if agrees(computed) is None:
        return _NOT_COMPARABLE
    if computed.doubts:
        return computed.doubts[0]
    is_open = agrees(computed) is False and _is_preliminary(computed, dossier)
    return _PRELIMINARY if is_open else None


def _unjudged(
    computed: Computed, why: Words, measured: Measured | None = None
) -> Insufficient:
    """That a value was not compared, with both values where there are two."""
    name, typed = computed.name, computed.typed.raw
    if measured is None:
        return insufficient(
            f"“{name}”未比对：{why.zh}", f"“{name}” not compared: {why.en}"
        )
    return insufficient(
        f"“{name}”未比对：{why.zh}；填报{typed}，台账现为{measured.text}",
        f"“{name}” not compared: {why.en}; typed {typed}, the register gives "
        f"{measured.told.en} so far",
    )


def _unread(computed: Computed) -> Words:
    return Words(
        f"填报值与台账一致，但{computed.unread.zh}未能读入，无法确认",
        f"both are the same, but {computed.unread.en} could not be read",
    )


def _is_preliminary(computed: Computed, dossier: Dossier) -> bool:
    rows = dossier.project.indicators
    notes = [text_of(row.reason) for row in rows if row.actual is computed.typed]
    marks = dossier.law.words(PRELIMINARY)
    return any_of(marks, computed.typed.raw + "".join(notes))


def _hit(computed: Computed, measured: Measured, dossier: Dossier) -> Hit:
    typed, title = computed.typed, kinds()[computed.binding.register].title
    says = {
        "name": computed.name,
        "typed": typed.raw,
        "register": title,
        "computed": measured.told,
        "rows": rows_in_words(measured.used),
    }
    if computed.unread.zh:
        says["unread"] = computed.unread
        return Hit.on(typed, says, severity=Severity.WARNING, variant="unread")
    right = _as_typed(computed, measured, dossier)
    return Hit.on(typed, says, edits=(Edit.on(typed, right, safe=False),))


def _as_typed(computed: Computed, measured: Measured, dossier: Dossier) -> str:
    """The computed value in the form of the typed one: a bare number stays bare."""
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


def _two_counts(dossier: Dossier) -> Iterator[Hit | Insufficient]:
    """Surveys whose number of valid answers is not that of their questionnaires."""
    register = register_of(dossier, ANSWERS)
    if register is None:
        return
    for survey in registered_surveys(dossier):
        valid, sheets = survey.total("valid"), questionnaires(register, survey.name)
        if valid is None or not sheets or valid == len(sheets):
            continue
        if doubt := _doubt(dossier, SURVEYS, ANSWERS):
            yield _uncompared(survey.name, doubt)
            continue
        says = {
            "survey": survey.name,
            "valid": valid,
            "rows": rows_in_words(survey.rows),
            "count": len(sheets),
            "sheets": rows_in_words([sheet.row for sheet in sheets]),
        }
        place = place_of(dossier, surveyed_rows(dossier, survey))
        yield Hit.on(place, says, variant="sources")


def _two_amounts(dossier: Dossier) -> Iterator[Hit | Insufficient]:
    """Units whose purchases over the platform do not add up to their orders."""
    words = dossier.law.words(PURCHASE_ROWS)
    place = place_of(dossier, rows_about(dossier, ORDERS, words))
    allowed = tolerances_in(dossier.law).of("元")
    for found in platform_figures(dossier):
        if not found.differ(allowed):
            continue
        if doubt := _doubt(dossier, PURCHASES, ORDERS):
            yield _uncompared(found.unit, doubt)
            continue
        says = {
            "unit": found.unit,
            "reported": plain(found.reported),
            "rows": rows_in_words(found.rows),
            "ordered": plain(found.ordered),
            "orders": rows_in_words(found.order_rows),
        }
        yield Hit.on(place, says, variant="platform")


def _doubt(dossier: Dossier, *names: str) -> Words | None:
    """Why two registers can't be compared yet; None where they can."""
    evidence = dossier.evidence or NO_EVIDENCE
    return next((doubt for name in names for doubt in evidence.doubts(name)), None)


def _uncompared(name: str, why: Words) -> Insufficient:
    return insufficient(
        f"“{name}”的两本台账不一致，未比对：{why.zh}",
        f"two registers differ on “{name}” and were not compared: {why.en}",
    )
