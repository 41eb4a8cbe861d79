from collections.abc import Iterator
from decimal import Decimal

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import NO_INDICATORS, Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import text_of
from quanheng.core.indicator import LevelTwo
from quanheng.core.quantity import plain
from quanheng.language.clauses import items
from quanheng.language.words import any_of

FEWEST = "self_evaluation.min_quantity_indicators"
MOST = "self_evaluation.max_indicators"
LARGE = "self_evaluation.large_project_amount"
SINGLE = "words.single_output_projects"
SUMMARIES = "words.summary_projects"
WAN = Decimal(10_000)


@rule(
    code="IN104",
    name="indicator-count-unsuitable",
    title=Words("三级指标过少或过多", "Too few or too many level-3 indicators"),
    message=Words(
        "实施计划列有{tasks}项任务，数量指标仅{count}项，至少应设{least}项",
        "the plan names {tasks} tasks; quantity indicators: {count}, at least {least} "
        "are due",
    ),
    variants={
        "many": Words(
            "三级指标共{count}项，超过{most}项，应适当精简",
            "there are {count} level-three indicators, more than {most}",
        )
    },
    severity=Severity.INFO,
    basis=(("财预〔2021〕101号", ""),),
    law=(FEWEST, MOST, LARGE, SINGLE, SUMMARIES),
    judges_whole=True,
)
def indicator_count_unsuitable(dossier: Dossier) -> Iterator[Answer]:
    """Too few quantity indicators for the planned tasks, or too many in all (指标个数).

    Why it matters:
        One count cannot represent several tasks, and thirty rows hide what matters.

    What it leaves alone:
        Projects with one output (one purchase, one building); a plan that numbers
        no tasks; summaries of several projects and large ones for the upper limit.

    Catalogue:
        A task with a count of its own but without a row is reported by GL301.
    """
    rows = dossier.project.indicators
    if not rows:
        yield NO_INDICATORS
        return
    yield from _too_few(dossier)
    most = dossier.law.number(MOST)
    if len(rows) > most and not _may_be_many(dossier):
        yield Hit(
            at=dossier.project.table_at,
            says={"count": len(rows), "most": plain(most)},
            variant="many",
        )


def _too_few(dossier: Dossier) -> Iterator[Hit]:
    project = dossier.project
    rows = [row for row in project.indicators if row.level_two is LevelTwo.QUANTITY]
    tasks = len(items(text_of(project.overview.plan)))
    least = dossier.law.number(FEWEST)
    is_single = any_of(dossier.law.words(SINGLE), text_of(project.name))
    if not rows or tasks < least or len(rows) >= least or is_single:
        return
    yield Hit.on(
        rows[0].name, {"tasks": tasks, "count": len(rows), "least": plain(least)}
    )


def _may_be_many(dossier: Dossier) -> bool:
    budget = dossier.project.budget
    planned = budget.planned if budget else None
    if any_of(dossier.law.words(SUMMARIES), text_of(dossier.project.name)):
        return True
    return planned is None or planned > dossier.law.number(LARGE) * WAN
