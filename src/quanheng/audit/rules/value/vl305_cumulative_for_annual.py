import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.texts.project_period import PERIOD_LABELS, project_period
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.expression import Number
from quanheng.core.field import Field, text_of
from quanheng.core.quantity import Quantity
from quanheng.language.clauses import clauses, sentences
from quanheng.language.comparison.subjects import names_briefly, names_wholly
from quanheng.language.patterns.figures import figures
from quanheng.language.words import any_of, longest_first, pattern_of
from quanheng.law.book import Law
from quanheng.scoring.reading import RowReading, quantity_of

CUMULATIVE: Final = "words.cumulative_marks"
EARLIER: Final = "words.earlier_starts"
THIS_YEAR: Final = "words.this_year_marks"
FILLER: Final = "words.measure_nouns"
_SINCE: Final = re.compile(
    r"(20\d{2})\s*年[^，。；;]{0,8}?(?:以来|至今|起|开始)|(20\d{2})\s*(?:年\s*)?[—–\-~～至到]"
)


@rule(
    code="VL305",
    name="cumulative-for-annual",
    title=Words("以累计数作为当年数", "Cumulative figure for an annual target"),
    message=Words(
        "“{name}”的业绩值{actual}系自以前年度起的累计数（“{words}”），应填当年数",
        "the actual {actual} of “{name}” is counted from an earlier year on "
        "(“{words}”); that of the year is due",
    ),
    variants={
        "unclear": Words(
            "“{name}”的业绩值“{actual}”写为累计数，应注明是否为当年数",
            "the actual “{actual}” of “{name}” is cumulative; it should say whether "
            "it is of the year",
        )
    },
    severity=Severity.WARNING,
    basis=(("practice", "一般做法"),),
    law=(CUMULATIVE, EARLIER, THIS_YEAR, FILLER, PERIOD_LABELS),
    needs_indicators=True,
)
def cumulative_for_annual(dossier: Dossier) -> Iterator[Answer]:
    """A figure counted from an earlier year on is given as the annual one (累计数).

    Why it matters:
        What was done in other years was scored in those years.

    What it leaves alone:
        Indicators and targets that are cumulative themselves; a project that began in
        the year; figures counted within the year (今年以来, 1月以来, 全年累计).

    Catalogue:
        累计 without an earlier start may well mean this year, so in a cell it is info;
        截至 does not count as a mark.
    """
    project = dossier.project
    period = project_period(project, dossier.law)
    year = project.evaluation_year
    if period and year and period.start.year >= year:
        return
    in_text = tuple(_earlier_figures(dossier))
    for reading in dossier.readings:
        cell = reading.indicator.actual
        if cell is not None and not _is_cumulative(reading, dossier.law):
            hit = _in_cell(reading, cell, dossier) or _in_text(
                reading, cell, in_text, dossier.law
            )
            if hit:
                yield hit


@dataclass(frozen=True, slots=True)
class _TextFigure:
    """A figure of the narrative, counted from an earlier year on."""

    paragraph: Field
    since: str
    subject: str
    quantity: Quantity


def _is_cumulative(reading: RowReading, law: Law) -> bool:
    """Whether the indicator itself is cumulative."""
    row = reading.indicator
    return any_of(law.words(CUMULATIVE), row.name.raw + text_of(row.target))


def _earlier_start(text: str, dossier: Dossier) -> str:
    """The words that name an earlier start, empty without any."""
    year = dossier.project.evaluation_year
    for match in _SINCE.finditer(text):
        if year and int(match[1] or match[2]) < year:
            return match.group()
    named = pattern_of(dossier.law.words(EARLIER)).search(text)
    return named.group() if named else ""


def _in_cell(reading: RowReading, cell: Field, dossier: Dossier) -> Hit | None:
    words = _earlier_start(cell.raw, dossier)
    if not words and not _may_be_cumulative(cell.raw, dossier.law):
        return None
    if quantity_of(reading.actual) is None and not figures(cell.raw):
        return None
    says = {"name": reading.indicator.title, "actual": cell.raw}
    if words:
        return Hit.on(cell, {**says, "words": words})
    return Hit.on(cell, says, severity=Severity.INFO, variant="unclear")


def _may_be_cumulative(text: str, law: Law) -> bool:
    return any_of(law.words(CUMULATIVE), text) and not any_of(
        law.words(THIS_YEAR), text
    )


def _earlier_figures(dossier: Dossier) -> Iterator[_TextFigure]:
    for paragraph in dossier.project.paragraphs():
        for sentence in sentences(paragraph.raw):
            words = _earlier_start(sentence, dossier)
            if words:
                behind = sentence[sentence.index(words) + len(words) :]
                yield from _figures_of(paragraph, words, behind)


def _figures_of(paragraph: Field, since: str, text: str) -> Iterator[_TextFigure]:
    for clause in clauses(text):
        start = 0
        for figure in figures(clause):
            if isinstance(figure.value, Number):
                subject = clause[start : figure.start]
                yield _TextFigure(paragraph, since, subject, figure.value.quantity)
            start = figure.end


def _in_text(
    reading: RowReading, cell: Field, found: tuple[_TextFigure, ...], law: Law
) -> Hit | None:
    """The hit if the narrative gives the same figure with an earlier start."""
    for one in found:
        if _is_of_row(one, reading, law):
            name, actual = reading.indicator.title, cell.raw
            says = {"name": name, "actual": actual, "words": one.since}
            return Hit.on(cell, says, also=(one.paragraph.at,))
    return None


def _is_of_row(figure: _TextFigure, reading: RowReading, law: Law) -> bool:
    actual = quantity_of(reading.actual)
    same = figure.quantity.to(actual.unit) if actual else None
    if actual is None or same is None or same.value != actual.value:
        return False
    filler = longest_first((*law.words(FILLER), *law.words(CUMULATIVE)))
    title = reading.indicator.title
    return names_wholly(figure.subject, title, filler) or names_briefly(
        figure.subject, title, filler
    )
