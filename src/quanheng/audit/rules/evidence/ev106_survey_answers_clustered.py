from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.questionnaires import (
    Questionnaire,
    answered_alike,
    closest_in_time,
    from_one_place,
    questionnaires,
)
from quanheng.audit.facts.evidence.registers import no_entries, place_of, register_of
from quanheng.audit.facts.evidence.surveys_registered import (
    ANSWERS,
    SURVEYS,
    registered_surveys,
    surveyed_rows,
)
from quanheng.audit.rule import Answer, Hit, Need, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import rows_in_words
from quanheng.core.quantity import plain
from quanheng.evidence.bindings.limits import MIN_SAMPLE
from quanheng.law.book import Law

BURST_MINUTES: Final = "survey.burst_minutes"
MAX_SHARE: Final = "survey.max_cluster_share"
TELLING_QUESTIONS: Final = "survey.telling_questions"


@rule(
    code="EV106",
    name="survey-answers-clustered",
    title=Words("问卷答案或提交时间异常集中", "Survey answers or times clustered"),
    message=Words(
        "“{survey}”{total}份问卷中{count}份在{minutes}分钟内提交，应核实（问卷答案{rows}）",
        "{count} of the {total} questionnaires of “{survey}” came within {minutes} "
        "minutes (survey answers, {rows})",
    ),
    variants={
        "alike": Words(
            "“{survey}”{total}份问卷中{count}份逐题答案相同，应核实（问卷答案{rows}）",
            "{count} of the {total} questionnaires of “{survey}” have the same answer "
            "to every question (survey answers, {rows})",
        ),
        "source": Words(
            "“{survey}”{total}份问卷中{count}份来自同一来源，应核实（问卷答案{rows}）",
            "{count} of the {total} questionnaires of “{survey}” came from one source "
            "(survey answers, {rows})",
        ),
    },
    severity=Severity.WARNING,
    basis=(("practice", "审计工作程序"),),
    law=(BURST_MINUTES, MAX_SHARE, TELLING_QUESTIONS, MIN_SAMPLE),
    needs=Need.REGISTER,
    registers=(ANSWERS, SURVEYS),
)
def survey_answers_clustered(dossier: Dossier) -> Iterator[Answer]:
    """Too many questionnaires came at once, alike, or from one source (集中填写).

    Why it matters:
        Answers of many people differ and come over days; a cluster may be the work
        of one hand. It is a reason to look, not a verdict.

    What it leaves alone:
        Surveys filled in together on site or on shared devices, where the register
        says so; fewer questionnaires than the smallest sample; the same answers to
        only a few questions, which may agree by chance.
    """
    answers = register_of(dossier, ANSWERS)
    if answers is None:
        yield no_entries(dossier, ANSWERS)
        return
    surveys = registered_surveys(dossier)
    if not surveys:
        yield no_entries(dossier, SURVEYS)
        return
    for survey in surveys:
        if survey.says("on_site") or survey.says("shared_device"):
            continue
        sheets = questionnaires(answers, survey.name)
        if len(sheets) < dossier.law.number(MIN_SAMPLE):
            continue
        place = place_of(dossier, surveyed_rows(dossier, survey))
        for variant, cluster in _clusters(sheets, dossier.law):
            says = {
                "survey": survey.name,
                "total": len(sheets),
                "count": len(cluster),
                "minutes": plain(dossier.law.number(BURST_MINUTES)),
                "rows": rows_in_words(sorted(sheet.row for sheet in cluster)),
            }
            yield Hit.on(place, says, variant=variant)


def _clusters(
    sheets: Sequence[Questionnaire], law: Law
) -> Iterator[tuple[str, Sequence[Questionnaire]]]:
    """Each kind of cluster that is too large a share of all questionnaires."""
    window = timedelta(minutes=int(law.number(BURST_MINUTES)))
    telling = [s for s in sheets if len(s.answers) >= law.number(TELLING_QUESTIONS)]
    for variant, cluster in (
        ("", closest_in_time(sheets, window)),
        ("alike", answered_alike(telling)),
        ("source", from_one_place(sheets)),
    ):
        if Decimal(len(cluster)) > law.number(MAX_SHARE) * len(sheets):
            yield variant, cluster
