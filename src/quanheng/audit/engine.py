"""Apply rules to a dossier (审核引擎)."""

import importlib
import pkgutil
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import ModuleType

from quanheng.audit import rules as rules_package
from quanheng.audit.after.waivers import Waiver
from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    NO_INDICATORS,
    Answer,
    Hit,
    Insufficient,
    Need,
    NotApplicable,
    Rule,
    Severity,
    Status,
)
from quanheng.core.bilingual import Words
from quanheng.core.errors import ParameterNotInForceError, PluginError
from quanheng.core.unread import unread_text


class Outcome(StrEnum):
    """The outcome of a rule for a project (审核结果)."""

    HIT = "hit"
    CLEAN = "clean"
    NOT_APPLICABLE = "not applicable"
    INSUFFICIENT_DATA = "insufficient data"
    NOT_GIVEN = "not given"
    CRASHED = "crashed"


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit with its rule (问题).

    Attributes:
        rule: The rule.
        hit: What it found.
        waiver: The waiver that accepts it, None without one.
        known: Whether it is in the baseline.
    """

    rule: Rule
    hit: Hit
    waiver: Waiver | None = None
    known: bool = False

    @property
    def severity(self) -> Severity:
        """The rule's severity, or a lower one of the hit."""
        lesser = self.hit.severity or self.rule.severity
        return max(lesser, self.rule.severity, key=lambda severity: severity.rank)

    @property
    def counts(self) -> bool:
        """Whether it is open: neither waived nor known."""
        return self.waiver is None and not self.known

    def message(self, lang: str = "zh") -> str:
        """What is wrong, with the figures."""
        return self.rule.say(self.hit, lang)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict of a rule on a project (规则结论).

    Attributes:
        rule: The rule.
        outcome: Its outcome.
        findings: Its findings, empty unless the outcome is a hit.
        reasons: Why it does not apply, or what it could not judge, even with a hit.
        crash: The traceback of a crashed rule, for a bug report.
    """

    rule: Rule
    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    reasons: tuple[Words, ...] = ()
    crash: str = ""

    @property
    def why(self) -> Words:
        """Its reasons as one text."""
        if len(self.reasons) == 1:
            return self.reasons[0]
        return Words(
            "；".join(reason.zh for reason in self.reasons),
            "; ".join(reason.en for reason in self.reasons),
        )

    @property
    def not_judged(self) -> tuple[Words, ...]:
        """The reasons why it could not judge something (未能核对的内容)."""
        told = self.outcome in (Outcome.HIT, Outcome.INSUFFICIENT_DATA)
        return self.reasons if told else ()


def audit(dossier: Dossier, rules: Iterable[Rule]) -> tuple[Verdict, ...]:
    """Apply every rule to a project; one that crashes never hides the others."""
    given = frozenset(needs_met(dossier))
    return tuple(_ask(rule, dossier, given) for rule in rules)


def needs_met(dossier: Dossier) -> Iterator[Need]:
    """The papers in a dossier that rules may need (已提供的材料)."""
    yield Need.REPORT
    yield Need.LAYOUT
    if dossier.approved is not None:
        yield Need.APPROVED_TARGETS
    if dossier.previous is not None:
        yield Need.PREVIOUS_YEAR
    if dossier.peers:
        yield Need.PEERS
    if dossier.evidence is not None:
        yield Need.EVIDENCE
        yield Need.REGISTER


def ask(rule: Rule, dossier: Dossier) -> Verdict:
    """Apply one rule to a project."""
    return _ask(rule, dossier, frozenset(needs_met(dossier)))


def _ask(rule: Rule, dossier: Dossier, given: frozenset[Need]) -> Verdict:
    if rule.needs not in given:
        return Verdict(rule, Outcome.NOT_GIVEN)
    if rule.needs_indicators and not dossier.project.indicators:
        return _conclude(rule, (NO_INDICATORS,), ())
    try:
        answers = tuple(rule.check(dossier))
    except ParameterNotInForceError as error:
        return Verdict(rule, Outcome.INSUFFICIENT_DATA, reasons=(error.message,))
    except Exception:  # noqa: BLE001 - a defect of one rule must not hide the others
        return Verdict(rule, Outcome.CRASHED, crash=traceback.format_exc())
    if rule.judges_whole and dossier.unseen:
        answers = _without_hits(dossier, answers)
    doubts = tuple(_doubts(rule, dossier)) if rule.registers else ()
    return _conclude(rule, answers, doubts)


def _without_hits(dossier: Dossier, answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """The answers that are valid where part of the file could not be read."""
    kept = tuple(answer for answer in answers if not isinstance(answer, Hit))
    if len(kept) == len(answers):
        return answers
    zh, en = (unread_text(dossier.unseen, lang) for lang in ("zh", "en"))
    return (*kept, Insufficient(Words("；".join(zh), "; ".join(en))))


def _doubts(rule: Rule, dossier: Dossier) -> Iterator[Words]:
    """The reasons why the registers of a rule may be incomplete."""
    if dossier.evidence is not None:
        for name in rule.registers:
            yield from dossier.evidence.doubts(name)


def _conclude(
    rule: Rule, answers: tuple[Answer, ...], doubts: tuple[Words, ...]
) -> Verdict:
    """The verdict of some answers; clean only if everything was judged."""
    if not answers:
        if doubts:
            return Verdict(rule, Outcome.INSUFFICIENT_DATA, reasons=doubts)
        return Verdict(rule, Outcome.CLEAN)
    findings = tuple(Finding(rule, a) for a in answers if isinstance(a, Hit))
    lacking = tuple(a.why for a in answers if isinstance(a, Insufficient))
    if findings:
        return Verdict(rule, Outcome.HIT, findings, (*lacking, *doubts))
    if lacking:
        return Verdict(rule, Outcome.INSUFFICIENT_DATA, reasons=lacking)
    reasons = tuple(a.why for a in answers if isinstance(a, NotApplicable))
    return Verdict(rule, Outcome.NOT_APPLICABLE, reasons=reasons[:1])


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule that quanheng ships, by code."""
    return find_rules(rules_package)


@cache
def stable_rules() -> tuple[Rule, ...]:
    """The default rules: all but those in preview."""
    return tuple(rule for rule in all_rules() if rule.status is not Status.PREVIEW)


def find_rules(package: ModuleType) -> tuple[Rule, ...]:
    """Every rule in the modules of a package, by code.

    Raises:
        PluginError: A file has no rule or several, or a code is used twice.
    """
    found: dict[str, Rule] = {}
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if module.ispkg:
            continue
        rule = _rule_in(module.name)
        if rule.code in found:
            raise PluginError(
                Words(
                    f"规则代码 {rule.code} 重复：{module.name}",
                    f"the code {rule.code} stands twice: {module.name}",
                )
            )
        found[rule.code] = rule
    return tuple(found[code] for code in sorted(found))


def _rule_in(name: str) -> Rule:
    values = vars(importlib.import_module(name)).values()
    declared = [value for value in values if isinstance(value, Rule)]
    if len(declared) != 1:
        raise PluginError(
            Words(
                f"{name} 应恰有一条规则，现有{len(declared)}条",
                f"{name} must hold one rule, not {len(declared)}",
            )
        )
    return declared[0]
