"""YAML → RegisterKind; unknown keys and wrong values are refused (读入台账种类).

All values are plain text: a list has blanks between its members, a title is the Chinese
word, a blank and the English words.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final, TypeAlias

from quanheng.core.bilingual import Words
from quanheng.office.plain_yaml import parse_shipped_yaml
from quanheng.registers.kind import FieldType, RegisterField, RegisterKind

_Reader: TypeAlias = Callable[[Any, str], Any]
_Choices: TypeAlias = Mapping[str, tuple[str, ...]]
"""Choice → its other spellings."""
_COMMON: Final = "common"
_TYPES: Final = {kind.value: kind for kind in FieldType}


@dataclass(frozen=True, slots=True)
class CommonParts:
    """Fields and choices that several registers share (通用字段).

    Attributes:
        fields: Fields, by name.
        choices: Lists of choices, by name.
    """

    fields: Mapping[str, RegisterField]
    choices: Mapping[str, _Choices]


def read_common(file: str, text: str | bytes) -> CommonParts:
    """The common parts from the text of their file, named for messages.

    Raises:
        ValueError: It says what it may not; the message names the place.
    """
    given = _read(_parsed(file, text), {"fields": _raw, "choices": _raw}, file)
    choices = {
        name: _choices(said, f"{file}: choices: {name}")
        for name, said in given["choices"].items()
    }
    own = CommonParts({}, choices)
    return CommonParts(_fields(given["fields"], own, file), choices)


def read_kind(file: str, text: str | bytes, common: CommonParts) -> RegisterKind:
    """A kind of register from the text of its file, after which it is named.

    Raises:
        ValueError: It says what it may not; the message names the place.
    """
    given = _read(_parsed(file, text), _KIND, file, _NEEDED)
    fields = _fields(given.pop("fields"), common, file)
    products, at_most = _checks(given.pop("checks", ()), f"{file}: checks")
    kind = RegisterKind(
        name=file.removesuffix(".yaml"),
        fields=tuple(fields.values()),
        products=products,
        at_most=at_most,
        **given,
    )
    named = (*kind.key, *kind.order, *chain(*products, *at_most))
    for name in (*named, *filter(None, [kind.day])):
        _one_of(fields, name, file)
    return kind


def _parsed(file: str, text: str | bytes) -> Any:
    try:
        return parse_shipped_yaml(text)
    except ValueError as error:
        raise ValueError(f"{file}: {error}") from error


def _read(
    data: Any,
    readers: Mapping[str, _Reader],
    where: str,
    needed: Collection[str] = (),
) -> dict[str, Any]:
    """Each part of a mapping by its own reader; unknown and missing parts refused."""
    given = _raw(data, where)
    for name in given:
        _one_of(readers, name, where)
    for name in needed:
        _must(name in given, where, name, "nothing")
    return {
        name: readers[name](said, f"{where}: {name}") for name, said in given.items()
    }


def _must(is_fit: bool, where: str, expected: str, found: object) -> None:
    if not is_fit:
        raise _unfit(where, expected, found)


def _one_of(known: Collection[str], name: object, where: str) -> None:
    if name not in known:
        raise _unfit(where, f"one of {', '.join(known)}", name)


def _unfit(where: str, expected: str, found: object) -> ValueError:
    return ValueError(f"{where}: {expected} expected, found {found}")


def _fields(
    data: Mapping[str, Any], common: CommonParts, file: str
) -> dict[str, RegisterField]:
    return {name: _field(name, said, common, file) for name, said in data.items()}


def _field(name: str, data: Any, common: CommonParts, file: str) -> RegisterField:
    where = f"{file}: {name}"
    if data == _COMMON:
        _one_of(common.fields, name, where)
        return common.fields[name]
    given = _read(data, _FIELD, where, ("title", "type"))
    choices = given.pop("choices", {})
    if shared := given.pop("common_choices", None):
        _must(not choices, where, "choices or common_choices", "both")
        _one_of(common.choices, shared, f"{where}: common_choices")
        choices = common.choices[shared]
    aliases = ((other, choice) for choice, also in choices.items() for other in also)
    if given["type"] is FieldType.MONEY:
        given.setdefault("unit", "元")
    return RegisterField(
        name=name, choices=tuple(choices), aliases=tuple(aliases), **given
    )


def _raw(data: Any, where: str) -> dict[str, Any]:
    _must(isinstance(data, dict), where, "names with values", data)
    found: dict[str, Any] = data
    return found


def _text(data: Any, where: str) -> str:
    _must(isinstance(data, str) and bool(data), where, "text", data)
    return str(data)


def _list(data: Any, where: str) -> tuple[str, ...]:
    return tuple(_text(data, where).split())


def _title(data: Any, where: str) -> Words:
    zh, _, en = _text(data, where).partition(" ")
    _must(bool(en), where, "a Chinese word, a blank and the English words", data)
    return Words(zh, en)


def _both(data: Any, where: str) -> Words:
    return Words(**_read(data, {"zh": _text, "en": _text}, where, ("zh", "en")))


def _version(data: Any, where: str) -> int:
    _must(isinstance(data, str) and data.isdecimal(), where, "a whole number", data)
    return int(data)


def _flag(data: Any, where: str) -> bool:
    _must(data == "true", where, "true, or nothing at all", data)
    return True


def _type(data: Any, where: str) -> FieldType:
    _one_of(_TYPES, _text(data, where), where)
    return _TYPES[data]


def _choices(data: Any, where: str) -> _Choices:
    if isinstance(data, str):
        return dict.fromkeys(data.split(), ())
    found = _raw(data, where)
    return {
        choice: _list(also, f"{where}: {choice}") if also else ()
        for choice, also in found.items()
    }


def _checks(
    data: Any, where: str
) -> tuple[tuple[tuple[str, str, str], ...], tuple[tuple[str, str], ...]]:
    """The products ``price × pieces = total`` and the limits ``part ≤ whole``."""
    products, limits = [], []
    for said in data:
        match _text(said, where).split():
            case [price, "×", pieces, "=", total]:
                products.append((price, pieces, total))
            case [part, "≤", whole]:
                limits.append((part, whole))
            case _:
                raise _unfit(where, "“a × b = c” or “a ≤ b”", said)
    return tuple(products), tuple(limits)


_KIND: Final[Mapping[str, _Reader]] = {
    "title": _title,
    "version": _version,
    "synonyms": _list,
    "serves": _both,
    "never": _both,
    "confidential": _flag,
    "day": _text,
    "key": _list,
    "order": _list,
    "checks": lambda data, where: data,
    "fields": _raw,
}
_NEEDED: Final = ("title", "version", "serves", "never", "fields")
_FIELD: Final[Mapping[str, _Reader]] = {
    "title": _title,
    "type": _type,
    "required": _flag,
    "unit": _text,
    "signed": _flag,
    "body": _flag,
    "synonyms": _list,
    "choices": _choices,
    "common_choices": _text,
    "note": _text,
}
