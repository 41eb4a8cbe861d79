from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.budget import LEVEL_COLUMNS, Budget, BudgetColumn, BudgetRow
from quanheng.language.patterns.document_numbers import titles_in
from quanheng.language.words import any_of
from quanheng.law.book import Law

ALLOCATIONS: Final = "words.allocations"
LEVELS: Final = "words.fund_levels"
ISSUERS: Final = "words.fund_issuers"


@rule(
    code="BG505",
    name="funding-level-misplaced",
    title=Words("资金级次填列有误", "Money entered under the wrong level"),
    message=Words(
        "{amount}填列在“{column}”栏，下达文件《{title}》所列为{level}资金，应核对级次",
        "{amount} stands under {column}; 《{title}》 allocates {level} money",
    ),
    severity=Severity.WARNING,
    basis=(("practice", "一般做法"),),
    law=(ALLOCATIONS, LEVELS, ISSUERS),
)
def funding_level_misplaced(dossier: Dossier) -> Iterator[Answer]:
    """The money is entered under another level than its allocation names (资金级次).

    Why it matters:
        The levels add up their own money from these cells.

    What it leaves alone:
        Several allocation documents, filled levels or sources named in the title; a
        lower body that passes on money of a higher one. A city may be a prefecture or
        a county, so the name of its finance bureau shows no level.

    Catalogue:
        The level is read from the title, as there is no register of the finance
        bureaus' issuing codes.
    """
    budget, law = dossier.project.budget, dossier.law
    filled = _filled_levels(budget) if budget else ()
    titles = _allocations(dossier, law)
    if budget is None or len(filled) != 1 or len(titles) != 1:
        yield not_applicable(
            "资金级次或下达文件不唯一或未列明",
            "there is not one level with one allocation document",
        )
        return
    column, title = filled[0], titles[0]
    level = _level(title, column, law)
    cell = budget.cell(BudgetRow.ANNUAL, column)
    amount = budget.amount(BudgetRow.ANNUAL, column)
    if level is None or level is column or cell is None or amount is None:
        return
    says = {
        "amount": budget.told(amount),
        "column": column.words,
        "title": title,
        "level": level.words,
    }
    yield Hit.on(cell, says)


def _filled_levels(budget: Budget) -> tuple[BudgetColumn, ...]:
    return tuple(
        column for column in LEVEL_COLUMNS if budget.amount(BudgetRow.ANNUAL, column)
    )


def _allocations(dossier: Dossier, law: Law) -> tuple[str, ...]:
    """The titles that allocate money, each once."""
    words = law.words(ALLOCATIONS)
    return tuple(
        dict.fromkeys(
            cited.title
            for text in dossier.project.texts()
            for cited in titles_in(text.raw)
            if any_of(words, cited.title)
        )
    )


def _level(title: str, column: BudgetColumn, law: Law) -> BudgetColumn | None:
    """The level that a title names, else that of its issuer where it is higher."""
    named = _those_in(law, LEVELS, title)
    if named:
        return named[0] if len(named) == 1 else None
    issuers = _those_in(law, ISSUERS, title)
    if len(issuers) != 1:
        return None
    is_higher = LEVEL_COLUMNS.index(issuers[0]) < LEVEL_COLUMNS.index(column)
    return issuers[0] if is_higher else None


def _those_in(law: Law, name: str, title: str) -> tuple[BudgetColumn, ...]:
    groups = law.word_groups(name)
    return tuple(c for c in LEVEL_COLUMNS if any_of(groups[c.value], title))
