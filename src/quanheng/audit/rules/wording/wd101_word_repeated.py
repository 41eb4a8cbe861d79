import re
from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Edit, Fixing, Hit, Severity, rule
from quanheng.core.bilingual import Words, listed

ALLOWED: Final = "words.reduplication"
_TWICE: Final = re.compile("([\u4e00-\u9fff]{2,4})\\1|([的了和])\\2")


@rule(
    code="WD101",
    name="word-repeated",
    title=Words("词语重复", "Word repeated"),
    message=Words(
        "“{twice}”重复，应为“{once}”", "“{twice}” is repeated; “{once}” is meant"
    ),
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(ALLOWED,),
    fixing=Fixing.SAFE,
)
def word_repeated(dossier: Dossier) -> Iterator[Answer]:
    """A word is written twice in a row (词语重复).

    Why it matters:
        Readers stumble over such slips.

    What it leaves alone:
        Listed reduplications (研究研究) and chance neighbours (建设建设用地); one
        character many times over; numerals; copies separated by a punctuation mark.
    """
    allowed = dossier.law.words(ALLOWED)
    for text in dossier.project.prose():
        found = [m for m in _TWICE.finditer(text.raw) if _is_slip(m, text.raw, allowed)]
        if found:
            yield Hit.on(
                text,
                {
                    "twice": listed(match[0] for match in found),
                    "once": listed(_once(match) for match in found),
                },
                edits=(Edit.on(text, _without_copies(text.raw, found), safe=True),),
            )


def _once(match: re.Match[str]) -> str:
    return match[1] or match[2]


def _is_slip(match: re.Match[str], text: str, allowed: tuple[str, ...]) -> bool:
    if match[1] and len(set(match[1])) == 1:
        return False
    return not any(
        word in text[max(0, match.end() - len(word)) : match.start() + len(word)]
        for word in allowed
    )


def _without_copies(text: str, found: list[re.Match[str]]) -> str:
    kept, end = list[str](), 0
    for match in found:
        kept += text[end : match.start()], _once(match)
        end = match.end()
    return "".join((*kept, text[end:]))
