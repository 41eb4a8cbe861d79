from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.texts.project_period import PERIOD_LABELS, project_period
from quanheng.audit.rule import (
    UNKNOWN_YEAR,
    Answer,
    Hit,
    Severity,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words

LATE_PAYMENT: Final = "words.late_payment"


@rule(
    code="ID203",
    name="project-period-implausible",
    title=Words(
        "项目起止时间有误或未包含评价年度",
        "Project period reversed or without the evaluated year",
    ),
    message=Words(
        "项目起止时间“{period}”未包含评价年度{year}年，应核对",
        "the project period “{period}” does not contain the year evaluated, {year}",
    ),
    variants={
        "reversed": Words(
            "项目起止时间“{period}”的结束时间早于开始时间，应核对",
            "the project period “{period}” ends before it begins",
        )
    },
    severity=Severity.WARNING,
    basis=(("practice", "自评表审核中的常见问题"),),
    law=(PERIOD_LABELS, LATE_PAYMENT),
)
def project_period_implausible(dossier: Dossier) -> Iterator[Answer]:
    """The project period (项目起止时间) is reversed or lacks the evaluated year.

    Why it matters:
        Money spent outside the period of a project was spent on something else, or
        the form is that of another year.

    What it leaves alone:
        A single date; a project that has ended, where the text mentions carried-over
        money or final payments; a period of one year given by its year alone.
    """
    project = dossier.project
    period = project_period(project, dossier.law)
    if period is None:
        yield not_applicable("未注明项目起止时间", "no period of the project is named")
        return
    if period.end < period.start:
        yield Hit.on(period.field, {"period": period.words}, variant="reversed")
        return
    year = project.evaluation_year
    if year is None:
        yield UNKNOWN_YEAR
        return
    if period.start.year <= year <= period.end.year:
        return
    is_over = period.end.year < year
    if not (is_over and dossier.mentions(dossier.law.words(LATE_PAYMENT))):
        yield Hit.on(period.field, {"period": period.words, "year": year})
