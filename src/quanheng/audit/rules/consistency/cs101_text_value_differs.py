from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    Answer,
    Hit,
    Severity,
    insufficient,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.budget import BudgetRow
from quanheng.core.expression import Number, Sign
from quanheng.core.field import Field
from quanheng.core.quantity import Dimension, Quantity, Unit, rounded
from quanheng.core.report import Chapter
from quanheng.language.clauses import clauses, sentences
from quanheng.language.comparison.subjects import NameIndex
from quanheng.language.patterns.figures import Figure, figures, has_digit, years
from quanheng.language.words import any_of, longest_first
from quanheng.scoring.budget.stated_rates import decimals_in, stated_percent
from quanheng.scoring.reading import quantity_of

TARGETS: Final = "words.target_marks"
SUBGROUPS: Final = "words.subgroup_marks"
OTHER_PERIODS: Final = "words.other_period_marks"
CHANGES: Final = "words.change_marks"
FILLER: Final = "words.measure_nouns"
QUALIFIERS: Final = "words.rate_qualifiers"
_CHAPTERS: Final = (Chapter.PERFORMANCE, Chapter.ANALYSIS, Chapter.EXPERIENCE)
_EXECUTION_RATE: Final = "预算执行率"
_PERCENT: Final = Unit("%", Dimension.RATE, "%", Decimal(1))


@rule(
    code="CS101",
    name="text-value-differs",
    title=Words("正文数据与指标表不一致", "Value in the text differs from the table"),
    message=Words(
        "正文表述为“{said}”，表中“{name}”为{actual}，两处应一致",
        "the text says “{said}”, the table has {actual} for “{name}”; both should "
        "agree",
    ),
    severity=Severity.ERROR,
    basis=(("财预〔2020〕10号", "第二十一条"),),
    law=(TARGETS, SUBGROUPS, OTHER_PERIODS, CHANGES, FILLER, QUALIFIERS),
)
def text_value_differs(dossier: Dossier) -> Iterator[Answer]:
    """A figure in the narrative is not the actual of the table (正文数据不符).

    Why it matters:
        One of two figures for one thing is wrong, and the score rests on one.

    What it leaves alone:
        Targets, other years, parts of the whole, changes; another rate (处置率 for
        按期处置率); limits (以上, 达到) that hold for the value of the table; fewer
        decimals than in the table; a figure that may be of two indicators, which
        answers "insufficient data".
    """
    stated = tuple(_stated(dossier))
    if not stated or not dossier.project.chapter(*_CHAPTERS):
        yield not_applicable(
            "无指标表或绩效文字", "there are no indicators or no narrative"
        )
        return
    matching = _Matching(dossier, stated)
    for paragraph in dossier.project.paragraphs(*_CHAPTERS):
        for said, value, subject in matching.outcomes(paragraph.raw):
            meant = matching.meant(value, subject)
            if any(_agree(value, one.quantity) for one in meant):
                continue
            if len(meant) > 1:
                yield insufficient(
                    f"“{said}”可对应多项指标", f"“{said}” may mean several rows"
                )
            for one in meant if len(meant) == 1 else ():
                yield Hit.on(
                    paragraph,
                    {"said": said, "name": one.title, "actual": one.quantity},
                    also=(one.cell.at,),
                )


@dataclass(frozen=True, slots=True)
class _Stated:
    """The actual that a table gives for one indicator."""

    title: str
    quantity: Quantity
    cell: Field

    @property
    def is_rate(self) -> bool:
        return self.quantity.unit.dimension is Dimension.RATE


def _stated(dossier: Dossier) -> Iterator[_Stated]:
    has_execution_row = False
    for reading in dossier.readings:
        row = reading.indicator
        has_execution_row = has_execution_row or row.is_execution
        quantity = quantity_of(reading.actual)
        if row.actual and quantity and quantity.unit.dimension is not Dimension.NONE:
            yield _Stated(row.title, quantity, row.actual)
    budget = dossier.project.budget
    cell = budget.cell(BudgetRow.EXECUTION_RATE) if budget else None
    percent = stated_percent(cell)
    if cell and percent is not None and not has_execution_row:
        yield _Stated(_EXECUTION_RATE, Quantity(percent, _PERCENT), cell)


class _Matching:
    """The figures of the narrative that state a result, with the rows they match."""

    def __init__(self, dossier: Dossier, stated: tuple[_Stated, ...]) -> None:
        law = dossier.law
        self.year = dossier.project.evaluation_year
        self.targets = law.words(TARGETS)
        parts, periods = law.words(SUBGROUPS), law.words(OTHER_PERIODS)
        self.others = parts + periods + law.words(CHANGES)
        self.qualifiers = law.words(QUALIFIERS)
        self.stated = stated
        self.names = NameIndex(
            ((one.title, one.is_rate) for one in stated),
            longest_first(law.words(FILLER)),
        )

    def outcomes(self, text: str) -> Iterator[tuple[str, Number, str]]:
        """The clause up to each figure, the value of that, and its subject."""
        for sentence in filter(has_digit, sentences(text)):
            before = ""
            for clause in clauses(sentence):
                before += clause
                found = figures(clause)
                if found and self._is_of_result(before, clause):
                    yield from _with_subject(clause, found)

    def _is_of_result(self, before: str, clause: str) -> bool:
        if any_of(self.others, clause) or self._is_of_target(before):
            return False
        return years(before) <= {self.year}

    def _is_of_target(self, before: str) -> bool:
        """Whether the text has a word for plans that is no part of a name (规划)."""
        if not any_of(self.targets, before):
            return False
        for one in self.stated:
            before = before.replace(one.title, "")
        return any_of(self.targets, before)

    def meant(self, value: Number, subject: str) -> list[_Stated]:
        """The rows that a figure with this subject may be of."""
        named = (self.stated[position] for position in self.names.named(subject))
        return [
            one
            for one in named
            if value.quantity.to(one.quantity.unit) is not None
            and not any(
                word in one.title and word not in subject for word in self.qualifiers
            )
        ]


def _with_subject(
    clause: str, found: tuple[Figure, ...]
) -> Iterator[tuple[str, Number, str]]:
    start = 0
    for figure in found:
        if isinstance(figure.value, Number):
            said = clause[start : figure.end].strip()
            yield said, figure.value, clause[start : figure.start]
        start = figure.end


def _agree(stated: Number, actual: Quantity) -> bool:
    """Whether a figure is the value of the table, as exactly as either is given."""
    there = stated.quantity.to(actual.unit)
    here = actual.to(stated.quantity.unit)
    if there is None or here is None or stated.sign is Sign.ABOUT:
        return True
    if stated.sign in (Sign.AT_LEAST, Sign.MORE_THAN):
        return actual.value >= there.value
    if stated.sign in (Sign.AT_MOST, Sign.LESS_THAN):
        return actual.value <= there.value
    value, places = stated.quantity.value, decimals_in(stated.quantity.value)
    own = decimals_in(actual.value)
    return rounded(here.value, places) == value or rounded(there.value, own) == (
        actual.value
    )
