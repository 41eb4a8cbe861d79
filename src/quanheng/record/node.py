"""A mapping of plain data with the key path to it (数据节点)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, Final, TypeVar

from quanheng.core.bilingual import Words
from quanheng.core.binding_record import read_binding
from quanheng.core.errors import UnreadableFileError
from quanheng.core.field import Field
from quanheng.core.source import Source

_BOUND: Final = {"binding", "from", "measure"}
"""Keys of an object that say how its value is computed."""
_TYPED: Final = ("raw", "at")

Member = TypeVar("Member", bound=StrEnum)


class Node:
    """One mapping of a record; every field read from it has its path as its place.

    Args:
        data: The mapping; None counts as an empty one.
        path: Keys that lead to it: ``projects[0].budget``; empty for the whole.

    Raises:
        UnreadableFileError: The data is no mapping.
    """

    def __init__(self, data: Any, path: str = "") -> None:
        if data is not None and not isinstance(data, Mapping):
            raise wrong(path, "键值结构", "a mapping")
        self.data: Mapping[str, Any] = data or {}
        self.path = path

    def __contains__(self, key: str) -> bool:
        return key in self.data

    def __iter__(self) -> Iterator[str]:
        return iter(self.data)

    @property
    def at(self) -> Source:
        """The place of the whole mapping, its own ``at`` or its path."""
        return self.place("at", "")

    def place(self, name: str, key: str) -> Source:
        """The place that the data give under a name, else the path of a key."""
        given = self.data.get(name)
        if isinstance(given, Source):
            return given
        return Source(key=self.below(key) if key else self.path)

    def below(self, key: str) -> str:
        """The path of a key."""
        return f"{self.path}.{key}" if self.path else str(key)

    def field(self, key: str) -> Field | None:
        """A value as a field: a text, or the ``raw`` of an object."""
        return as_field(self.data.get(key), self.below(key))

    def is_true(self, key: str) -> bool:
        """Whether a value is true, which a YAML record writes as a text."""
        field = self.field(key)
        return field is not None and field.raw.lower() == "true"

    def bindable(self, key: str) -> Field | None:
        """A value as a field that may say how it is computed (取数方式)."""
        return as_bindable(self.data.get(key), self.below(key))

    def node(self, key: str) -> "Node":
        """The mapping under a key, an empty one where there is none."""
        return Node(self.data.get(key), self.below(key))

    def items(self, key: str) -> Iterator[tuple[Any, str]]:
        """The entries of the list under a key, each with its path."""
        listed = self.data.get(key) or ()
        if not isinstance(listed, list | tuple):
            raise wrong(self.below(key), "列表", "a list")
        for number, item in enumerate(listed):
            yield item, f"{self.below(key)}[{number}]"

    def nodes(self, key: str) -> Iterator["Node"]:
        """The mappings of the list under a key."""
        for item, path in self.items(key):
            yield Node(item, path)


def as_bindable(value: object, path: str) -> Field | None:
    """A value that may be computed: ``{raw: 2次, from: cases, measure: count}``."""
    if not isinstance(value, Mapping) or not _BOUND & value.keys():
        return as_field(value, path)
    binding = value.get("binding")
    if binding is None:
        binding = {key: said for key, said in value.items() if key not in _TYPED}
    elif not isinstance(binding, Mapping):
        raise wrong(f"{path}.binding", "键值结构", "a mapping")
    typed = as_field({"raw": value.get("raw")}, path) or Field("", Source(key=path))
    return replace(typed, binding=read_binding(binding, path))


def as_field(value: object, path: str) -> Field | None:
    """A plain value, a field, or the object that ``convert --to json`` makes of one."""
    if isinstance(value, Field):
        return value
    if isinstance(value, Mapping):
        if _BOUND & value.keys():
            raise wrong(
                path, "填写的值：此处无法取数", "a value: nothing is computed here"
            )
        value = value.get("raw")
    if isinstance(value, list | tuple):
        raise wrong(path, "文字或数值", "a text or number")
    return None if value is None else Field(str(value), Source(key=path))


def member(kind: type[Member], value: str, path: str) -> Member:
    """The member of an enumeration that a text names.

    Raises:
        UnreadableFileError: It names none.
    """
    if value in kind.__members__.values():
        return kind(value)
    known = "、".join(kind)
    raise wrong(path, f"以下之一：{known}", f"one of {', '.join(kind)}")


def wrong(path: str, expected: str, expected_en: str) -> UnreadableFileError:
    """The error for data of another shape than expected."""
    return UnreadableFileError(
        Words(
            f"{path or '文件'} 应为{expected}",
            f"{path or 'the file'} should be {expected_en}",
        )
    )
