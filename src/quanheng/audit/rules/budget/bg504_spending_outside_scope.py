from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.payments import SPENDING, spending_place
from quanheng.audit.facts.evidence.registers import (
    figure,
    no_entries,
    question,
    register_of,
)
from quanheng.audit.rule import Answer, Hit, Need, Severity, insufficient, rule
from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import rows_in_words
from quanheng.language.words import any_of

EXCLUDED: Final = "budget.excluded_categories"
ALLOWED: Final = "words.allowed_spending"


@rule(
    code="BG504",
    name="spending-outside-scope",
    title=Words("超范围支出", "Spending outside the project's purpose"),
    message=Words(
        "列支“{category}”{amount}，项目资金不得用于此类支出（支出台账{rows}）",
        "{amount} were spent on “{category}”, which project money is not for "
        "(spending, {rows})",
    ),
    severity=Severity.ERROR,
    basis=(("《预算法》", "第五十七条"), ("《预算法》", "第六十三条")),
    law=(EXCLUDED, ALLOWED),
    needs=Need.REGISTER,
    registers=(SPENDING,),
)
def spending_outside_scope(dossier: Dossier) -> Iterator[Answer]:
    """A payment is of a category that project money is not for (超范围支出).

    Why it matters:
        Wages and receptions have their own budget; paying them from a project is a
        misuse of it.

    What it leaves alone:
        Categories that the text says the fund's rules allow; payments without a
        category; labour cost (劳务费) and public service posts.
    """
    register = register_of(dossier, SPENDING)
    if register is None:
        yield no_entries(dossier, SPENDING)
        return
    categories = dict.fromkeys(register.column("category"))
    if not any(categories):
        yield insufficient(
            "支出台账未登记经济分类", "the register of spending has no categories"
        )
        return
    excluded, allowed = dossier.law.words(EXCLUDED), dossier.law.words(ALLOWED)
    place = spending_place(dossier)
    for category in categories:
        if not category or not any_of(excluded, category):
            continue
        spent = figure(
            question(dossier, SPENDING, "sum", "amount", where={"category": [category]})
        )
        if (
            spent is None
            or not spent.value
            or dossier.has_sentence([category], allowed)
        ):
            continue
        says = {
            "category": category,
            "amount": spent.told,
            "rows": rows_in_words(spent.used),
        }
        yield Hit.on(place, says)
