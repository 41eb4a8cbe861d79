import re
from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import filled, text_of
from quanheng.core.quantity import plain, rounded
from quanheng.core.report import Chapter, Project
from quanheng.language.similarity import similarity
from quanheng.language.words import any_of

ALIKE: Final = "self_evaluation.goal_similarity"
ONE_OFF: Final = "words.one_off"
_TERM: Final = re.compile(
    r"(\d{4})\s*[年.]\s*\d{1,2}[^，。；]{0,6}?(?:至|到|—+|-|~|～)\s*(\d{4})?\s*[年.]?\s*\d{1,2}\s*月?"
)
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")


@rule(
    code="GL102",
    name="annual-goal-copies-period-goal",
    title=Words("年度目标与实施期目标相同", "Annual goal copies the period goal"),
    message=Words(
        "年度目标与实施期目标文字相同，应明确本年度完成的内容和数量",
        "the annual goal repeats the goal of the whole period; it should say what "
        "is to be reached within the year",
    ),
    variants={
        "nearly": Words(
            "年度目标与实施期目标文字重合{share}%，应明确本年度完成的内容和数量",
            "the annual goal shares {share}% of its text with the goal of the whole "
            "period; it should say what is to be reached within the year",
        )
    },
    severity=Severity.WARNING,
    basis=(("财预〔2015〕88号", ""),),
    law=(ALIKE, ONE_OFF),
)
def annual_goal_copies_period_goal(dossier: Dossier) -> Iterator[Answer]:
    """The annual goal is the text of the period goal (年度目标与实施期目标相同).

    Why it matters:
        Without a goal of its own the year cannot be judged: nobody knows which
        part of the whole was due.

    What it leaves alone:
        A report with one of the two goals only; a project of one year, whose two
        goals are rightly the same.

    Catalogue:
        Two goals whose numbers differ are no copy, however alike their words.
    """
    goals = dossier.project.goals
    if not (filled(goals.period) and filled(goals.annual)):
        yield not_applicable("两项目标未同时填写", "only one goal is given")
        return
    period, annual = text_of(goals.period), text_of(goals.annual)
    if _NUMBER.findall(period) != _NUMBER.findall(annual):
        return
    if _lasts_one_year(dossier.project, dossier.law.words(ONE_OFF)):
        return
    share = similarity(period, annual)
    if share >= dossier.law.number(ALIKE) and goals.annual and goals.period:
        says = {"share": plain(rounded(share * 100, 1))}
        variant = "" if share == 1 else "nearly"
        yield Hit.across((goals.annual, goals.period), says, variant=variant)


def _lasts_one_year(project: Project, one_off: tuple[str, ...]) -> bool:
    texts = [paragraph.raw for paragraph in project.paragraphs(Chapter.BASICS)]
    texts += [text_of(project.goals.period), text_of(project.goals.annual)]
    for text in texts:
        if any_of(one_off, text):
            return True
        for first, last in _TERM.findall(text):
            if last in ("", first):
                return True
    return False
