"""The settings of a check, from options, a file and a profile (审核设置)."""

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
    """The least severity with which a report fails (阈值)."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"

    def reached(self, severity: Severity) -> bool:
        """Whether a report fails with a finding of this severity."""
        return self is not Threshold.NEVER and severity.rank <= Severity(self).rank


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings as given, None for those that are not (审核设置).

    The attributes are options of ``check`` and keys of ``quanheng.toml``, with dashes
    for underscores.

    Attributes:
        profile: Name of a profile.
        select: Selectors of the rules and severities to apply and show.
        ignore: Selectors of those to leave out.
        severity: Selector → severity that replaces the rule's own.
        preview: Whether preview rules are applied.
        fail_on: The threshold.
        region: The region whose parameters apply.
        law: ``auto``, or the name of a scoring scheme.
        year: The evaluation year of a report that names none.
        for_disclosure: Whether the report is to be published.
        waivers: The waiver file.
        baseline: The file of known findings.
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
        """These settings, completed by others."""
        said = {
            field.name: value
            for field in fields(self)
            if (value := getattr(self, field.name)) is not None
        }
        return replace(below, **said)

    def settled(self, workplace: Workplace) -> "Settled":
        """The settings completed by the profile, then by defaults.

        They override region and scheme of the workplace.

        Raises:
            QuanhengError: There is no such profile or region.
        """
        profile = PROFILES[_profile(self.profile)] if self.profile else None
        select, ignore = self.select or (), self.ignore or ()
        if profile:
            # A rule that the user selects applies even if the profile ignores it.
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
    """Complete settings (生效的设置).

    Attributes:
        selection: Which rules are applied and which findings shown.
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
