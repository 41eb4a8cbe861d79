from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import filled
from quanheng.core.report import Chapter
from quanheng.language.words import any_of

SEVERAL_YEARS: Final = "words.several_years"


@rule(
    code="GL101",
    name="annual-goal-missing",
    title=Words("年度目标缺失", "Annual goal missing"),
    message=Words(
        "未填写年度目标，应补充本年度预期达到的结果", "there is no annual goal"
    ),
    variants={
        "period": Words(
            "项目跨年度实施，未填写实施期目标，应补充",
            "a project of several years has no goal for its whole period",
        )
    },
    severity=Severity.WARNING,
    basis=(("财预〔2015〕88号", ""), ("财预〔2020〕10号", "附1 自评表")),
    law=(SEVERAL_YEARS,),
)
def annual_goal_missing(dossier: Dossier) -> Iterator[Answer]:
    """The cell of the annual goal is empty (年度目标缺失).

    Why it matters:
        Indicators without a goal measure something that nobody asked for.

    What it leaves alone:
        Forms without that cell; a project of one year without a period goal; goals
        that are missing as a whole, which the identity rules report.
    """
    goals = dossier.project.goals
    if not any(map(filled, (goals.annual, goals.period, goals.actual))):
        yield not_applicable("未填写绩效目标", "no goal is given")
        return
    if goals.annual and goals.annual.is_blank:
        yield Hit.on(goals.annual)
    period = goals.period
    basics = "\n".join(p.raw for p in dossier.project.paragraphs(Chapter.BASICS))
    if period and period.is_blank and any_of(dossier.law.words(SEVERAL_YEARS), basics):
        yield Hit.on(period, variant="period")
