"""Dataclass ⇄ mapping, by its types and the table of fields (数据结构)."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin

from quanheng.core.source import Source
from quanheng.record.fields import DRAWN, INLINE, KEYS, PLACE_KEYS, Key
from quanheng.record.kinds import (
    BY_TYPE,
    Kind,
    Style,
    as_mapping,
    below,
    choice,
    list_of,
    optional,
    refuse_unknown,
)

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Slot:
    """An attribute with its key.

    Attributes:
        attribute: Its name.
        group: Key of an inner mapping that holds the key, if any.
        name: The key, empty for an attribute whose own keys are among the others.
        kind: The kind of its values.
        key: Its entry in the table of fields.
        inner: The keys of an attribute without a key of its own.
        has_default: Whether the dataclass has a default for it.
    """

    attribute: str
    group: str
    name: str
    kind: Kind
    key: Key
    inner: frozenset[str]
    has_default: bool


class Record:
    """Reads and writes a dataclass as a mapping."""

    def __init__(self, made: type) -> None:
        self._made = made
        self._drawn = DRAWN.get(made, {})
        self._slots = tuple(_slots(made))
        self._groups: dict[str, set[str]] = {"": set()}
        for slot in self._slots:
            self._groups[""] |= slot.inner or {slot.group or slot.name}
            if slot.group:
                self._groups.setdefault(slot.group, set()).add(slot.name)

    @property
    def names(self) -> frozenset[str]:
        """The keys of the mapping."""
        return frozenset(self._groups[""])

    def dump(self, value: Any, style: Style) -> dict[str, Any]:
        """The value as a mapping."""
        data: dict[str, Any] = {}
        for slot in self._slots:
            item = getattr(value, slot.attribute)
            if item == slot.key.omit or (slot.key.is_place and not style.lang):
                continue
            said = slot.kind.dump(item, style)
            if slot.inner:
                data |= said or {}
            else:
                group = data.setdefault(slot.group, {}) if slot.group else data
                group[slot.name] = said
        return data

    def load(self, data: Any, path: str) -> Any:
        """The value of a mapping."""
        groups: dict[str, Data] = {}
        for group, names in self._groups.items():
            place = below(path, group) if group else path
            groups[group] = as_mapping(groups[""].get(group) if group else data, place)
            refuse_unknown(groups[group], names, place)
        made: dict[str, Any] = {}
        for slot in self._slots:
            said, at = _said(slot, groups[slot.group], path)
            if said is not None or not slot.has_default:
                made[slot.attribute] = slot.kind.load(said, at)
        made |= {name: draw(made) for name, draw in self._drawn.items()}
        return self._made(**made)


def _said(slot: _Slot, group: Data, path: str) -> tuple[Any, str]:
    """The data of an attribute, with their path."""
    if slot.inner:
        inner = {key: said for key, said in group.items() if key in slot.inner}
        return inner if any(inner.values()) else None, path
    place = below(path, slot.group) if slot.group else path
    return group.get(slot.name), below(place, slot.name)


@cache
def record_of(made: type) -> Record:
    """The record of a dataclass, made once."""
    return Record(made)


def _slots(made: type) -> Iterator[_Slot]:
    """The attributes of a dataclass, those in the table of fields first."""
    parts = {part.name: part for part in fields(made)}
    keys = KEYS.get(made, {})
    for name in dict.fromkeys((*keys, *parts)):
        if name in DRAWN.get(made, {}):
            continue
        part, key = parts[name], keys.get(name) or PLACE_KEYS.get(name) or Key()
        group, _, last = (name if key.path is None else key.path).rpartition(".")
        inner = record_of(_bare(part.type)).names if last == INLINE else frozenset()
        default = part.default is not MISSING or part.default_factory is not MISSING
        kind = key.kind or _kind(part.type)
        has_default = default and part.type is not Source
        yield _Slot(name, group, last, kind, key, inner, has_default)


def _kind(hint: Any) -> Kind:
    """How values of a type are read and written."""
    if hint in BY_TYPE:
        return BY_TYPE[hint]
    if get_origin(hint) is tuple:
        return list_of(_kind(get_args(hint)[0]))
    if isinstance(hint, UnionType):
        return optional(_kind(_bare(hint)))
    if issubclass(hint, StrEnum):
        return choice(hint, next(iter(hint)))
    record = record_of(hint)
    return Kind(record.load, record.dump)


def _bare(hint: Any) -> Any:
    """A type without ``| None``."""
    return get_args(hint)[0] if isinstance(hint, UnionType) else hint
