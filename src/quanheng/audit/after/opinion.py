"""The opinion on a project that follows from its findings (审核结论).

It is limited to what was checked and could be read; ``_VERDICTS`` is the table of all
states.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from quanheng.audit.choosing.scope import LIMIT_WORDS, Limit
from quanheng.audit.engine import Finding
from quanheng.audit.rule import Severity
from quanheng.core.bilingual import CLAUSES, Words
from quanheng.core.field import filled
from quanheng.core.quantity import plain, rounded
from quanheng.core.report import Project
from quanheng.core.source import Source
from quanheng.law.book import Law
from quanheng.scoring.scorecard import FULL_MARKS, RowScore, Scorecard

UNSUPPORTED: Final = "review.unsupported_share"


class Result(StrEnum):
    """The result of the audit of a project (审核结论)."""

    PASSED = "pass"
    """通过: no finding graver than the law allows."""
    NEEDS_CHANGES = "needs changes"
    """需修改"""
    NOT_CREDIBLE = "not credible"
    """不予采信: too many of its points have no support that can be checked."""
    UNDECIDED = "no verdict"
    """不作结论: too little was checked, or could be read, to decide."""


class Reason(StrEnum):
    """Why there is no verdict (不作结论的原因)."""

    NO_RESULTS = "no self-evaluation"
    CRASHED = "crashed rules"
    UNSEEN = "parts not read"
    UNCOMPARED = "registers not compared"
    NO_SCORES = "scores missing"
    UNCHECKED = "too few points recomputed"
    LIMITED = "limited scope"


RESULT_WORDS: Final = {
    Result.PASSED: Words("通过", "pass"),
    Result.NEEDS_CHANGES: Words("需修改", "needs changes"),
    Result.NOT_CREDIBLE: Words("不予采信", "not credible"),
    Result.UNDECIDED: Words("不作结论", "no verdict"),
}
REASON_WORDS: Final = {
    Reason.NO_RESULTS: Words(
        "未识别出填有完成情况的自评表", "no self-evaluation with results was recognised"
    ),
    Reason.CRASHED: Words(
        "部分规则运行出错，审核未完成", "rules crashed, the audit is incomplete"
    ),
    Reason.UNSEEN: Words("部分内容未读入", "parts of the file were not read"),
    Reason.UNCOMPARED: Words(
        "台账未全部登记完毕或读入，有数据未能核对",
        "registers are open or not wholly read, so that values were not compared",
    ),
    Reason.NO_SCORES: Words(
        "自评得分或总分不全", "not every score and the total are stated"
    ),
    Reason.LIMITED: Words("未发现须修改的问题", "nothing to change was found"),
}
OPINION_LABEL: Final = Words("审核结论", "verdict")
_POINTS: Final = Words(
    "{points}分{what}，占总分的{share}%，{beside}{limit}%的限度",
    "{points} points ({share}%) {what}, {beside} the limit of {limit}%",
)
_ABOVE: Final = Words("超过", "above")
_NOT_ABOVE: Final = Words("未超过", "not above")
_WITHOUT_SUPPORT: Final = Words("缺乏计算依据", "have no support")
_PARTLY: Final = Words(
    "缺乏计算依据（其中{part}分无法计算）",
    "have no support, {part} of them not computable",
)
_NOT_RECOMPUTED: Final = Words("无法复算", "can't be recomputed")


@dataclass(frozen=True, slots=True)
class Opinion:
    """The opinion on a project with its grounds (审核结论).

    Attributes:
        result: The verdict.
        reason: Why there is no verdict, None if there is one.
        unsupported: Stated points without support.
        not_computable: Those of them in rows that can't be computed.
        unchecked: Points of the scale that no formula recomputed.
        scale: All points: 100, or more if the rows have more.
        limit: Percentage above which the scores are not credible.
        limits: What was left out by choice; the opinion is on the rest alone.
    """

    result: Result
    reason: Reason | None
    unsupported: Decimal
    not_computable: Decimal
    unchecked: Decimal
    scale: Decimal
    limit: Decimal
    limits: frozenset[Limit] = frozenset()

    @property
    def share(self) -> Decimal:
        """The points without support in percent of the scale, rounded."""
        return _shown(self.unsupported, self.scale, self.limit)

    def head(self, lang: str = "zh") -> str:
        """The verdict after its limits: 仅就所选规则：需修改."""
        said = RESULT_WORDS[self.result].text(lang)
        if not self.limits or self.reason is Reason.NO_RESULTS:
            return said
        if self.reason is Reason.LIMITED:
            said = REASON_WORDS[Reason.LIMITED].text(lang)
        named = [LIMIT_WORDS[limit].text(lang) for limit in sorted(self.limits)]
        return Words(
            f"仅就{'、'.join(named)}：{said}", f"only for {' and '.join(named)}: {said}"
        ).text(lang)

    def detail(self, lang: str = "zh") -> str:
        """Why there is no verdict, or the points that decide; may be empty."""
        if self.reason is Reason.UNCHECKED:
            return self._points(self.unchecked, _NOT_RECOMPUTED, lang)
        if self.reason is Reason.LIMITED:
            return ""
        if self.reason:
            return REASON_WORDS[self.reason].text(lang)
        if not self.unsupported:
            return ""
        return self._points(self.unsupported, self._support(), lang)

    def text(self, lang: str = "zh") -> str:
        """The opinion in one line."""
        parts = filter(None, (self.head(lang), self.detail(lang)))
        return CLAUSES.text(lang).join(parts)

    def _support(self) -> Words:
        """Why points have no support, with those that can't be computed."""
        if not 0 < self.not_computable < self.unsupported:
            return _WITHOUT_SUPPORT
        part = plain(self.not_computable)
        return Words(_PARTLY.zh.format(part=part), _PARTLY.en.format(part=part))

    def _points(self, points: Decimal, what: Words, lang: str) -> str:
        beside = _ABOVE if _is_above(points, self.scale, self.limit) else _NOT_ABOVE
        return _POINTS.text(lang).format(
            points=plain(points),
            what=what.text(lang),
            share=plain(_shown(points, self.scale, self.limit)),
            beside=beside.text(lang),
            limit=plain(self.limit),
        )


def _is_above(points: Decimal, scale: Decimal, limit: Decimal) -> bool:
    """Whether points exceed a percentage of the scale, without rounding."""
    return 100 * points > limit * scale


def _shown(points: Decimal, scale: Decimal, limit: Decimal) -> Decimal:
    """Points in percent of the scale, with enough decimals to differ from the limit."""
    places = 2
    while (
        _is_above(points, scale, limit)
        and rounded(100 * points / scale, places) <= limit
    ):
        places += 1
    return rounded(100 * points / scale, places)


@dataclass(frozen=True, slots=True)
class _State:
    """What decides the verdict."""

    has_results: bool
    has_scores: bool
    has_crashes: bool
    is_unseen: bool
    is_uncompared: bool
    is_limited: bool
    is_barred: bool
    """A finding is graver than the law allows."""
    lacks_support: bool
    lacks_checks: bool


_VERDICTS: Final[tuple[tuple[Callable[[_State], bool], Result, Reason | None], ...]] = (
    (lambda s: not s.has_results, Result.UNDECIDED, Reason.NO_RESULTS),
    (lambda s: s.lacks_support, Result.NOT_CREDIBLE, None),
    (lambda s: s.is_barred, Result.NEEDS_CHANGES, None),
    (lambda s: s.is_unseen, Result.UNDECIDED, Reason.UNSEEN),
    (lambda s: s.has_crashes, Result.UNDECIDED, Reason.CRASHED),
    (lambda s: s.is_uncompared, Result.UNDECIDED, Reason.UNCOMPARED),
    (lambda s: s.is_limited, Result.UNDECIDED, Reason.LIMITED),
    (lambda s: not s.has_scores, Result.UNDECIDED, Reason.NO_SCORES),
    (lambda s: s.lacks_checks, Result.UNDECIDED, Reason.UNCHECKED),
    (lambda _: True, Result.PASSED, None),
)
"""The first condition that is true decides the verdict."""


def opinion(
    findings: Iterable[Finding],
    project: Project,
    card: Scorecard,
    law: Law,
    *,
    limits: Collection[Limit] = (),
    has_crashes: bool = False,
    is_unseen: bool = False,
    is_uncompared: bool = False,
) -> Opinion:
    """The opinion on a project, by the law of its year.

    Stated points have no support if their row has a finding of severity error and the
    recomputed score is lower, or can't be computed. A row without such a finding that
    can't be computed (answers in words, points left to a person) is merely not
    recomputed: too many such points keep a report from passing, but don't make it
    not credible.

    Args:
        findings: The findings of all rules that were applied.
        project: The project in the report.
        card: The scores, recomputed.
        law: The parameters that apply.
        limits: What was left out by choice.
        has_crashes: Whether a rule crashed.
        is_unseen: Whether part of the file could not be read, such as a scan.
        is_uncompared: Whether a rule that may bar passing could not check all of its
            registers.
    """
    found = tuple(findings)
    missing = tuple(_unsupported(card.rows, _error_places(found)))
    unsupported = sum((points for _, points in missing), Decimal(0))
    scale, limit = _scale(card.rows), law.number(UNSUPPORTED)
    unchecked = scale - sum(_recomputed(card.rows), Decimal(0))
    passing = passing_severity(law)
    state = _State(
        has_results=has_results(project),
        has_scores=_has_scores(card),
        has_crashes=has_crashes,
        is_unseen=is_unseen,
        is_uncompared=is_uncompared,
        is_limited=bool(limits),
        is_barred=any(finding.severity.rank < passing.rank for finding in found),
        lacks_support=_is_above(unsupported, scale, limit),
        lacks_checks=_is_above(unchecked, scale, limit),
    )
    result, reason = next((r, why) for holds, r, why in _VERDICTS if holds(state))
    return Opinion(
        result=result,
        reason=reason,
        unsupported=unsupported,
        not_computable=sum(
            (points for row, points in missing if row.recomputed is None), Decimal(0)
        ),
        unchecked=unchecked,
        scale=scale,
        limit=limit,
        limits=frozenset(limits),
    )


def passing_severity(law: Law) -> Severity:
    """The gravest severity with which a project passes."""
    return Severity(str(law.value("review.passing_severity")))


def has_results(project: Project) -> bool:
    """Whether any indicator has a result: a plan of targets is no report."""
    return any(
        filled(row.actual) or filled(row.completion) or filled(row.score)
        for row in project.indicators
    )


def _has_scores(card: Scorecard) -> bool:
    """Whether the total and the score of every row are stated."""
    rows = [row.stated for row in card.rows]
    return bool(rows) and None not in (card.stated_total, *rows)


def _scale(rows: Iterable[RowScore]) -> Decimal:
    """The points of a report: 100, or more if its rows have more."""
    listed = tuple(rows)
    given = sum((row.weight for row in listed if row.weight), Decimal(0))
    stated = sum((row.stated for row in listed if row.stated), Decimal(0))
    return max(FULL_MARKS, given, stated)


def _recomputed(rows: Iterable[RowScore]) -> Iterator[Decimal]:
    for row in rows:
        if row.weight and row.recomputed is not None:
            yield row.weight


def _error_places(findings: Iterable[Finding]) -> Collection[Source]:
    return {
        place
        for finding in findings
        if finding.severity is Severity.ERROR
        for place in (finding.hit.at, *finding.hit.also)
    }


def _unsupported(
    rows: Iterable[RowScore], errors: Collection[Source]
) -> Iterator[tuple[RowScore, Decimal]]:
    for row in rows:
        if row.stated is not None and any(place in errors for place in _places(row)):
            short = row.stated - (row.recomputed or Decimal(0))
            yield row, max(short, Decimal(0))


def _places(row: RowScore) -> Iterator[Source]:
    """The cells of a row that its points depend on, without those of categories."""
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
