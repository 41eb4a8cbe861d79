"""Which rules are applied and which findings are shown (规则选择)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from quanheng.audit.after.waived_or_known import revised
from quanheng.audit.choosing.selector import is_exact, reach, require_known
from quanheng.audit.engine import Finding, Verdict
from quanheng.audit.rule import Rule, Severity, Status


@dataclass(frozen=True, slots=True)
class Selection:
    """A choice of rules and severities (选择).

    Codes choose the rules: a narrower selector overrides a wider one (``BG301``,
    ``BG3``, ``BG``, ``all``), and ``ignore`` overrides ``select`` of the same width.
    Severities choose which of the findings are shown.

    Attributes:
        select: Selectors of rules and severities; empty for all.
        ignore: Selectors of those to leave out.
        preview: Whether preview rules are applied without being named.
        severities: Selector → severity that replaces the rule's own.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    severities: Mapping[str, Severity] = field(default_factory=dict)

    def takes(self, rule: Rule) -> bool:
        """Whether a rule is applied."""
        chosen, left_out = _codes(self.select) or ("all",), _codes(self.ignore)
        wanted = max(reach(selector, rule) for selector in chosen)
        refused = max((reach(selector, rule) for selector in left_out), default=0)
        if wanted <= refused:
            return False
        named = any(is_exact(selector, rule) for selector in chosen)
        return self.preview or named or rule.status is not Status.PREVIEW

    def shows(self, finding: Finding) -> bool:
        """Whether a finding has a severity that is shown."""
        chosen, severity = _severities(self.select), finding.severity.value
        named = severity in chosen if chosen else True
        return named and severity not in self.ignore

    def weighed(self, rule: Rule) -> Rule:
        """A rule with the severity that is set for it."""
        reaching = [s for s in self.severities if reach(s, rule)]
        if not reaching:
            return rule
        narrowest = max(reaching, key=lambda selector: reach(selector, rule))
        return replace(rule, severity=self.severities[narrowest])


def _codes(selectors: Iterable[str]) -> tuple[str, ...]:
    return tuple(s for s in selectors if s not in list(Severity))


def _severities(selectors: Iterable[str]) -> tuple[str, ...]:
    return tuple(s for s in selectors if s in list(Severity))


def chosen_rules(rules: Sequence[Rule], selection: Selection) -> tuple[Rule, ...]:
    """The rules to apply, with the severities that are set for them.

    Raises:
        QuanhengError: A selector names no rule.
    """
    named = (*selection.select, *selection.ignore, *selection.severities)
    require_known(named, rules)
    return tuple(selection.weighed(rule) for rule in rules if selection.takes(rule))


def shown_only(
    verdicts: Sequence[Verdict], selection: Selection
) -> tuple[Verdict, ...]:
    """The verdicts without the findings whose severity is not shown."""
    return revised(verdicts, lambda f: f if selection.shows(f) else None)
