from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.language.patterns.document_numbers import numbers_in, titles_in
from quanheng.language.words import any_of
from quanheng.law.book import Law

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
        "全文未引用预算批复或资金下达文件，应补充文件名称和文号",
        "no budget approval or allocation document is cited anywhere",
    ),
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(BUDGET_APPROVAL, FINANCE_CODES, PERFORMANCE_TITLES),
    judges_whole=True,
)
def budget_approval_not_cited(dossier: Dossier) -> Iterator[Answer]:
    """No document that approved or allocated the money (预算批复) is cited.

    Why it matters:
        Targets and weights are approved with the budget, so the whole evaluation is
        measured by the approval.

    What it leaves alone:
        A bare form without narrative; a document number with a finance code, unless
        its title is about performance management.
    """
    project = dossier.project
    if not project.has_narrative:
        yield not_applicable("只有自评表", "a form without narrative")
        return
    approvals = _Approvals(dossier.law)
    if any(approvals.cited_in(text.raw) for text in project.texts()):
        return
    place = project.overview.basis or project.head
    yield Hit.on(place)


class _Approvals:
    """Tells documents about money from those about managing it."""

    def __init__(self, law: Law) -> None:
        self._approval = law.words(BUDGET_APPROVAL)
        self._codes = law.words(FINANCE_CODES)
        self._managing = law.words(PERFORMANCE_TITLES)

    def cited_in(self, text: str) -> bool:
        """Whether a text cites a document that approves or allocates money."""
        titles = [cited.title for cited in titles_in(text)]
        managing = [title for title in titles if any_of(self._managing, title)]
        if any(
            any_of(self._approval, title) for title in titles if title not in managing
        ):
            return True
        return not managing and any(
            any_of(self._codes, number.code) for number in numbers_in(text)
        )
