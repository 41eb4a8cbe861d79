"""``quanheng.toml`` → settings; its keys are options of ``check`` (读取设置)."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any, Final

from quanheng.audit.rule import Severity
from quanheng.core.bilingual import Words, listed
from quanheng.core.errors import QuanhengError
from quanheng.core.report import CREDIBLE_YEARS
from quanheng.tasks.settings.read_toml import read_toml
from quanheng.tasks.settings.settings import Settings, Threshold


def read_settings(data: bytes, name: str) -> Settings:
    """The settings in a ``quanheng.toml``.

    Raises:
        QuanhengError: It is no TOML, or a key or value is unknown.
    """
    said: dict[str, Any] = {}
    for key, value in read_toml(data, name).items():
        if key not in _KINDS:
            raise _unknown(name, key)
        read, due = _KINDS[key]
        try:
            said[key.replace("-", "_")] = read(value)
        except (TypeError, ValueError):
            raise QuanhengError(
                Words(
                    f"{name} 中的 {key} 应为{due.zh}",
                    f"{key} in {name} should be {due.en}",
                )
            ) from None
    return Settings(**said)


def _unknown(name: str, key: str) -> QuanhengError:
    near = "".join(get_close_matches(key, _KINDS, n=1))
    known = listed(_KINDS)
    return QuanhengError(
        Words(f"{name} 中的 {key} 不是设置项", f"{key} in {name} is no setting"),
        Words(
            f"最接近的是 {near}" if near else f"可选 {known.zh}",
            f"did you mean {near}" if near else f"choose {known.en}",
        ),
    )


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
    if not isinstance(value, int) or value not in CREDIBLE_YEARS:
        raise TypeError
    return value


def _severities(value: object) -> Mapping[str, Severity]:
    if not isinstance(value, dict):
        raise TypeError
    return {_text(key): Severity(level) for key, level in value.items()}


def _threshold(value: object) -> Threshold:
    return Threshold(_text(value))


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
        Words(f" {'、'.join(Threshold)} 之一", f"one of {', '.join(Threshold)}"),
    ),
    "region": (_text, _TEXT),
    "law": (_text, _TEXT),
    "year": (_year, Words("年份", "a year")),
    "for-disclosure": (_truth, _TRUTH),
    "waivers": (_text, _TEXT),
    "baseline": (_text, _TEXT),
}
