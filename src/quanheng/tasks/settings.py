"""The settings of a check: from the call, a file, a profile (审核设置)."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from typing import Any, Final, NoReturn

from quanheng.audit.profiles import PROFILES
from quanheng.audit.rule import Severity
from quanheng.audit.selection import Selection
from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError
from quanheng.law.book import NATIONWIDE
from quanheng.law.schemes import AUTO

NEVER: Final = "never"
THRESHOLDS: Final = (*(severity.value for severity in Severity), NEVER)


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
        fail_on: Severity from which on a report does not pass, or ``never``.
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
    fail_on: str | None = None
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

    def settled(self) -> "Settled":
        """The settings whole: what is open comes from the profile, then by default.

        Raises:
            QuanhengError: There is no such profile.
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
            fail_on=_first(self.fail_on, profile and profile.fail_on, Severity.INFO),
            region=self.region or NATIONWIDE,
            law=self.law or AUTO,
            year=self.year,
            for_disclosure=_first(
                self.for_disclosure, profile and profile.for_disclosure, False
            ),
        )


@dataclass(frozen=True, slots=True)
class Settled:
    """Settings with nothing left open (生效的设置).

    Attributes:
        selection: Which rules are asked and which findings shown.
        fail_on: Severity from which on a report does not pass, or ``never``.
        region: The region whose parameters apply, 全国 where unknown.
        law: ``auto``, or the scheme that is picked.
        year: The evaluation year of a report that names none.
        for_disclosure: Whether the report is to be published.
    """

    selection: Selection
    fail_on: str
    region: str
    law: str
    year: int | None
    for_disclosure: bool

    def fails(self, severity: Severity) -> bool:
        """Whether an open finding of this severity keeps a report from passing."""
        return self.fail_on != NEVER and severity.rank <= Severity(self.fail_on).rank


def _first(*values: Any) -> Any:
    return next(value for value in values if value is not None)


def _profile(name: str) -> str:
    if name in PROFILES:
        return name
    known = "、".join(PROFILES)
    raise QuanhengError(
        f"没有审核场景 {name}",
        f"可选 {known}",
        message_en=f"there is no profile {name}",
        hint_en=f"choose {', '.join(PROFILES)}",
    )


def read_settings(data: bytes, name: str) -> Settings:
    """Settings from the bytes of a ``quanheng.toml``.

    Args:
        data: The file's bytes.
        name: Its name, for messages.

    Raises:
        QuanhengError: It is no TOML, or a key or value is not known.
    """
    said: dict[str, Any] = {}
    for key, value in read_toml(data, name).items():
        if key not in _KINDS:
            near = get_close_matches(key, _KINDS, n=1)
            raise QuanhengError(
                f"{name} 中的 {key} 不是设置项",
                f"最接近的是 {near[0]}" if near else f"可选 {'、'.join(_KINDS)}",
                message_en=f"{key} in {name} is no setting",
                hint_en=f"did you mean {near[0]}"
                if near
                else f"choose {', '.join(_KINDS)}",
            )
        read, due = _KINDS[key]
        try:
            said[key.replace("-", "_")] = read(value)
        except (TypeError, ValueError):
            _refuse(name, key, due)
    return Settings(**said)


def _refuse(name: str, key: str, due: Words) -> NoReturn:
    raise QuanhengError(
        f"{name} 中的 {key} 应为{due.zh}",
        message_en=f"{key} in {name} should be {due.en}",
    ) from None


def read_toml(data: bytes, name: str) -> Mapping[str, Any]:
    """A TOML file as plain data.

    Raises:
        QuanhengError: It is no TOML.
    """
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise QuanhengError(
            f"{name} 不是合法的 TOML：{error}",
            message_en=f"{name} is no TOML: {error}",
        ) from error


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(_text(part) for part in value)


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _year(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value


def _severities(value: object) -> Mapping[str, Severity]:
    if not isinstance(value, dict):
        raise TypeError
    return {_text(key): Severity(level) for key, level in value.items()}


def _threshold(value: object) -> str:
    return THRESHOLDS[THRESHOLDS.index(_text(value))]


_TEXT: Final = Words("文字", "a text")
_TEXTS: Final = Words("文字列表", "a list of texts")
_TRUTH: Final = Words(" true 或 false", "true or false")
_KINDS: Final[Mapping[str, tuple[Callable[[object], Any], Words]]] = {
    "profile": (_text, _TEXT),
    "select": (_texts, _TEXTS),
    "ignore": (_texts, _TEXTS),
    "severity": (
        _severities,
        Words(
            "规则到级别的表，级别为 error、warning、info",
            "a table from rule to error, warning or info",
        ),
    ),
    "preview": (_truth, _TRUTH),
    "fail-on": (
        _threshold,
        Words(f" {'、'.join(THRESHOLDS)} 之一", f"one of {', '.join(THRESHOLDS)}"),
    ),
    "region": (_text, _TEXT),
    "law": (_text, _TEXT),
    "year": (_year, Words("年份", "a year")),
    "for-disclosure": (_truth, _TRUTH),
    "waivers": (_text, _TEXT),
    "baseline": (_text, _TEXT),
}
