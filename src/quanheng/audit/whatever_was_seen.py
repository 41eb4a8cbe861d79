"""Verdicts that hold whatever the uncertain texts say (未能确定的内容)."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from quanheng.audit.dossier import Dossier, Paper
from quanheng.audit.engine import Finding, Outcome, Verdict, ask
from quanheng.core.bilingual import Words
from quanheng.core.every_field import with_fields
from quanheng.core.field import Field
from quanheng.core.source import Source
from quanheng.core.unread import UNCERTAIN, Unread, unread_text
from quanheng.law.book import Law
from quanheng.scoring.scorecard import score_project

_JUDGED = (Outcome.HIT, Outcome.CLEAN, Outcome.NOT_APPLICABLE)


def certain(verdicts: tuple[Verdict, ...], dossier: Dossier) -> tuple[Verdict, ...]:
    """The verdicts that do not depend on what the uncertain texts are.

    A rule is asked where these texts can't be read, where each is the value of its
    cell, and where their cells are blank, in the report and in the paper with the
    approved targets. Only the findings of all three remain, and none at such a cell; if
    they differ the rule could not judge.
    """
    doubtful = dossier.project.uncertain
    approved = dossier.approved.project.uncertain if dossier.approved else ()
    if not (doubtful or approved):
        return verdicts
    others = [_with(dossier, change) for change in (_taken, _blank)]
    places = {at for field in doubtful for at in (field.at, *field.also)}
    why = _reason((*doubtful, *approved))
    return tuple(_certain(verdict, others, places, why) for verdict in verdicts)


def _with(dossier: Dossier, change: Callable[[Field], Field]) -> Dossier:
    project = with_fields(dossier.project, change)
    card = score_project(project, dossier.law)
    approved = dossier.approved and _paper_with(dossier.approved, dossier.law, change)
    return replace(dossier, project=project, scorecard=card, approved=approved)


def _paper_with(paper: Paper, law: Law, change: Callable[[Field], Field]) -> Paper:
    project = with_fields(paper.project, change)
    return Paper(project, score_project(project, law))


def _taken(field: Field) -> Field:
    return replace(field, raw=field.seen, seen="") if field.seen else field


def _blank(field: Field) -> Field:
    return replace(field, seen="") if field.seen else field


def _certain(
    verdict: Verdict, others: list[Dossier], places: Collection[Source], why: Words
) -> Verdict:
    if verdict.outcome not in _JUDGED:
        return verdict
    there = [ask(verdict.rule, other).findings for other in others]
    left = tuple(_left(verdict.findings, there, places))
    found = (verdict.findings, *there)
    if all(len(left) == len(findings) for findings in found):
        return verdict
    reasons = (*verdict.not_judged, why)
    outcome = Outcome.HIT if left else Outcome.INSUFFICIENT_DATA
    return replace(verdict, outcome=outcome, findings=left, reasons=reasons)


def _left(
    here: tuple[Finding, ...],
    others: list[tuple[Finding, ...]],
    places: Collection[Source],
) -> Iterator[Finding]:
    known = [set(map(_place, findings)) for findings in others]
    for finding in here:
        touched = {finding.hit.at, *finding.hit.also}
        everywhere = all(_place(finding) in there for there in known)
        if everywhere and touched.isdisjoint(places):
            yield finding


def _place(finding: Finding) -> tuple[Source, str]:
    return finding.hit.at, finding.hit.variant


def _reason(doubtful: tuple[Field, ...]) -> Words:
    parts = [Unread(field.at, UNCERTAIN, seen=field.seen) for field in doubtful]
    zh, en = ("；".join(unread_text(parts, lang)) for lang in ("zh", "en"))
    return Words(zh, en)
