"""LB103 budget-approval-not-cited (未引用预算批复或资金下达文件)."""

from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, NotApplicable, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import Field
from quanheng.core.report import Project
from quanheng.language.document_numbers import numbers_in, titles_in

BUDGET_APPROVAL = "words.budget_approval"
FINANCE_CODES = "words.finance_codes"
PERFORMANCE_TITLES = "words.performance_titles"


@rule(
    code="LB103",
    name="budget-approval-not-cited",
    title=Words(
        "未引用预算批复或资金下达文件", "No budget approval or allocation cited"
    ),
    message=Words(
        "全文没有引用预算批复或资金下达文件，应写明文件名和文号",
        "no budget approval or allocation document is cited anywhere",
    ),
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(BUDGET_APPROVAL, FINANCE_CODES, PERFORMANCE_TITLES),
)
def budget_approval_not_cited(dossier: Dossier) -> Iterator[Answer]:
    """No document that approved or allocated the money (预算批复) is cited.

    Why it matters:
        Targets and weights are those approved with the budget, so the approval is
        what the whole evaluation is measured by.

    What it leaves alone:
        A bare form without narrative; a document number with a finance code, unless
        its title is about performance management. An approval held as evidence
        comes with the register.
    """
    project = dossier.project
    if not project.sections:
        yield NotApplicable(Words("只有自评表", "a form without narrative"))
        return
    if any(_cites_money(text.raw, dossier) for text in project.texts()):
        return
    place = project.overview.basis or _head(project)
    yield Hit(at=place.at, quote=place.raw)


def _head(project: Project) -> Field:
    return project.name or Field("", project.at)


def _cites_money(text: str, dossier: Dossier) -> bool:
    law = dossier.law
    codes = law.words(FINANCE_CODES)
    unrelated = law.words(PERFORMANCE_TITLES)
    approval = law.words(BUDGET_APPROVAL)
    managing = False
    for cited in titles_in(text):
        if any(word in cited.title for word in unrelated):
            managing = True
        elif any(word in cited.title for word in approval):
            return True
    if managing:
        return False
    return any(
        any(code in number.code for code in codes) for number in numbers_in(text)
    )
