"""Findings that are the same by every version of the law (各版本一致的问题)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.engine import Finding, Outcome, Verdict, ask
from quanheng.core.bilingual import Words
from quanheng.core.errors import ParameterNotInForceError
from quanheng.core.source import Source
from quanheng.law.book import NATIONWIDE, DatedValue, Law
from quanheng.law.schemes import ELSEWHERE
from quanheng.scoring.scorecard import Scorecard, score_project

_DISPUTED: Final = Words(
    "年度或地区不明，各版本规定的结论不同",
    "year or region is unknown, and the versions of the law do not agree",
)


def unanimous(verdicts: Sequence[Verdict], dossier: Dossier) -> tuple[Verdict, ...]:
    """The verdicts with only those findings that every version in force gives.

    If year and region are known there is only one version. Otherwise a rule with
    findings is applied again by each version of its parameters, where they differ.
    """
    scoring = _scoring(dossier.scorecard)
    scores_differ = any(_differing(dossier.law, name) for name in scoring)

    @cache
    def under(day: date, region: str) -> Dossier:
        law, card = dossier.law.version(day, region), dossier.scorecard
        if scores_differ:
            card = score_project(dossier.project, law, dossier.readings)
        return dossier.under(law, card)

    return tuple(
        _settled(verdict, dossier, under) if verdict.findings else verdict
        for verdict in verdicts
    )


def _settled(
    verdict: Verdict, dossier: Dossier, under: Callable[[date, str], Dossier]
) -> Verdict:
    versions = _versions(dossier, verdict.rule.law)
    if not versions:
        return verdict
    left = verdict.findings
    for day, region in versions:
        there = _places(ask(verdict.rule, under(day, region)).findings)
        left = tuple(finding for finding in left if _place(finding) in there)
    if left:
        return replace(verdict, findings=left)
    return Verdict(verdict.rule, Outcome.INSUFFICIENT_DATA, reasons=(_DISPUTED,))


def _versions(dossier: Dossier, names: Iterable[str]) -> set[tuple[date, str]]:
    """A day and region for each version of some parameters; none if all are equal."""
    law = dossier.law
    several = [v for name in names if (v := _differing(law, name))]
    if not several:
        return set()
    needed = {*names, *_scoring(dossier.scorecard)}
    first = max(_first_day(law, name) for name in needed)
    dated = ((law.day or max(v.since, first), v) for values in several for v in values)
    return {(day, _region(law, v)) for day, v in dated if v.in_force(day)}


def _scoring(card: Scorecard) -> set[str]:
    """The parameters that the scores of the rows depend on."""
    return {name for row in card.rows for name in row.law}


def _first_day(law: Law, name: str) -> date:
    """The first day on which a parameter has a value; scores need one of each."""
    return min((value.since for value in _values(law, name)), default=date.min)


def _differing(law: Law, name: str) -> Sequence[DatedValue]:
    """The versions of a parameter; none if all are equal."""
    values = _values(law, name)
    differ = len(values) > 1 and any(v.value != values[0].value for v in values)
    return values if differ else ()


def _values(law: Law, name: str) -> Sequence[DatedValue]:
    try:
        return law.versions(name)
    except ParameterNotInForceError:
        return ()  # a parameter that the rule did not read


def _region(law: Law, value: DatedValue) -> str:
    if law.region != NATIONWIDE:
        return law.region
    return ELSEWHERE if value.region == NATIONWIDE else value.region


def _places(findings: Iterable[Finding]) -> frozenset[tuple[Source, str]]:
    return frozenset(_place(finding) for finding in findings)


def _place(finding: Finding) -> tuple[Source, str]:
    return finding.hit.at, finding.hit.variant
