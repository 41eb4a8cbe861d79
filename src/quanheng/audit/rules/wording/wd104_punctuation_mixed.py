from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Edit, Fixing, Hit, Severity, rule
from quanheng.core.bilingual import Words, listed
from quanheng.language.patterns.punctuation import mended, mixed_marks

_SHOWN: Final = 4


@rule(
    code="WD104",
    name="punctuation-mixed",
    title=Words("标点全半角混用", "Punctuation of two widths mixed"),
    message=Words(
        "{count}处标点不规范，应改为：{marks}",
        "{count} marks should be full-width: {marks}",
    ),
    severity=Severity.INFO,
    basis=(("GB/T 15834-2011", ""),),
    fixing=Fixing.SAFE,
)
def punctuation_mixed(dossier: Dossier) -> Iterator[Answer]:
    """Half-width or doubled punctuation among Chinese characters (标点混用).

    Why it matters:
        The standard for official documents asks for full-width marks and curved quotes.

    What it leaves alone:
        Numbers, formulas, codes and addresses; units in brackets (万元); a label with
        its colon at the beginning; numbering.
    """
    for text in dossier.project.prose():
        if corrections := mixed_marks(text.raw):
            pairs = dict.fromkeys((one.wrong, one.right) for one in corrections)
            yield Hit.on(
                text,
                {
                    "count": len(corrections),
                    "marks": listed((f"{a}→{b}" for a, b in pairs), _SHOWN),
                },
                edits=(Edit.on(text, mended(text.raw, corrections), safe=True),),
            )
