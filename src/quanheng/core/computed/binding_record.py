"""Plain data ⇄ binding: how a record says where a value comes from (取数方式数据)."""

from collections.abc import Mapping
from typing import Any, Final

from quanheng.core.bilingual import Words
from quanheng.core.computed.binding import Binding, Condition
from quanheng.core.errors import UnreadableFileError
from quanheng.core.refusals import unexpected

KEYS: Final = ("from", "measure", "of", "where", "unit")
"""Keys of the binding itself; every other key is an option of its measure."""
LIST_MARK: Final = "、"
"""Separates the values of an option that is given as a list."""
_YES_NO: Final = {"true": True, "false": False}


def read_binding(data: Mapping[str, Any], path: str) -> Binding:
    """The binding in plain data; its path is for messages.

    ``{from: activities, measure: count, where: {level: 市级}, unit: 次}``; all scalars
    are texts.

    Raises:
        UnreadableFileError: The data are no binding.
    """
    for key in ("from", "measure"):
        if not isinstance(data.get(key), str) or not data[key]:
            raise _wrong(f"{path}.{key}", Words("一个名称", "a name"))
    options = {k: v for k, v in data.items() if k not in (*KEYS, "confirmed")}
    return Binding(
        register=data["from"],
        measure=data["measure"],
        of=_text(data, "of", path),
        where=_conditions(data.get("where") or {}, f"{path}.where"),
        unit=_text(data, "unit", path),
        options={
            str(key): LIST_MARK.join(_values(value, f"{path}.{key}"))
            for key, value in options.items()
        },
        confirmed=_confirmed(data.get("confirmed", "true"), f"{path}.confirmed"),
    )


def binding_data(binding: Binding) -> dict[str, Any]:
    """A binding as plain data that :func:`read_binding` reads as the same one."""
    where = {c.field: _one_or_more(c.values) for c in binding.where}
    data = {
        "from": binding.register,
        "measure": binding.measure,
        "of": binding.of,
        "where": where,
        "unit": binding.unit,
        **binding.options,
    }
    said = {key: value for key, value in data.items() if value not in ("", {})}
    return said if binding.confirmed else {**said, "confirmed": "false"}


def _one_or_more(values: tuple[str, ...]) -> str | list[str]:
    return values[0] if len(values) == 1 else list(values)


def _text(data: Mapping[str, Any], key: str, path: str) -> str:
    value = data.get(key)
    if value is None or isinstance(value, str):
        return value or ""
    raise _wrong(f"{path}.{key}", Words("文字", "a text"))


def _conditions(data: Any, path: str) -> tuple[Condition, ...]:
    if not isinstance(data, Mapping):
        raise _wrong(path, Words("“字段: 值”的结构", "a mapping of fields to values"))
    return tuple(
        Condition(str(field), _values(value, f"{path}.{field}"))
        for field, value in data.items()
    )


def _values(value: Any, path: str) -> tuple[str, ...]:
    """One text or a list of texts."""
    values = value if isinstance(value, list | tuple) else [value]
    if not all(item is None or isinstance(item, str) for item in values) or not values:
        raise _wrong(path, Words("文字或文字列表", "a text or a list of texts"))
    return tuple(item or "" for item in values)


def _confirmed(value: Any, path: str) -> bool:
    said = str(value).lower()
    if said not in _YES_NO:
        raise _wrong(path, Words("true 或 false", "true or false"))
    return _YES_NO[said]


def _wrong(path: str, expected: Words) -> UnreadableFileError:
    return unexpected(Words(path, path), expected)
