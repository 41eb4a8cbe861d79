from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.budget import BudgetRow
from quanheng.core.expression import Number
from quanheng.core.field import Field
from quanheng.core.quantity import Dimension, plain
from quanheng.core.report import Chapter, Project
from quanheng.language.clauses import clauses
from quanheng.language.patterns.figures import figures, years
from quanheng.language.words import any_of, those_in
from quanheng.scoring.budget.budget_sums import AMOUNT_TOLERANCE, amount_tolerance
from quanheng.scoring.budget.execution_rate import balance

SURPLUS: Final = "words.surplus"
ALL_SPENT: Final = "words.all_spent"
OTHER_PERIODS: Final = "words.other_period_marks"
SAVED: Final = "words.saved_cost"
_CHAPTERS: Final = (Chapter.BASICS, Chapter.PERFORMANCE, Chapter.ANALYSIS)


@rule(
    code="CS103",
    name="text-claims-surplus",
    title=Words(
        "结余情况正文与预算表不一致", "Text and budget table differ on the surplus"
    ),
    message=Words(
        "正文表述为“{claim}”，预算表结余为0元，两处应一致",
        "the text says “{claim}”, the budget table shows no surplus; both should agree",
    ),
    variants={
        "spent": Words(
            "正文表述为“{claim}”，预算表结余为{balance}元，两处应一致",
            "the text says “{claim}”, the budget table shows {balance} yuan left; both "
            "should agree",
        )
    },
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "第二十一条"),),
    law=(SURPLUS, ALL_SPENT, OTHER_PERIODS, SAVED, AMOUNT_TOLERANCE),
)
def text_claims_surplus(dossier: Dossier) -> Iterator[Answer]:
    """Text and table disagree on whether money was left (结余).

    Why it matters:
        Money left over must be carried over or returned; both need its amount.

    What it leaves alone:
        Other years; a surplus without an amount; savings against the asking price of a
        tender.
    """
    left = _left(dossier.project)
    if left is None:
        yield not_applicable("无可比对的结余数", "there is no surplus to compare")
        return
    found = tuple(_claims(dossier, left))
    if found:
        paragraph, claim = found[0]
        yield Hit.on(
            paragraph,
            {"claim": claim, "balance": plain(left)},
            also=tuple(other.at for other, _ in found[1:]),
            variant="spent" if left else "",
        )


def _claims(dossier: Dossier, left: Decimal) -> Iterator[tuple[Field, str]]:
    """The claims of the narrative that the money left does not bear out."""
    law, year = dossier.law, dossier.project.evaluation_year
    apart = law.words(OTHER_PERIODS) + law.words(SAVED)
    tolerance = amount_tolerance(law)
    spent, surplus = law.words(ALL_SPENT), law.words(SURPLUS)
    for paragraph in dossier.project.paragraphs(*_CHAPTERS):
        if not any_of(spent if left else surplus, paragraph.raw):
            continue
        for clause in clauses(paragraph.raw):
            if any_of(apart, clause) or not years(clause) <= {year}:
                continue
            claim = those_in(spent, clause)
            if claim and left > tolerance:
                yield paragraph, claim[0]
            elif left == 0 and not claim and _names_surplus(clause, surplus):
                yield paragraph, clause


def _left(project: Project) -> Decimal | None:
    """Money left over in 元: row (5), else received − spent."""
    if project.budget is None:
        return None
    stated = project.budget.amount(BudgetRow.BALANCE)
    return balance(project.budget) if stated is None else stated


def _names_surplus(clause: str, words: tuple[str, ...]) -> bool:
    """Whether an amount above zero follows a word for surplus."""
    found = those_in(words, clause)
    if not found:
        return False
    word_at = clause.index(found[0])
    return any(
        figure.start > word_at
        and isinstance(figure.value, Number)
        and figure.value.quantity.unit.dimension is Dimension.MONEY
        and figure.value.quantity.value > 0
        for figure in figures(clause)
    )
