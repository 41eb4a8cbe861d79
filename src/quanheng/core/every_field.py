"""Every field in a part of a report, wherever it stands in it (遍历字段)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar, cast

from quanheng.core.field import Field
from quanheng.core.layout import Layout
from quanheng.core.source import Source

Part = TypeVar("Part")
_NO_FIELDS_IN = (str, int, Source, Layout)


def fields_in(part: object) -> Iterator[Field]:
    """The fields of a part of a report, in the order of its attributes."""
    if isinstance(part, Field):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from fields_in(item)
    elif isinstance(part, Mapping):
        for item in part.values():
            yield from fields_in(item)
    elif part is not None and not isinstance(part, _NO_FIELDS_IN):
        for name in _attributes(part):
            yield from fields_in(getattr(part, name))


def with_fields(part: Part, change: Callable[[Field], Field]) -> Part:
    """The same part of a report with each field changed; itself if none is."""
    return cast(Part, _changed(part, change))


def _changed(part: object, change: Callable[[Field], Field]) -> object:
    if isinstance(part, Field):
        return change(part)
    if isinstance(part, tuple):
        items = tuple(_changed(item, change) for item in part)
        return (
            items if any(a is not b for a, b in zip(items, part, strict=True)) else part
        )
    if isinstance(part, Mapping):
        changed = {key: _changed(item, change) for key, item in part.items()}
        return changed if any(changed[key] is not part[key] for key in part) else part
    if part is None or isinstance(part, _NO_FIELDS_IN):
        return part
    said = {name: _changed(getattr(part, name), change) for name in _attributes(part)}
    said = {name: new for name, new in said.items() if new is not getattr(part, name)}
    return replace(part, **said) if said else part  # type: ignore[type-var]


def _attributes(part: object) -> Iterable[str]:
    return getattr(part, "__dataclass_fields__", ())
