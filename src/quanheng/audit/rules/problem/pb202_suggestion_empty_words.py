from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words, listed
from quanheng.core.report import Chapter
from quanheng.language.clauses import clauses, unnumbered
from quanheng.language.patterns.figures import has_data, has_date
from quanheng.language.words import longest_first, pairs, stretches, those_in

EMPTY: Final = "words.empty_measures"
GENERIC: Final = "words.generic"
_SHOWN: Final = 3


@rule(
    code="PB202",
    name="suggestion-empty-words",
    title=Words("改进措施空泛", "Measures are empty words"),
    message=Words(
        "改进措施仅有“{words}”等表述，应写明对象、主体、数量和时间",
        "the measures are words such as “{words}” without object, body, number or date",
    ),
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(EMPTY, GENERIC),
)
def suggestion_empty_words(dossier: Dossier) -> Iterator[Answer]:
    """The measures are empty phrases that fit any project (建议空泛).

    Why it matters:
        Nobody can check next year whether such a measure was taken.

    What it leaves alone:
        A chapter with at least one clause that names an object, a number or a date.
    """
    paragraphs = tuple(dossier.project.paragraphs(Chapter.MEASURES))
    parts = [unnumbered(part) for p in paragraphs for part in clauses(p.raw)]
    if not parts:
        yield not_applicable("无改进措施章节", "there is no such chapter")
        return
    empty = dossier.law.words(EMPTY)
    generic = longest_first(dossier.law.words(GENERIC))
    if all(_is_empty(part, empty, generic) for part in parts):
        found = dict.fromkeys(word for part in parts for word in those_in(empty, part))
        yield Hit.across(paragraphs, {"words": listed(list(found)[:_SHOWN])})


def _is_empty(part: str, empty: tuple[str, ...], generic: tuple[str, ...]) -> bool:
    """Whether a clause is nothing but an empty phrase."""
    found = those_in(empty, part)
    if not found or has_data(part) or has_date(part):
        return False
    return not any(map(pairs, stretches(part, (*found, *generic))))
