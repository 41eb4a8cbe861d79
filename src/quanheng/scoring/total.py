"""Total of a scorecard and its grade (总分、评级): 优 良 中 差."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from quanheng.law.book import Law, Value

GRADE_BOUNDS = "self_evaluation.grade_bounds"
GRADE_NAMES = "self_evaluation.grade_names"
GRADE_SYNONYMS = "words.grade_synonyms"


def confirmed(scores: Iterable[Decimal | None]) -> Decimal:
    """The sum of the recomputed scores (可确认得分)."""
    return sum((score for score in scores if score is not None), Decimal(0))


def not_computable(rows: Iterable[tuple[Decimal | None, Decimal | None]]) -> Decimal:
    """The points of the rows without a score (无法计算的分值).

    Args:
        rows: Weight and recomputed score of each row; an unknown weight adds nothing.
    """
    return sum(
        (weight for weight, score in rows if score is None and weight is not None),
        Decimal(0),
    )


def total(scores: Iterable[Decimal | None]) -> Decimal | None:
    """The total (总分); None when a score is missing or there is no row."""
    known = tuple(scores)
    if not known or any(score is None for score in known):
        return None
    return confirmed(known)


def grade_of(total: Decimal, law: Law) -> str | None:
    """The grade of a total by the leading bounds, lower edges included."""
    return _grade(total, law.value(GRADE_BOUNDS))


def grades_of(total: Decimal, law: Law) -> frozenset[str | None]:
    """The grades of a total under every version of the bounds that may apply."""
    return frozenset(_grade(total, v.value) for v in law.versions(GRADE_BOUNDS))


def bare_grade(text: str) -> str:
    """A grade without the quotes around it."""
    return text.strip(" \"'“”‘’「」《》")


def standard_grade(text: str, law: Law) -> str | None:
    """The listed grade that a word stands for: 优秀 → 优; None for any other word."""
    word = bare_grade(text)
    if word in law.words(GRADE_NAMES):
        return word
    name = law.table(GRADE_SYNONYMS).get(word)
    return str(name) if name is not None else None


def _grade(total: Decimal, bounds: Value) -> str | None:
    """The name of the highest bound that the total reaches; None below all."""
    if not isinstance(bounds, Mapping):
        raise TypeError(f"{GRADE_BOUNDS} is no mapping: {bounds!r}")
    reached = [
        (bound, name)
        for name, bound in bounds.items()
        if isinstance(bound, Decimal) and bound <= total
    ]
    return max(reached)[1] if reached else None
