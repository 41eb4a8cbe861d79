from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Edit, Fixing, Hit, Severity, rule
from quanheng.core.bilingual import Words, listed
from quanheng.language.patterns.typos import corrected, find_typos, typos_from

TYPOS: Final = "words.typos"


@rule(
    code="WD102",
    name="typo",
    title=Words("错别字", "Typing error"),
    message=Words("“{wrong}”应为“{right}”", "“{wrong}” should read “{right}”"),
    severity=Severity.INFO,
    basis=(("practice", "自评表审核中的常见问题"),),
    law=(TYPOS,),
    fixing=Fixing.SAFE,
)
def typo(dossier: Dossier) -> Iterator[Answer]:
    """A listed typing error occurs in its context (错别字).

    Why it matters:
        The report is an official document; a wrong character may change its meaning.

    What it leaves alone:
        Words in other contexts; titles, names and quotes.
    """
    texts = tuple(dossier.project.prose())
    whole = "\n".join(text.raw for text in texts)
    signs = set(whole)
    entries = [
        entry
        for entry in dossier.law.records(TYPOS)
        if (wrong := str(entry["wrong"]))[0] in signs and wrong in whole
    ]
    typos = tuple(typos_from(entries))
    for text in texts:
        if found := find_typos(text.raw, typos):
            yield Hit.on(
                text,
                {
                    "wrong": listed(one.wrong for _, one in found),
                    "right": listed(one.right for _, one in found),
                },
                edits=(
                    Edit.on(
                        text,
                        corrected(text.raw, found),
                        safe=all(one.certain for _, one in found),
                    ),
                ),
            )
