from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.registers import (
    figure,
    no_entries,
    place_of,
    question,
)
from quanheng.audit.facts.evidence.surveys_registered import (
    SURVEYS,
    GroupAsked,
    RegisteredSurvey,
    registered_surveys,
    surveyed_rows,
)
from quanheng.audit.rule import Answer, Hit, Need, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import rows_in_words
from quanheng.core.quantity import plain
from quanheng.evidence.bindings.limits import MIN_RETURN_RATE

_COUNTS: Final = ("issued", "returned", "valid")


@rule(
    code="EV104",
    name="survey-counts-incomplete",
    title=Words("发放、回收、有效份数不全", "Survey counts incomplete"),
    message=Words(
        "“{survey}”未填全发放、回收、有效份数，应补充（调查台账{rows}）",
        "“{survey}” lacks one of issued, returned and valid (surveys, {rows})",
    ),
    variants={
        "order": Words(
            "“{survey}”份数有误，应为有效≤回收≤发放（调查台账{rows}）",
            "the counts of “{survey}” are wrong; valid ≤ returned ≤ issued should "
            "hold (surveys, {rows})",
        ),
        "rate": Words(
            "“{survey}”回收率为{rate}，低于{least}%（调查台账{rows}）",
            "{rate} of the questionnaires of “{survey}” came back, less than {least}% "
            "(surveys, {rows})",
        ),
    },
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(MIN_RETURN_RATE,),
    needs=Need.REGISTER,
    registers=(SURVEYS,),
)
def survey_counts_incomplete(dossier: Dossier) -> Iterator[Answer]:
    """A registered survey lacks a count, or its counts contradict each other (份数).

    Why it matters:
        Those who did not answer may think otherwise; without the three counts nobody
        knows how many they are.

    What it leaves alone:
        Open web questionnaires, which are not issued: they need no such count and have
        no rate of return.
    """
    surveys = registered_surveys(dossier)
    if not surveys:
        yield no_entries(dossier, SURVEYS)
        return
    for survey in surveys:
        place = place_of(dossier, surveyed_rows(dossier, survey))
        for variant, rows, says in _faults(dossier, survey):
            yield Hit.on(
                place,
                {"survey": survey.name, "rows": rows_in_words(rows), **says},
                variant=variant,
            )


def _faults(
    dossier: Dossier, survey: RegisteredSurvey
) -> Iterator[tuple[str, list[int], dict[str, str]]]:
    incomplete = [group.row for group in survey.groups if _lacks_count(group)]
    if incomplete:
        yield "", incomplete, {}
    wrong = [group.row for group in survey.groups if _is_out_of_order(group)]
    if wrong:
        yield "order", wrong, {}
    if incomplete or wrong:
        return
    least = dossier.law.number(MIN_RETURN_RATE)
    measured = figure(
        question(dossier, SURVEYS, "response_rate", where={"survey": [survey.name]})
    )
    if measured and measured.value is not None and measured.value < least:
        says = {"rate": measured.text, "least": plain(least)}
        yield "rate", list(measured.used), says


def _lacks_count(group: GroupAsked) -> bool:
    needed = _COUNTS[1:] if group.values["open_web"] else _COUNTS
    return any(group.values[name] is None for name in needed)


def _is_out_of_order(group: GroupAsked) -> bool:
    """Whether fewer were issued than came back, or came back than are valid."""
    counts = [group.values[name] for name in _COUNTS if group.values[name] is not None]
    return counts != sorted(counts, reverse=True)
