"""What the findings amount to: the opinion on a project (审核结论)."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from quanheng.audit.engine import Finding
from quanheng.audit.rule import Severity
from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain, rounded
from quanheng.core.source import Source
from quanheng.law.book import Law
from quanheng.scoring.scorecard import RowScore, Scorecard

PASSING: Final = "review.passing_severity"
UNSUPPORTED: Final = "review.unsupported_share"


class Result(StrEnum):
    """How a project comes out of the audit (审核结论)."""

    PASSED = "pass"
    """通过: nothing graver than the law lets pass."""
    NEEDS_CHANGES = "needs changes"
    """需修改"""
    NOT_CREDIBLE = "not credible"
    """不可采信: too many of its points rest on nothing that can be checked."""


RESULT_WORDS: Final = {
    Result.PASSED: Words("通过", "pass"),
    Result.NEEDS_CHANGES: Words("需修改", "needs changes"),
    Result.NOT_CREDIBLE: Words("不可采信", "not credible"),
}


OPINION_LABEL: Final = Words("审核结论", "verdict")


@dataclass(frozen=True, slots=True)
class Opinion:
    """The opinion on a project with what it rests on (审核结论).

    Attributes:
        result: The opinion.
        unsupported: Stated points without support.
        share: The same in percent of all points; 0 where none are stated.
        limit: Percent above which the scores are not credible.
    """

    result: Result
    unsupported: Decimal
    share: Decimal
    limit: Decimal

    def text(self, lang: str = "zh") -> str:
        """The opinion in one line, with the points that decided it."""
        said = RESULT_WORDS[self.result].text(lang)
        if not self.unsupported:
            return said
        points, share = plain(self.unsupported), plain(self.share)
        limit = plain(self.limit)
        is_above = self.share > self.limit
        if lang == "en":
            beside = "above" if is_above else "not above"
            return (
                f"{said}; {points} points ({share}%) have no support, "
                f"{beside} the limit of {limit}%"
            )
        beside = "超过" if is_above else "未超过"
        return f"{said}，{points} 分没有依据，占 {share}%，{beside} {limit}%"


def opinion(findings: Iterable[Finding], card: Scorecard, law: Law) -> Opinion:
    """The opinion on a project, by the law of its year.

    A stated point has no support where its row has a finding of severity error and
    the recomputed score does not reach the stated one; a row that can't be computed
    supports none. A row that can't be computed for a reason that no rule calls an
    error (answers in words, points left to a person) counts as supported.

    Args:
        findings: Of all rules that were asked; rules left out decide nothing.
        card: The scores, recomputed.
        law: The parameters that apply.
    """
    found = tuple(findings)
    errors = {
        place
        for finding in found
        if finding.severity is Severity.ERROR
        for place in (finding.hit.at, *finding.hit.also)
    }
    unsupported = sum(_unsupported(card.rows, errors), Decimal(0))
    points = sum((row.weight for row in card.rows if row.weight), Decimal(0))
    share = rounded(100 * unsupported / points, 2) if points else Decimal(0)
    limit = law.number(UNSUPPORTED)
    passing = Severity(str(law.value(PASSING)))
    if share > limit:
        result = Result.NOT_CREDIBLE
    elif any(finding.severity.rank < passing.rank for finding in found):
        result = Result.NEEDS_CHANGES
    else:
        result = Result.PASSED
    return Opinion(result, unsupported, share, limit)


def _unsupported(
    rows: Iterable[RowScore], errors: Collection[Source]
) -> Iterator[Decimal]:
    for row in rows:
        if row.stated is not None and any(place in errors for place in _places(row)):
            yield max(row.stated - (row.recomputed or Decimal(0)), Decimal(0))


def _places(row: RowScore) -> Iterator[Source]:
    """The cells of a row that its points rest on; level cells belong to several."""
    yield row.at
    indicator = row.indicator
    if indicator is None:
        return
    yield indicator.at
    cells = (
        indicator.name,
        indicator.weight,
        indicator.target,
        indicator.actual,
        indicator.completion,
    )
    yield from (cell.at for cell in cells if cell is not None)
