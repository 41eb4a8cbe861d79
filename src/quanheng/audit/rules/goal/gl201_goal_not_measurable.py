from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words, listed
from quanheng.core.field import Field, filled
from quanheng.language.clauses import clauses
from quanheng.language.patterns.figures import has_data, has_date
from quanheng.language.words import any_of, those_in

VAGUE: Final = "words.vague_goal"
MEASURES: Final = "words.measure_verbs"
RESULTS: Final = "words.result_words"
MOSTLY: Final = "self_evaluation.measure_clause_share"


@rule(
    code="GL201",
    name="goal-not-measurable",
    title=Words("绩效目标不可衡量或仅列工作措施", "Goal cannot be measured"),
    message=Words(
        "目标无数量、时间或具体成果，仅表述为“{words}”，应明确可核对的结果",
        "the goal holds no number, date or deliverable, only “{words}”; it should "
        "name a result that can be checked",
    ),
    variants={
        "measures": Words(
            "目标仅列“{words}”等工作措施，无数量、时间或具体成果，应明确预期结果",
            "the goal lists work such as “{words}” and holds no number, date or "
            "deliverable; it should name the result",
        )
    },
    severity=Severity.WARNING,
    basis=(("财预〔2015〕88号", ""),),
    law=(VAGUE, MEASURES, RESULTS, MOSTLY),
)
def goal_not_measurable(dossier: Dossier) -> Iterator[Answer]:
    """The goal names nothing that could be checked (绩效目标不可衡量).

    Why it matters:
        A goal without number, date or deliverable is always reached, so its
        evaluation says nothing.

    What it leaves alone:
        A goal with any measurable part; a vision for the whole period with a
        measurable annual goal; words of a background that begins with 为….
    """
    goals = dossier.project.goals
    written = [goal for goal in (goals.annual, goals.period) if filled(goal)]
    if not written:
        yield not_applicable("未填写绩效目标", "no goal is given")
        return
    results = dossier.law.words(RESULTS)
    vague = [goal for goal in written if goal and not _measurable(goal, results)]
    if not vague or written[0] is not vague[0]:
        return
    first = vague[0]
    if found := those_in(dossier.law.words(VAGUE), first.raw):
        yield Hit.across(vague, {"words": listed(found[:3])})
    elif opening := _only_measures(dossier, first):
        yield Hit.across(vague, {"words": listed(opening[:3])}, variant="measures")


def _measurable(goal: Field, results: tuple[str, ...]) -> bool:
    return any_of(results, goal.raw) or has_date(goal.raw) or has_data(goal.raw)


def _only_measures(dossier: Dossier, goal: Field) -> tuple[str, ...]:
    """The verbs that nearly all clauses begin with; empty where they do not."""
    verbs = dossier.law.words(MEASURES)
    parts = list(clauses(goal.raw))
    opening = [verb for part in parts for verb in verbs if part.startswith(verb)]
    enough = len(opening) >= dossier.law.number(MOSTLY) * len(parts)
    return tuple(dict.fromkeys(opening)) if enough else ()
