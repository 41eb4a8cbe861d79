import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain
from quanheng.language.clauses import sentences
from quanheng.language.words import any_of

TOLERANCE: Final = "self_evaluation.share_tolerance"
WINDOW: Final = "self_evaluation.share_window"
LIMITS: Final = "words.share_limits"
_SHARE: Final = re.compile(
    r"占(?:比|总[^\d，。；]{0,6}|全部[^\d，。；]{0,6})?(?:为|达)?\s*(\d+(?:\.\d+)?)\s*[%％]"
)
_FEWEST: Final = 3
_WHOLE: Final = Decimal(100)


@rule(
    code="CS106",
    name="shares-not-100",
    title=Words("占比合计不为100%", "Shares do not add up to 100%"),
    message=Words(
        "{count}项占比合计为{sum}%，应为100%",
        "{count} shares add up to {sum}%, not to 100%",
    ),
    severity=Severity.WARNING,
    basis=(("practice", "自评复核中的常见问题"),),
    law=(TOLERANCE, WINDOW, LIMITS),
)
def shares_not_100(dossier: Dossier) -> Iterator[Answer]:
    """The parts of a whole do not add up to it (占比合计).

    Why it matters:
        One of the shares is wrong, or a part is missing.

    What it leaves alone:
        Lists of the largest parts, of other parts (其他, 等), of answers of which
        several could be given; rounding.

    Catalogue:
        Only a sum near 100% is a slip; a sum far from it adds up shares of different
        wholes.
    """
    law = dossier.law
    limits = law.words(LIMITS)
    for paragraph in dossier.project.paragraphs():
        if "占" not in paragraph.raw:
            continue
        for sentence in sentences(paragraph.raw):
            shares = [Decimal(share) for share in _SHARE.findall(sentence)]
            if len(shares) < _FEWEST or any_of(limits, sentence):
                continue
            whole = sum(shares, Decimal(0))
            off = abs(whole - _WHOLE)
            if law.number(TOLERANCE) * len(shares) < off <= law.number(WINDOW):
                says = {"count": len(shares), "sum": plain(whole)}
                yield Hit.on(paragraph, says)
