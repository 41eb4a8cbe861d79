"""The settings of a check: from the call, a file, a profile (审核设置)."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from quanheng.audit.choosing.profiles import PROFILES
from quanheng.audit.choosing.selection import Selection
from quanheng.audit.rule import Severity
from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError
from quanheng.law.regions import named_region
from quanheng.tasks.workplace import Workplace


class Threshold(StrEnum):
    """The severity from which on a report does not pass (阈值)."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"

    def reached(self, severity: Severity) -> bool:
        """Whether a finding of this severity keeps a report from passing."""
        return self is not Threshold.NEVER and severity.rank <= Severity(self).rank


@dataclass(frozen=True, slots=True)
class Settings:
    """What was asked for; None where nothing was said (审核设置).

    The attributes are the options of ``check`` and the keys of ``quanheng.toml``,
    there with a dash for the underscore.

    Attributes:
        profile: Name of a ready-made choice.
        select: Selectors of the rules and severities that are asked.
        ignore: Selectors of what is left out.
        severity: Selector → severity that holds instead of the rule's own.
        preview: Whether preview rules speak.
        fail_on: The threshold.
        region: The region whose parameters apply.
        law: ``auto``, or the scheme that is picked.
        year: The evaluation year of a report that names none.
        for_disclosure: Whether the report is to be published.
        waivers: The waiver file.
        baseline: The file of findings that are known.
    """

    profile: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    severity: Mapping[str, Severity] | None = None
    preview: bool | None = None
    fail_on: Threshold | None = None
    region: str | None = None
    law: str | None = None
    year: int | None = None
    for_disclosure: bool | None = None
    waivers: str | None = None
    baseline: str | None = None

    def over(self, below: "Settings") -> "Settings":
        """These settings, what they leave open taken from others."""
        said = {
            field.name: value
            for field in fields(self)
            if (value := getattr(self, field.name)) is not None
        }
        return replace(below, **said)

    def settled(self, workplace: Workplace) -> "Settled":
        """The settings whole: what is open comes from the profile, then by default.

        Args:
            workplace: What the settings lay their region and scheme over.

        Raises:
            QuanhengError: There is no such profile or region.
        """
        profile = PROFILES[_profile(self.profile)] if self.profile else None
        select, ignore = self.select or (), self.ignore or ()
        if profile:
            # A rule that the user names himself is asked, whatever the profile.
            ignore += tuple(code for code in profile.ignore if code not in select)
        return Settled(
            selection=Selection(
                select=select,
                ignore=ignore,
                preview=_first(self.preview, profile and profile.preview, False),
                severities=self.severity or {},
            ),
            fail_on=Threshold(
                _first(self.fail_on, profile and profile.fail_on, Threshold.INFO)
            ),
            workplace=self._over(workplace),
            year=self.year,
            for_disclosure=_first(
                self.for_disclosure, profile and profile.for_disclosure, False
            ),
        )

    def _over(self, workplace: Workplace) -> Workplace:
        region, scheme = workplace.region, self.law or workplace.scheme
        if self.region:
            region = named_region(self.region, workplace.book)
        return replace(workplace, region=region, scheme=scheme)


@dataclass(frozen=True, slots=True)
class Settled:
    """Settings with nothing left open (生效的设置).

    Attributes:
        selection: Which rules are asked and which findings shown.
        fail_on: The threshold.
        workplace: Law book, day, region and scheme.
        year: The evaluation year of a report that names none.
        for_disclosure: Whether the report is to be published.
    """

    selection: Selection
    fail_on: Threshold
    workplace: Workplace
    year: int | None
    for_disclosure: bool


def _first(*values: Any) -> Any:
    return next(value for value in values if value is not None)


def _profile(name: str) -> str:
    if name in PROFILES:
        return name
    known = "、".join(PROFILES)
    raise QuanhengError(
        Words(f"无此审核场景：{name}", f"there is no profile {name}"),
        Words(f"可选 {known}", f"choose {', '.join(PROFILES)}"),
    )
