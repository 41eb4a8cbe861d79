"""What a report says about money that was not spent (未支出资金的说明)."""

from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.core.field import filled, text_of
from quanheng.language.words import any_of

CAUSE: Final = "words.cause"
MONEY_MATTERS: Final = "words.money_matters"


def is_spending_explained(dossier: Dossier) -> bool:
    """Whether a low execution rate is explained anywhere.

    By a sentence that speaks of money and names a cause, by a stated outcome that
    names one, or by any reason given for a row, since late work is late money.
    """
    cause, money = dossier.law.words(CAUSE), dossier.law.words(MONEY_MATTERS)
    return (
        dossier.has_sentence(cause, money)
        or any_of(cause, text_of(dossier.project.goals.actual))
        or any(filled(row.reason) for row in dossier.project.indicators)
    )
