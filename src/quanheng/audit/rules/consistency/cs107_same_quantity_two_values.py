import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.expression import Number
from quanheng.core.field import Field
from quanheng.core.grammar import read_expression
from quanheng.core.quantity import Dimension
from quanheng.core.report import Chapter
from quanheng.language.clauses import clauses, sentences
from quanheng.language.comparison.subjects import names_briefly
from quanheng.language.patterns.figures import figures, has_date, has_digit, years
from quanheng.language.words import any_of, longest_first, stretches
from quanheng.scoring.budget.stated_rates import decimals_in

TARGETS: Final = "words.target_marks"
PARTS: Final = (
    "words.subgroup_marks",
    "words.other_period_marks",
    "words.change_marks",
)
FILLER: Final = "words.measure_nouns"
AMOUNTS: Final = "words.amount_names"
_CHAPTERS: Final = (
    Chapter.PERFORMANCE,
    Chapter.ANALYSIS,
    Chapter.EXPERIENCE,
    Chapter.PROBLEMS,
)
_SHORTEST: Final = 4
_NUMERALS: Final = "零〇一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾佰仟百千万亿两"
_IN_WORDS: Final = re.compile(
    rf"(?P<words>[{_NUMERALS}]*[壹贰叁肆伍陆柒捌玖拾佰仟][{_NUMERALS}]*元[整正]?"
    rf"(?:[{_NUMERALS}]+角)?(?:[{_NUMERALS}]+分)?[整正]?)"
    r"[（(](?:小写|人民币|RMB|[：:￥¥\s])*(?P<digits>[\d,，.]+\s*[万亿]?元?)(?:整|正)?[)）]"
)


@rule(
    code="CS107",
    name="same-quantity-two-values",
    title=Words("同一数据前后不一致", "One quantity with two values"),
    message=Words(
        "“{subject}”一处为{one}，另一处为{other}，前后应一致",
        "“{subject}” is {one} in one place and {other} in another",
    ),
    variants={
        "in words": Words(
            "大写金额“{one}”与小写金额“{other}”不一致，应核对",
            "the amount in words, “{one}”, is not “{other}”",
        )
    },
    severity=Severity.WARNING,
    basis=(("practice", "一般做法"),),
    law=(TARGETS, *PARTS, FILLER, AMOUNTS),
)
def same_quantity_two_values(dossier: Dossier) -> Iterator[Answer]:
    """Two chapters give one thing two values, or an amount two spellings (前后不一).

    Why it matters:
        One of the two figures is wrong.

    What it leaves alone:
        Targets and plans; parts, other years and changes; dated sentences; two
        paragraphs of one chapter, which may be about two things; what the indicator
        table holds (CS101) or the budget table (BG502); rounded figures.

    Catalogue:
        Chapter one says what was planned, so it is not compared.
    """
    paragraphs = tuple(dossier.project.texts())
    if not paragraphs:
        yield not_applicable("无文字报告正文", "there is no narrative")
        return
    for paragraph in paragraphs:
        yield from _spelt_out(paragraph)
    first: dict[tuple[str, str], _Named] = {}
    filler = longest_first(dossier.law.words(FILLER))
    for named in _all_named(dossier, filler):
        other = first.setdefault(named.key, named)
        if other.chapter is named.chapter or _agree(other.value, named.value):
            continue
        if not _is_in_table(dossier, named.subject, filler):
            says = {
                "subject": named.subject,
                "one": other.value.raw,
                "other": named.value.raw,
            }
            yield Hit.on(named.place, says, also=(other.place.at,))


@dataclass(frozen=True, slots=True)
class _Named:
    """A figure with the words that name it."""

    subject: str
    bare: str
    value: Number
    place: Field
    chapter: Chapter

    @property
    def key(self) -> tuple[str, str]:
        return self.bare, self.value.quantity.unit.base


def _spelt_out(paragraph: Field) -> Iterator[Hit]:
    """Amounts in words that differ from the digits in brackets behind them."""
    if "元" not in paragraph.raw:
        return
    for match in _IN_WORDS.finditer(paragraph.raw):
        spelt, digits = _money(match["words"]), _money(match["digits"])
        if spelt is not None and digits is not None and spelt != digits:
            yield Hit.on(
                paragraph,
                {"one": match["words"], "other": match["digits"]},
                variant="in words",
            )


def _money(text: str) -> Decimal | None:
    value = read_expression(text)
    return value.quantity.base_value if isinstance(value, Number) else None


def _all_named(dossier: Dossier, filler: tuple[str, ...]) -> Iterator[_Named]:
    law, project = dossier.law, dossier.project
    others = tuple(word for name in (TARGETS, *PARTS) for word in law.words(name))
    amounts = tuple(w for words in law.word_groups(AMOUNTS).values() for w in words)
    for section in project.chapter(*_CHAPTERS):
        for place in section.paragraphs:
            for sentence in sentences(place.raw):
                if not has_digit(sentence) or any_of(others, sentence):
                    continue
                if has_date(sentence) or years(sentence) - {project.evaluation_year}:
                    continue
                for subject, value in _with_subjects(sentence):
                    bare = "".join(stretches(subject, filler))
                    if len(bare) >= _SHORTEST and not any_of(amounts, subject):
                        yield _Named(subject, bare, value, place, section.chapter)


def _with_subjects(sentence: str) -> Iterator[tuple[str, Number]]:
    """The first figure of each clause that has a unit, with the words before it."""
    for clause in clauses(sentence):
        found = figures(clause)
        value = found[0].value if found else None
        if not isinstance(value, Number) or value.sign:
            continue
        if value.quantity.unit.dimension is not Dimension.NONE:
            yield clause[: found[0].start].strip(), value


def _is_in_table(dossier: Dossier, subject: str, filler: tuple[str, ...]) -> bool:
    rows = dossier.project.indicators
    return any(
        names_briefly(subject, row.title, filler)
        or names_briefly(row.title, subject, filler)
        for row in rows
    )


def _agree(one: Number, other: Number) -> bool:
    """Whether two figures are one value, as exactly as the less exact is given."""
    converted = other.quantity.to(one.quantity.unit)
    if converted is None:
        return True
    here, there = one.quantity.value, converted.value
    step = max(
        Decimal(1).scaleb(-decimals_in(here)),
        Decimal(1).scaleb(-decimals_in(other.quantity.value))
        * other.quantity.unit.factor
        / one.quantity.unit.factor,
    )
    return abs(here - there) < step
