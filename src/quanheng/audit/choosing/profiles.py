"""Ready-made settings for kinds of users (审核场景)."""

from dataclasses import dataclass
from typing import Final

from quanheng.audit.rule import Severity
from quanheng.core.bilingual import Words


@dataclass(frozen=True, slots=True)
class Profile:
    """The settings of one kind of user (审核场景).

    Attributes:
        title: Its user.
        fail_on: The least severity with which a report fails.
        ignore: Selectors of the rules that it leaves out.
        preview: Whether preview rules are applied.
        for_disclosure: Whether the report is taken as one to be published.
    """

    title: Words
    fail_on: Severity
    ignore: tuple[str, ...] = ()
    preview: bool = False
    for_disclosure: bool = False


SAMPLING_HINTS: Final = ("SC307",)
"""Rules that select reports for review, with nothing for the unit to correct."""

PROFILES: Final = {
    "unit": Profile(
        Words("填报单位自查", "the unit checks its own report"),
        fail_on=Severity.WARNING,
        ignore=SAMPLING_HINTS,
    ),
    "reviewer": Profile(
        Words("主管部门、财政部门复核", "a department or finance authority reviews"),
        fail_on=Severity.ERROR,
    ),
    "publisher": Profile(
        Words("公开前审查", "before a report is published"),
        fail_on=Severity.WARNING,
        ignore=SAMPLING_HINTS,
        for_disclosure=True,
    ),
    "strict": Profile(
        Words("全部规则，含试行规则", "every rule, those in preview too"),
        fail_on=Severity.INFO,
        preview=True,
    ),
}
