from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.surveys import (
    ADMINISTRATIVE_RATINGS,
    FULL_COUNTS,
    SURVEY_METHODS,
    SURVEY_TERMS,
    survey_account,
    survey_rows,
)
from quanheng.audit.facts.evidence.surveys_registered import unsurveyed_rows
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words, listed
from quanheng.core.field import text_of

_SEVERITIES: Final = {"sample": Severity.WARNING, "form": Severity.INFO}


@rule(
    code="EV101",
    name="survey-missing",
    title=Words(
        "满意度、知晓率缺少调查支撑", "Satisfaction or awareness without a survey"
    ),
    message=Words(
        "{rows}未注明调查的样本、时间和方法，应补充",
        "{rows}: no sample, time or method of a survey is given",
    ),
    variants={
        "sample": Words(
            "{rows}提及调查但未注明样本量，应补充",
            "{rows}: a survey is mentioned without its sample",
        ),
        "form": Words(
            "{rows}应随自评表附调查样本、时间和方法的说明",
            "{rows}: the form should go with sample, time and method of the survey",
        ),
    },
    severity=Severity.ERROR,
    basis=(
        ("财预〔2020〕10号", "第二十一条"),
        ("practice", "自评复核中的常见问题"),
        ("practice", "审计工作程序"),
    ),
    law=(SURVEY_TERMS, SURVEY_METHODS, ADMINISTRATIVE_RATINGS, FULL_COUNTS),
    judges_whole=True,
)
def survey_missing(dossier: Dossier) -> Iterator[Answer]:
    """A satisfaction or awareness rate (满意度, 知晓率) names no survey.

    Why it matters:
        A rate of people asked is a number only if somebody was asked; without a
        survey reviewers give the row no points.

    What it leaves alone:
        Rows without points; rows with a survey in the register; a survey or an
        administrative rating that the text or the row's own cell gives with the number
        of people asked. One without that number is a warning; a form without
        narrative, which has no room for it, is info.
    """
    if not survey_rows(dossier.project, dossier.law):
        yield not_applicable("无满意度、知晓率类指标", "no row rests on a survey")
        return
    rows = unsurveyed_rows(dossier)
    if not rows:
        return
    account = survey_account(dossier.project, dossier.law)
    variant = "" if dossier.project.has_narrative else "form"
    if account.has_method:
        variant = "sample"
    says = {"rows": listed(f"“{r.title}”{text_of(r.actual)}" for r in rows)}
    cells = [row.actual for row in rows if row.actual]
    yield Hit.across(cells, says, severity=_SEVERITIES.get(variant), variant=variant)
