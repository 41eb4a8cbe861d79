"""Settings, waivers and baseline for a file (生效的设置)."""

from dataclasses import dataclass

from quanheng.audit.after.stale_waivers import FAMILY, WAIVER_RULES
from quanheng.audit.after.waivers import Waiver
from quanheng.audit.choosing.selection import chosen_rules
from quanheng.audit.engine import all_rules
from quanheng.audit.rule import Rule
from quanheng.tasks.settings.settings import Settings, Settled
from quanheng.tasks.workplace import Workplace


@dataclass(frozen=True, slots=True)
class AppliedSettings:
    """Settings, waivers and baseline for a file (生效的设置与豁免).

    Attributes:
        settings: The settings, complete.
        rules: The rules for the report.
        waiver_rules: The rules for its waivers.
        waivers: The waivers.
        known: The fingerprints of the baseline.
        only_new: Whether known findings are left out.
        waiver_file: The file of the waivers, empty without one.
    """

    settings: Settled
    rules: tuple[Rule, ...]
    waiver_rules: tuple[Rule, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    known: frozenset[str] = frozenset()
    only_new: bool = False
    waiver_file: str = ""

    @property
    def workplace(self) -> Workplace:
        """Law book, day, region and scheme."""
        return self.settings.workplace


def known_rules() -> tuple[Rule, ...]:
    """Every rule that can be named: those for reports and those for waivers."""
    return (*all_rules(), *WAIVER_RULES)


def apply_settings(
    asked: Settings,
    workplace: Workplace,
    *,
    waivers: tuple[Waiver, ...] = (),
    known: frozenset[str] = frozenset(),
    only_new: bool = False,
    waiver_file: str = "",
) -> AppliedSettings:
    """The settings for a file with the rules that they choose.

    See :class:`AppliedSettings`; the settings override region and scheme of the
    workplace.

    Raises:
        QuanhengError: There is no such profile, region or rule.
    """
    settled = asked.settled(workplace)
    chosen = chosen_rules(known_rules(), settled.selection)
    return AppliedSettings(
        settings=settled,
        rules=tuple(rule for rule in chosen if rule.family != FAMILY),
        waiver_rules=tuple(rule for rule in chosen if rule.family == FAMILY),
        waivers=waivers,
        known=known,
        only_new=only_new,
        waiver_file=waiver_file,
    )
