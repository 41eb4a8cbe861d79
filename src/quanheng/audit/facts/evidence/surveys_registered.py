"""Surveys in the register, and the rows that rest on them (已登记的调查)."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.recomputed import computed_for
from quanheng.audit.facts.evidence.registers import NO_EVIDENCE, entries_of, register_of
from quanheng.audit.facts.evidence.surveys import survey_account, survey_rows
from quanheng.core.indicator import Indicator
from quanheng.language.similarity import bare

SURVEYS: Final = "surveys"
ANSWERS: Final = "survey_answers"
OPTIONS: Final = "survey_options"
_FIELDS: Final = (
    "survey",
    "kind",
    "indicator",
    "group_weight",
    "method",
    "sampling",
    "population",
    "issued",
    "returned",
    "valid",
    "open_web",
    "on_site",
    "shared_device",
)
_STEM: Final = 2
"""Characters: 满意 of 满意度, 知晓 of 知晓率, as names of rows contain them."""


@dataclass(frozen=True, slots=True)
class GroupAsked:
    """One entry of a survey (调查群体).

    Attributes:
        row: Its row in the register.
        values: Field → value.
    """

    row: int
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class RegisteredSurvey:
    """A survey of the period with its groups of respondents (已登记的调查).

    Attributes:
        name: Its name.
        groups: Its entries, one per group.
    """

    name: str
    groups: tuple[GroupAsked, ...]

    @property
    def rows(self) -> tuple[int, ...]:
        """Its rows in the register."""
        return tuple(group.row for group in self.groups)

    def says(self, field: str) -> bool:
        """Whether a field is 是 in one of its entries."""
        return any(group.values[field] is True for group in self.groups)

    @property
    def has_group_weights(self) -> bool:
        """Whether the weights of several groups are on record."""
        weights = [group.values["group_weight"] for group in self.groups]
        return len(weights) > 1 and None not in weights

    def total(self, field: str) -> int | None:
        """A count over its groups, None where one of them lacks it."""
        counts = [group.values[field] for group in self.groups]
        return None if None in counts else sum(counts)

    def is_behind(self, row: Indicator) -> bool:
        """Whether it names the row; without a name it covers all rows of its kind."""
        named = {
            bare(g.values["indicator"]) for g in self.groups if g.values["indicator"]
        }
        if named:
            return bool(named & {bare(row.title), bare(row.name.raw)})
        return any(group.values["kind"][:_STEM] in row.title for group in self.groups)


def registered_surveys(dossier: Dossier) -> tuple[RegisteredSurvey, ...]:
    """The surveys of the period, in the order of the register."""
    register = register_of(dossier, SURVEYS)
    if register is None:
        return ()
    period = (dossier.evidence or NO_EVIDENCE).period
    groups: dict[str, list[GroupAsked]] = defaultdict(list)
    for row, *values in entries_of(register, period, *_FIELDS):
        said = dict(zip(_FIELDS, values, strict=True))
        groups[said["survey"]].append(GroupAsked(row, said))
    return tuple(RegisteredSurvey(name, tuple(g)) for name, g in groups.items())


def surveyed_rows(dossier: Dossier, survey: RegisteredSurvey) -> list[Indicator]:
    """The rows of the report that rest on a survey."""
    return [row for row in dossier.project.indicators if survey.is_behind(row)]


def unsurveyed_rows(dossier: Dossier) -> tuple[Indicator, ...]:
    """The rows that should rest on a survey, but have none in register or text.

    The text describes one if it gives the sample size or says that everyone was asked.
    """
    account = survey_account(dossier.project, dossier.law)
    if account.has_sample or account.is_full_count:
        return ()
    rows = survey_rows(dossier.project, dossier.law)
    return tuple(row for row in rows if not has_registered_survey(dossier, row))


def has_registered_survey(dossier: Dossier, row: Indicator) -> bool:
    """Whether a row rests on a survey of the register."""
    computed = computed_for(dossier, row)
    if computed is not None and computed.binding.register == SURVEYS:
        return computed.measured is not None and computed.measured.value is not None
    return any(survey.is_behind(row) for survey in registered_surveys(dossier))
