"""The settings of an evidence folder, ``evidence.yaml`` (台账设置)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from quanheng.core.bilingual import Words, listed
from quanheng.core.errors import UnreadableFileError
from quanheng.core.refusals import about
from quanheng.office.plain_yaml import parse_yaml
from quanheng.registers.kinds import kinds

FILE_NAME: Final = "evidence.yaml"
_KEYS: Final = ("project", "unit", "year", "period", "closed", "bindings", "proofs")
_PERIOD: Final = Words(
    "应为 year: 2021，或 period: {from: 2021-01-01, to: 2021-12-31}",
    "write year: 2021, or period: {from: 2021-01-01, to: 2021-12-31}",
)


@dataclass(frozen=True, slots=True)
class FolderSettings:
    """The settings of an evidence folder (台账设置).

    Attributes:
        project: Name of the project.
        unit: Name of the unit.
        period: First and last day that count; None if the settings have neither.
        closed: Names of the registers that are complete for the period.
        bindings: How values are computed, as written, every scalar a text.
        proofs: What proof files are for, as written.
    """

    project: str = ""
    unit: str = ""
    period: tuple[date, date] | None = None
    closed: frozenset[str] = frozenset()
    bindings: Sequence[Any] = ()
    proofs: Sequence[Any] = ()


NO_SETTINGS: Final = FolderSettings()


def read_settings(text: str) -> FolderSettings:
    """The settings in a file.

    Raises:
        UnreadableFileError: It is no YAML, or a setting is wrong.
    """
    try:
        data = parse_yaml(text)
    except UnreadableFileError as error:
        raise about(FILE_NAME, error) from error
    if data is None:
        return NO_SETTINGS
    if not isinstance(data, dict):
        raise _wrong(Words("应由“名称: 值”组成", "must consist of “name: value”"))
    if others := [str(key) for key in data if key not in _KEYS]:
        unknown, known = listed(others), listed(_KEYS)
        raise _wrong(
            Words(
                f"无法识别的设置：{unknown.zh}；可用：{known.zh}",
                f"unknown settings: {unknown.en}; known: {known.en}",
            )
        )
    return FolderSettings(
        project=_text(data, "project"),
        unit=_text(data, "unit"),
        period=_period(data),
        closed=_closed(data.get("closed") or ()),
        bindings=_list(data.get("bindings") or (), "bindings"),
        proofs=_list(data.get("proofs") or (), "proofs"),
    )


def _text(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key) or ""
    if isinstance(value, str):
        return value
    raise _wrong(Words(f"{key} 应为文字", f"{key} must be a text"))


def _period(data: Mapping[str, Any]) -> tuple[date, date] | None:
    period, year = data.get("period"), data.get("year")
    if period is None and year is None:
        return None
    if period is None:
        period = {"from": f"{year}-01-01", "to": f"{year}-12-31"}
    try:
        first, last = (date.fromisoformat(period[end]) for end in ("from", "to"))
    except (KeyError, TypeError, ValueError):
        first, last = date.max, date.min
    if first > last:
        raise _wrong(_PERIOD)
    return first, last


def _closed(value: Any) -> frozenset[str]:
    by_title = {kind.title.zh: kind.name for kind in kinds().values()}
    names = [by_title.get(str(name), str(name)) for name in _list(value, "closed")]
    if others := [name for name in names if name not in kinds()]:
        unknown = listed(others)
        raise _wrong(
            Words(
                f"closed 所列台账不存在：{unknown.zh}",
                f"closed names no register: {unknown.en}",
            )
        )
    return frozenset(names)


def _list(value: Any, key: str) -> Sequence[Any]:
    if isinstance(value, list | tuple):
        return tuple(value)
    raise _wrong(Words(f"{key} 应为列表", f"{key} must be a list"))


def _wrong(fault: Words) -> UnreadableFileError:
    return about(FILE_NAME, UnreadableFileError(fault))
