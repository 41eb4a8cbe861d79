"""Clean reports × planted faults → what the rules saw (变异检验)."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from quanheng.audit.dossier import Dossier, Paper
from quanheng.audit.engine import Finding, Outcome, Verdict, all_rules, audit
from quanheng.audit.peers import Archive, Peer, Peers
from quanheng.audit.rule import Need, Rule, Severity, Status
from quanheng.audit.under_every_version import unanimous
from quanheng.law.book import NATIONWIDE
from quanheng.record.load import load_project
from quanheng.scoring.scorecard import score_project
from quanheng.tasks.checking.choose_law import law_for
from quanheng.testing.mutation.mutator import Mutator, Role
from quanheng.testing.mutation.sites import Record
from quanheng.testing.mutation.upkeep import turn_year_back

AS_OF: Final = date(2026, 6, 30)
"""Day of the audit; the youngest clean report is of 2025."""
_GIVEN: Final = (
    Need.REPORT,
    Need.APPROVED_TARGETS,
    Need.PREVIOUS_YEAR,
    Need.PEERS,
)
"""What a record can be; page layout needs a document."""
PLACES: Final = 3
"""At how many places of one report a fault is planted, one at a time."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One planted fault in one report, and what came of it (单次检验).

    Attributes:
        report: Name of the clean report.
        mutator: The kind of fault.
        mutant: The spoilt record.
        codes: The rules that found something in it.
        grave: Those of them above info.
        crashed: The rules that broke down.
    """

    report: str
    mutator: Mutator
    mutant: Record
    codes: frozenset[str]
    grave: frozenset[str]
    crashed: frozenset[str]

    @property
    def caught(self) -> bool:
        """Whether every rule that must see the fault saw it."""
        return set(self.mutator.catches) <= self.codes


@dataclass(frozen=True, slots=True)
class Outcomes:
    """All trials, summed up (检验结果).

    Attributes:
        trials: The trials.
        alarms: Report → the findings on it without any fault.
    """

    trials: tuple[Trial, ...]
    alarms: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)

    @property
    def recall(self) -> float:
        """The share of planted faults that every named rule saw."""
        return _share_caught(self.trials)

    @property
    def stable_recall(self) -> float:
        """The same, faults that preview rules must see left out."""
        stable = {rule.code for rule in all_rules() if rule.status is Status.STABLE}
        return _share_caught([t for t in self.trials if stable >= {*t.mutator.catches}])

    @property
    def recall_by_rule(self) -> dict[str, tuple[int, int]]:
        """Rule → how many of the faults that it must see it saw, and how many."""
        seen: Counter[str] = Counter()
        planted: Counter[str] = Counter()
        for trial in self.trials:
            planted.update(trial.mutator.catches)
            seen.update(set(trial.mutator.catches) & trial.codes)
        return {code: (seen[code], planted[code]) for code in sorted(planted)}

    @property
    def missed(self) -> tuple[Trial, ...]:
        """The trials whose fault a named rule did not see."""
        return tuple(trial for trial in self.trials if not trial.caught)

    @property
    def collateral(self) -> dict[str, Counter[str]]:
        """Mutator → which other rules spoke above info, and how often."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for trial in self.trials:
            found[trial.mutator.name].update(trial.grave - set(trial.mutator.catches))
        return dict(found)

    @property
    def loud_alarms(self) -> tuple[tuple[str, Finding], ...]:
        """The findings above info on clean reports."""
        return tuple(
            (name, finding)
            for name, findings in self.alarms.items()
            for finding in findings
            if finding.severity is not Severity.INFO
        )


def _share_caught(trials: Sequence[Trial]) -> float:
    return sum(trial.caught for trial in trials) / len(trials)


def run(
    reports: Mapping[str, Record],
    kinds: Iterable[Mutator],
    places: int = PLACES,
    *,
    only_named: bool = False,
) -> Outcomes:
    """Plant every fault in every report that has room for it.

    Args:
        reports: The clean reports, by name.
        kinds: The kinds of faults.
        places: At how many places at most, chosen by chance that never changes.
        only_named: Whether a fault is shown to none but the rules that must see it;
            faster, and tells nothing of the others.
    """
    rules = all_rules()
    trials = tuple(
        _trial(name, record, mutator, mutant, _asked(mutator, rules, only_named))
        for mutator in kinds
        for name, record in reports.items()
        for mutant in _some(mutator, name, record, places)
    )
    alarms = {name: findings_on(record, rules) for name, record in reports.items()}
    return Outcomes(trials, alarms)


def _asked(mutator: Mutator, rules: Sequence[Rule], only_named: bool) -> Sequence[Rule]:
    if not only_named:
        return rules
    return [rule for rule in rules if rule.code in mutator.catches]


def findings_on(record: Record, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """What the rules find in a report that stands alone."""
    return _findings(_verdicts(desk(record), rules))


def uncovered(rules: Iterable[Rule], kinds: Iterable[Mutator]) -> tuple[str, ...]:
    """The stable rules that could be tried and have no kind of fault planted."""
    covered = {code for mutator in kinds for code in mutator.catches}
    return tuple(
        rule.code
        for rule in rules
        if rule.code not in covered
        and rule.status is Status.STABLE
        and rule.needs in _GIVEN
    )


def _some(mutator: Mutator, name: str, record: Record, places: int) -> Sequence[Record]:
    if name in mutator.left_out:
        return ()
    mutants = mutator.mutants(record)
    chance = random.Random(f"{mutator.name} {name}")  # noqa: S311 - no secret
    return mutants if len(mutants) <= places else chance.sample(mutants, places)


def _trial(
    name: str, record: Record, mutator: Mutator, mutant: Record, rules: Sequence[Rule]
) -> Trial:
    verdicts = _verdicts(_dossier(mutator, record, mutant), rules)
    findings = _findings(verdicts)
    return Trial(
        report=name,
        mutator=mutator,
        mutant=mutant,
        codes=frozenset(f.rule.code for f in findings),
        grave=frozenset(
            f.rule.code for f in findings if f.severity is not Severity.INFO
        ),
        crashed=frozenset(
            v.rule.code for v in verdicts if v.outcome is Outcome.CRASHED
        ),
    )


def _verdicts(dossier: Dossier, rules: Sequence[Rule]) -> tuple[Verdict, ...]:
    return unanimous(audit(dossier, rules), dossier)


def _findings(verdicts: Iterable[Verdict]) -> tuple[Finding, ...]:
    return tuple(finding for verdict in verdicts for finding in verdict.findings)


def desk(record: Record, region: str = "", *, disclosure: bool = False) -> Dossier:
    """A report as it lies on the auditor's desk, alone."""
    project = load_project(record)
    law = law_for(project, region or NATIONWIDE)
    return Dossier(project, law, score_project(project, law), AS_OF, disclosure)


def _dossier(mutator: Mutator, record: Record, mutant: Record) -> Dossier:
    region, disclosure = mutator.region, mutator.disclosure
    if mutator.role in (Role.LAST_YEAR, Role.PEERS, Role.SAME_UNIT):
        dossier = desk(record, region, disclosure=disclosure)
    else:
        dossier = desk(mutant, region, disclosure=disclosure)
    match mutator.role:
        case Role.REPORT_BESIDE_APPROVAL:
            return replace(dossier, approved=_paper(record))
        case Role.LAST_YEAR:
            return replace(dossier, previous=_paper(turn_year_back(mutant)))
        case Role.DEPARTMENT:
            peers = _peers(record, same_unit=False)
            return replace(dossier, peers=Peers(Archive(tuple(peers))))
        case Role.PEERS | Role.SAME_UNIT:
            peers = _peers(mutant, same_unit=mutator.role is Role.SAME_UNIT)
            return replace(dossier, peers=Peers(Archive(tuple(peers))))
        case Role.TWICE:
            return replace(dossier, peers=Peers(copies=("copy.yaml",)))
        case _:
            return dossier


def _paper(record: Record) -> Paper:
    alone = desk(record)
    return Paper(alone.project, alone.scorecard)


_PEERS: Final = 8


def _peers(record: Record, *, same_unit: bool) -> Iterator[Peer]:
    """As many reports as rules on whole departments ask for."""
    for count in range(1, _PEERS + 1):
        head = dict(record["project"])
        if not same_unit:
            head["unit"] += f"第{count}分部"
        paper = _paper({**record, "project": head})
        name = f"peer{count}.yaml"
        yield Peer(name, name, paper.project, paper.scorecard)
