"""How a report explains unspent money (未支出资金的说明)."""

from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.core.field import filled, text_of
from quanheng.language.words import any_of

CAUSE: Final = "words.cause"
MONEY_MATTERS: Final = "words.money_matters"


def is_spending_explained(dossier: Dossier) -> bool:
    """Whether a low execution rate is explained anywhere.

    By a sentence about money that names a cause, by a stated outcome that names one,
    or by the reason of any row, since late work means late payment.
    """
    cause, money = dossier.law.words(CAUSE), dossier.law.words(MONEY_MATTERS)
    return (
        dossier.has_sentence(cause, money)
        or any_of(cause, text_of(dossier.project.goals.actual))
        or any(filled(row.reason) for row in dossier.project.indicators)
    )
