import re
from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.texts.project_period import PERIOD_LABELS, project_period
from quanheng.audit.rule import UNKNOWN_YEAR, Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import Field, text_of
from quanheng.core.report import Chapter
from quanheng.language.clauses import clauses, sentences
from quanheng.language.patterns.document_numbers import without_citations
from quanheng.language.patterns.figures import figures, years
from quanheng.language.patterns.named_years import qualified_years
from quanheng.language.words import any_of

VERBS: Final = "words.result_verbs"
OTHER_YEARS: Final = "words.other_years"
PAST: Final = "words.past_marks"
SEVERAL_YEARS: Final = "words.several_years"
_CHAPTERS: Final = (Chapter.PERFORMANCE, Chapter.ANALYSIS)
_OPENING: Final = re.compile(r"(20\d{2})\s*年(?!\s*[—–\-~～至到])度?")
_PARTICLE: Final = "的"


@rule(
    code="CP103",
    name="stale-year-or-name",
    title=Words("残留其他年度的结果", "Result of another year left behind"),
    message=Words(
        "评价年度为{year}年，此处所述为{stale}年的结果“{clause}”，应核对",
        "the year evaluated is {year}; here a result of {stale} is told: “{clause}”",
    ),
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(VERBS, OTHER_YEARS, PAST, SEVERAL_YEARS, PERIOD_LABELS),
)
def stale_year_or_name(dossier: Dossier) -> Iterator[Answer]:
    """The text reports a result of another year than the evaluated one (残留年份).

    Why it matters:
        A year left behind shows that the text, and perhaps its figures, are those of
        an earlier report.

    What it leaves alone:
        The year before and after; titles and numbers; history, comparisons and plans;
        things described by their year (2019年建成的泵站); sentences that also name a
        near year; projects of several years. Another year of the evaluation itself is
        reported by ID105. Without an evaluation year it answers "insufficient data".

    Catalogue:
        Old names of units are reported by WD103, which knows when they ended.
    """
    project = dossier.project
    year = project.evaluation_year
    if year is None:
        yield UNKNOWN_YEAR
        return
    for field in _results(dossier):
        if "20" not in field.raw:
            continue
        for sentence in sentences(without_citations(field.raw)):
            clause = _stale(sentence, year, dossier)
            if clause:
                stale = _OPENING.match(clause)
                says = {
                    "year": year,
                    "stale": stale[1] if stale else "",
                    "clause": clause,
                }
                yield Hit.on(field, says)
                break


def _results(dossier: Dossier) -> Iterator[Field]:
    yield from dossier.project.paragraphs(*_CHAPTERS)
    if dossier.project.goals.actual:
        yield dossier.project.goals.actual


def _stale(sentence: str, year: int, dossier: Dossier) -> str:
    """The clause with a result of a far year, empty where there is none."""
    law = dossier.law
    others = (*law.words(OTHER_YEARS), *law.words(PAST), *law.words(SEVERAL_YEARS))
    near = {year - 1, year, year + 1}
    if near & years(sentence) or any_of(others, sentence):
        return ""
    if any(qualified_years(sentence, ())):
        return ""
    for clause in clauses(sentence):
        match = _OPENING.match(clause)
        if match is None or _is_of_project(int(match[1]), dossier):
            continue
        rest = clause[match.end() :]
        is_result = any_of(law.words(VERBS), rest) and figures(rest)
        if is_result and _PARTICLE not in rest:
            return clause
    return ""


def _is_of_project(year: int, dossier: Dossier) -> bool:
    """Whether a year belongs to the project: by its period, its name or its goals."""
    project = dossier.project
    period = project_period(project, dossier.law)
    if period and period.start.year <= year <= period.end.year:
        return True
    goals = project.goals
    texts = (project.name, goals.period, goals.annual)
    return any(str(year) in text_of(text) for text in texts)
