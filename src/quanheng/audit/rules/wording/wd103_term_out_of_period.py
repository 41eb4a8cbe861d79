import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Edit, Fixing, Hit, Severity, insufficient, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import Field
from quanheng.core.report import Project
from quanheng.language.words import any_of
from quanheng.law.book import Law

TERMS: Final = "words.term_periods"
PAST: Final = "words.past_marks"
_QUOTED: Final = re.compile("《[^》]*》|“[^”]*”")
_SENTENCE: Final = re.compile("[^。；;\n]+")


@rule(
    code="WD103",
    name="term-out-of-period",
    title=Words("用语与评价年度不符", "Term out of its period"),
    message=Words(
        "“{term}”使用至{until}年，{year}年应核对并改为现称（如“{successor}”）",
        "“{term}” was in use until {until}; in {year} it is “{successor}”",
    ),
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(TERMS, PAST),
    fixing=Fixing.UNSAFE,
)
def term_out_of_period(dossier: Dossier) -> Iterator[Answer]:
    """A term was out of use in the evaluation year (术语时代错位).

    Why it matters:
        An outdated name points to text carried over from an earlier report.

    What it leaves alone:
        Titles and quotes; sentences about the past (原, 曾, 脱贫攻坚期); a year of
        transition. Without an evaluation year the answer is "insufficient data". No
        edit is offered where only the kind of successor is known.
    """
    texts = [(text, _QUOTED.sub("", text.raw)) for text in dossier.project.prose()]
    whole = "\n".join(plain for _, plain in texts)
    terms = [term for term in _terms(dossier.law) if term.word in whole]
    year = dossier.project.evaluation_year
    if terms and year is None:
        yield insufficient("未注明评价年度", "the evaluation year is not known")
        return
    past = dossier.law.words(PAST)
    for term in terms:
        if year is not None and year > term.until:
            for text, plain in texts:
                if _is_used(term, plain, past):
                    yield _hit(text, term, year, dossier.project)
                    break


@dataclass(frozen=True, slots=True)
class _Term:
    """A term with its last year of use and its successor.

    Attributes:
        word: The term.
        until: The last year in which it is right.
        successor: The term that replaced it.
        is_generic: Whether the successor is a kind of body (农业农村部门), not a name.
        within: Right names that contain the term.
    """

    word: str
    until: int
    successor: str
    is_generic: bool
    within: tuple[str, ...]


def _terms(law: Law) -> Iterator[_Term]:
    for record in law.records(TERMS):
        within = record.get("within")
        yield _Term(
            word=str(record["term"]),
            until=int(str(record["until"])),
            successor=str(record["successor"]),
            is_generic=record.get("generic") == "true",
            within=tuple(map(str, within)) if isinstance(within, list) else (),
        )


def _is_used(term: _Term, plain: str, past: tuple[str, ...]) -> bool:
    """Whether a sentence about the present uses the term as a word of its own."""
    return any(
        term.word in sentence and not any_of(past, sentence)
        for sentence in _SENTENCE.findall(_alone(term, plain))
    )


def _alone(term: _Term, text: str) -> str:
    """A text without the right names that contain the term."""
    for name in (*term.within, term.successor, f"原{term.word}"):
        text = text.replace(name, "")
    return text


def _edits(text: Field, term: _Term, project: Project) -> Iterator[Edit]:
    """The text with the successor, if that is a name and replaces every use.

    Names of units stay: only a unit knows what it is called now.
    """
    free = _alone(term, _QUOTED.sub("", text.raw)).count(term.word)
    if text.raw.count(term.word) != free or term.is_generic:
        return
    units = (cell.raw for cell in (project.unit, project.department) if cell)
    if any(term.word in unit and unit in text.raw for unit in units):
        return
    mended = text.raw.replace(term.word, term.successor)
    yield Edit.on(text, mended, safe=False)


def _hit(text: Field, term: _Term, year: int, project: Project) -> Hit:
    return Hit.on(
        text,
        {
            "term": term.word,
            "until": term.until,
            "year": year,
            "successor": term.successor,
        },
        edits=tuple(_edits(text, term, project)),
    )
