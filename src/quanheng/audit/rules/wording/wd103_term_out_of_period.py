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
    """A term of an earlier time is used for the evaluation year (术语时代错位).

    Why it matters:
        An old name points to text carried over from an earlier report.

    What it leaves alone:
        Titles and quotes; sentences on the past (原, 曾, 脱贫攻坚期); a year of
        transition. Without an evaluation year nothing can be said. No edit is offered
        where only the kind of body that followed is known.
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
    """A term, the last year it is right, and what follows it.

    Attributes:
        word: The term.
        until: The last year it is right.
        successor: What follows it.
        is_generic: Whether that is a kind of body (农业农村部门) and no name.
        within: Names that hold the term and are right.
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
    """Whether a sentence on the present holds the term as a word of its own."""
    return any(
        term.word in sentence and not any_of(past, sentence)
        for sentence in _SENTENCE.findall(_alone(term, plain))
    )


def _alone(term: _Term, text: str) -> str:
    """A text without the names that hold the term and are right."""
    for name in (*term.within, term.successor, f"原{term.word}"):
        text = text.replace(name, "")
    return text


def _edits(text: Field, term: _Term, project: Project) -> Iterator[Edit]:
    """The text with the successor, where that is a name and every term is free.

    What a unit is called now only the unit knows.
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
