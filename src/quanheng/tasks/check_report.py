"""Report → scores and findings of each project (审核自评报告)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from quanheng.audit.dossier import Dossier
from quanheng.audit.engine import Finding, Outcome, Verdict, all_rules, audit
from quanheng.audit.rule import Rule
from quanheng.core.report import Project, Report
from quanheng.law.book import NATIONWIDE, Law
from quanheng.law.load import load_book
from quanheng.scoring.scorecard import Scorecard, score_project


@dataclass(frozen=True, slots=True)
class CheckedProject:
    """One project with its scores and what every rule said (审核结果).

    Attributes:
        project: What the report says.
        law: The parameters that were applied.
        scorecard: Its scores, recomputed.
        verdicts: What each rule answered, by code.
    """

    project: Project
    law: Law
    scorecard: Scorecard
    verdicts: tuple[Verdict, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, the gravest first, then by code, then as found."""
        found = (f for verdict in self.verdicts for f in verdict.findings)
        return tuple(sorted(found, key=lambda f: (f.severity.rank, f.rule.code)))

    def outcomes(self, outcome: Outcome) -> tuple[Verdict, ...]:
        """The verdicts with one outcome."""
        return tuple(v for v in self.verdicts if v.outcome is outcome)


def law_for(project: Project, region: str = NATIONWIDE) -> Law:
    """The law that a project is judged by: of the last day of its year (适用口径).

    Without a named year every version may apply.
    """
    return _law_of(project.evaluation_year, region)


@lru_cache(maxsize=64)
def _law_of(year: int | None, region: str) -> Law:
    """One law for all reports of a year and region: its values are chosen once."""
    return load_book().law(date(year, 12, 31) if year else None, region)


def check_report(
    report: Report,
    *,
    as_of: date,
    region: str = NATIONWIDE,
    for_disclosure: bool = False,
    rules: Iterable[Rule] | None = None,
) -> tuple[CheckedProject, ...]:
    """Rescore and audit every project of a report.

    Args:
        report: The report.
        as_of: The day of the audit.
        region: The region whose parameters apply.
        for_disclosure: Whether the report is to be published.
        rules: The rules to ask; all of them by default.
    """
    asked = all_rules() if rules is None else tuple(rules)
    return tuple(
        _check(project, as_of, region, for_disclosure, asked)
        for project in report.projects
    )


def _check(
    project: Project,
    as_of: date,
    region: str,
    for_disclosure: bool,
    rules: tuple[Rule, ...],
) -> CheckedProject:
    law = law_for(project, region)
    scorecard = score_project(project, law)
    dossier = Dossier(project, law, scorecard, as_of, for_disclosure)
    return CheckedProject(project, law, scorecard, audit(dossier, rules))
