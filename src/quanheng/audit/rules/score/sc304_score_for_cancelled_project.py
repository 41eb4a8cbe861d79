from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.budget import SOURCE_COLUMNS, Budget, BudgetColumn, BudgetRow
from quanheng.core.field import Field, text_of
from quanheng.core.quantity import plain
from quanheng.scoring.total import confirmed

CANCELLED = "words.project_cancelled"
UNPAID = "words.unpaid"


@rule(
    code="SC304",
    name="score-for-cancelled-project",
    title=Words("未实施项目仍有得分", "Scores for a project that did not run"),
    message=Words(
        "全年执行数为0，除预算执行率外仍得{sum}分，未说明工作已完成但款项未付",
        "nothing was spent, yet {sum} points are stated and no word says the work is "
        "done and unpaid",
    ),
    variants={
        "cancelled": Words(
            "项目写明“{word}”，除预算执行率外仍得{sum}分，缺乏依据",
            "the project is “{word}”, yet {sum} points are stated",
        ),
    },
    severity=Severity.ERROR,
    basis=(("practice", "一般做法"),),
    law=(CANCELLED, UNPAID),
)
def score_for_cancelled_project(dossier: Dossier) -> Iterator[Answer]:
    """Indicators have points although the project did not run (未实施仍打分).

    A project did not run if nothing was spent or the stated outcome says so.

    Why it matters:
        Points for work that was not done hide that the money was not needed.

    What it leaves alone:
        Work that is done but not yet paid, where the report says so; projects without
        a budget; a total of zero next to a filled source column, which is a budget
        fault (BG201).
    """
    points = confirmed(r.stated for r in dossier.scorecard.rows if not r.is_execution)
    if points <= 0:
        yield not_applicable("指标均无得分", "no indicator has points")
        return
    says: dict[str, object] = {"sum": plain(points)}
    if found := _cancelled(dossier):
        place, word = found
        says["word"] = word
        yield Hit.on(place, says, variant="cancelled")
        return
    budget = dossier.project.budget
    cell = _nothing_spent(budget) if budget else None
    if cell is not None and not _is_unpaid(dossier):
        yield Hit.on(cell, says)


def _nothing_spent(budget: Budget) -> Field | None:
    """The cell that says 0 was spent of a budget; None where money was spent."""
    columns = (BudgetColumn.TOTAL, *SOURCE_COLUMNS)
    if any(budget.amount(BudgetRow.SPENT, column) for column in columns):
        return None
    is_zero = budget.spent is not None and budget.planned
    return budget.cell(BudgetRow.SPENT) if is_zero else None


def _cancelled(dossier: Dossier) -> tuple[Field, str] | None:
    """The text on the goal's outcome that says the project did not run."""
    place = dossier.project.goals.actual
    for word in dossier.law.words(CANCELLED):
        if place is not None and word in place.raw:
            return place, word
    return None


def _is_unpaid(dossier: Dossier) -> bool:
    project = dossier.project
    texts = [paragraph.raw for paragraph in project.paragraphs()]
    texts += [text_of(row.reason) for row in project.indicators]
    texts.append(text_of(project.goals.actual))
    words = dossier.law.words(UNPAID)
    return any(word in text for text in texts for word in words)
