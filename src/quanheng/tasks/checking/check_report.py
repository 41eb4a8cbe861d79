"""Report → scores and findings of each project (审核自评报告)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from quanheng.audit.after.opinion import Opinion, opinion, passing_severity
from quanheng.audit.choosing.scope import Limit, limits_of
from quanheng.audit.dossier import Dossier, Paper
from quanheng.audit.engine import (
    Finding,
    Outcome,
    Verdict,
    all_rules,
    audit,
    stable_rules,
)
from quanheng.audit.rule import Rule
from quanheng.audit.under_every_version import unanimous
from quanheng.audit.whatever_was_seen import certain
from quanheng.core.report import Project, Report
from quanheng.evidence.bindings.filled_project import with_computed
from quanheng.law.book import Law
from quanheng.scoring.scorecard import Scorecard, score_project
from quanheng.tasks.checking.other_papers import NO_OTHER_PAPERS, OtherPapers
from quanheng.tasks.evidence.provider import EvidenceProvider
from quanheng.tasks.workplace import Workplace


@dataclass(frozen=True, slots=True)
class CheckedProject:
    """A project with its scores and the verdicts of the rules (审核结果).

    Attributes:
        project: The project in the report.
        law: The parameters that were applied.
        scorecard: Its scores, recomputed.
        verdicts: The verdict of each rule, by code.
        limits: What was left out by choice.
        is_unseen: Whether part of the file could not be read, such as a scan, or not
            with certainty.
    """

    project: Project
    law: Law
    scorecard: Scorecard
    verdicts: tuple[Verdict, ...]
    limits: frozenset[Limit] = frozenset()
    is_unseen: bool = False

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, the gravest first, then by code, then as found."""
        found = (f for verdict in self.verdicts for f in verdict.findings)
        return tuple(sorted(found, key=lambda f: (f.severity.rank, f.rule.code)))

    @property
    def opinion(self) -> Opinion:
        """The opinion that follows from the findings."""
        return opinion(
            (finding for finding in self.findings if finding.waiver is None),
            self.project,
            self.scorecard,
            self.law,
            limits=self.limits,
            has_crashes=bool(self.outcomes(Outcome.CRASHED)),
            is_unseen=self.is_unseen,
            is_uncompared=any(self._uncompared()),
        )

    def _uncompared(self) -> Iterator[Verdict]:
        """Rules that may bar passing and could not check all of their registers."""
        passing = passing_severity(self.law)
        for verdict in self.verdicts:
            may_bar = verdict.rule.severity.rank < passing.rank
            if may_bar and verdict.rule.registers and verdict.not_judged:
                yield verdict

    def barring(self) -> int:
        """How many of its findings keep it from passing."""
        passing = passing_severity(self.law)
        found = (f for f in self.findings if f.waiver is None)
        return sum(1 for f in found if f.severity.rank < passing.rank)

    def narrowed(self, verdicts: tuple[Verdict, ...], limit: Limit) -> "CheckedProject":
        """With fewer findings; the limit applies if one that bars passing is gone."""
        fewer = replace(self, verdicts=verdicts)
        is_limited = fewer.barring() < self.barring()
        return replace(fewer, limits=self.limits | {limit}) if is_limited else fewer

    def outcomes(self, outcome: Outcome) -> tuple[Verdict, ...]:
        """The verdicts with an outcome."""
        return tuple(v for v in self.verdicts if v.outcome is outcome)


def check_report(
    report: Report,
    workplace: Workplace,
    *,
    for_disclosure: bool = False,
    rules: Iterable[Rule] | None = None,
    other_papers: OtherPapers = NO_OTHER_PAPERS,
    evidence: EvidenceProvider | None = None,
) -> tuple[CheckedProject, ...]:
    """Rescore and audit every project of a report.

    Args:
        report: The report.
        workplace: Law book, day of the audit, region and scheme.
        for_disclosure: Whether the report is to be published.
        rules: The rules to apply; by default all but preview rules.
        other_papers: The papers that the report is compared with.
        evidence: The evidence folder; its computed values fill blank cells.
    """
    asked = stable_rules() if rules is None else tuple(rules)
    dossiers = _dossiers(report, workplace, for_disclosure, other_papers)
    return tuple(_check(one, asked) for one in _with_evidence(dossiers, evidence))


def _dossiers(
    report: Report,
    workplace: Workplace,
    for_disclosure: bool,
    other_papers: OtherPapers,
) -> Iterator[Dossier]:
    own_papers = other_papers.of_projects(report, workplace)
    peers = other_papers.peers
    for project, papers in zip(report.projects, own_papers, strict=True):
        law = workplace.law_of(project)
        yield Dossier(
            project,
            law,
            score_project(project, law),
            workplace.day,
            for_disclosure,
            _paper(papers.approved, workplace),
            _paper(papers.previous, workplace),
            peers,
            unseen=report.unseen,
        )
        # Copies of the file are reported once, with its first project.
        peers = replace(peers, copies=())


def _with_evidence(
    dossiers: Iterable[Dossier], source: EvidenceProvider | None
) -> Iterator[Dossier]:
    for dossier in dossiers:
        evidence = source.of(dossier.project, dossier.law) if source else None
        if evidence is None:
            yield dossier
            continue
        project = with_computed(dossier.project, evidence, over_typed=False)
        card = score_project(project, dossier.law)
        yield replace(dossier, project=project, scorecard=card, evidence=evidence)


def _paper(project: Project | None, workplace: Workplace) -> Paper | None:
    if project is None:
        return None
    return Paper(project, score_project(project, workplace.law_of(project)))


def _check(dossier: Dossier, rules: tuple[Rule, ...]) -> CheckedProject:
    verdicts = certain(unanimous(audit(dossier, rules), dossier), dossier)
    passing = passing_severity(dossier.law)
    return CheckedProject(
        dossier.project,
        dossier.law,
        _confirmed(dossier),
        verdicts,
        frozenset(limits_of(rules, all_rules(), passing)),
        bool(dossier.unseen) or bool(dossier.project.uncertain),
    )


def _confirmed(dossier: Dossier) -> Scorecard:
    """The scores that can be confirmed: computed values replace typed ones.

    So does ``score``; the rules however judge what the report says.
    """
    if dossier.evidence is None:
        return dossier.scorecard
    project = with_computed(dossier.project, dossier.evidence, over_typed=True)
    return score_project(project, dossier.law)
