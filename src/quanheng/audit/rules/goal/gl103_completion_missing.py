from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import filled


@rule(
    code="GL103",
    name="completion-missing",
    title=Words("未填写实际完成情况", "Actual completion not filled"),
    message=Words(
        "已填写预期目标，未填写实际完成情况，应补充",
        "the expected goal is filled in and its actual completion is not",
    ),
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "附1 自评表"),),
)
def completion_missing(dossier: Dossier) -> Iterator[Answer]:
    """The actual completion of the goal is empty (实际完成情况未填).

    Why it matters:
        The form asks for it because indicators never show the whole.

    What it leaves alone:
        Layouts without that cell; goals that are empty too.
    """
    goals = dossier.project.goals
    if goals.actual is None or not filled(goals.annual):
        yield not_applicable(
            "表中无实际完成情况栏或未填写年度目标",
            "the form has no such cell, or there is no annual goal",
        )
    elif goals.actual.is_blank:
        yield Hit.on(goals.actual)
