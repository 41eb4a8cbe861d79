"""Read YAML of unknown origin as plain data with text scalars (读入 YAML)."""

from collections.abc import Callable, Iterator
from typing import Any, Final

import yaml

from quanheng.core.bilingual import Words
from quanheng.core.errors import UnreadableFileError

_DEEPEST: Final = 100
"""Deepest nesting; the parser itself fails at some thousands."""
_MOST_REPEATED: Final = 1_000_000
"""Most items repeated by aliases: ten lines could expand without end."""


class PlainLoader(yaml.CSafeLoader):
    """A loader that keeps scalars such as ``12.90`` and ``2021-12-31`` as written."""


PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if tag.endswith(":null")]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def parse_yaml(text: str) -> Any:
    """Parse YAML to plain data with text scalars.

    Raises:
        UnreadableFileError: The text is not YAML, or would expand without bounds.
    """
    try:
        _bounded(yaml.parse(text, Loader=PlainLoader))
        return yaml.load(text, Loader=PlainLoader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise UnreadableFileError(
            Words(f"第{line}行不是合法的 YAML", f"line {line} is no YAML"),
            Words("请检查缩进和冒号", "check indents and colons"),
        ) from error


def parse_shipped_yaml(text: str | bytes) -> Any:
    """Parse YAML shipped with quanheng, in less than half the time.

    Raises:
        ValueError: It is not YAML, or has duplicate keys or anchors.
    """
    next_event = yaml.CBaseLoader(text).get_event
    try:
        next_event(), next_event()  # the stream and the document begin
        return _data(next_event(), next_event)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error


def _data(event: Any, next_event: Callable[[], Any]) -> Any:
    if isinstance(event, yaml.ScalarEvent):
        return event.value
    if isinstance(event, yaml.SequenceStartEvent):
        listed = []
        while not isinstance(event := next_event(), yaml.SequenceEndEvent):
            listed.append(_data(event, next_event))
        return listed
    if not isinstance(event, yaml.MappingStartEvent):
        raise ValueError(f"line {event.start_mark.line + 1}: write it out")
    named: dict[str, Any] = {}
    while not isinstance(event := next_event(), yaml.MappingEndEvent):
        name = _data(event, next_event)
        if name in named:
            raise ValueError(f"line {event.start_mark.line + 1}: {name} is there twice")
        named[name] = _data(next_event(), next_event)
    return named


def _bounded(events: Iterator[yaml.Event]) -> None:
    """Refuse nesting that is too deep or circular, and endless repetition."""
    open_now: list[str | None] = []
    sizes: dict[str, int] = {}
    size = repeated = 0
    starts: list[int] = []
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            open_now.append(event.anchor)
            starts.append(size)
            if len(open_now) > _DEEPEST:
                raise _unbounded(event, "嵌套过深", "is nested too deeply")
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, start = open_now.pop(), starts.pop()
            if anchor:
                sizes[anchor] = size - start
        elif isinstance(event, yaml.AliasEvent):
            if event.anchor in open_now:
                raise _unbounded(event, "引用了自身", "refers to itself")
            again = sizes.get(event.anchor or "", 0)
            size += again
            repeated += again
            if repeated > _MOST_REPEATED:
                raise _unbounded(event, "引用展开后过大", "repeats too much")
        size += 1


def _unbounded(event: yaml.Event, zh: str, en: str) -> UnreadableFileError:
    mark = event.start_mark
    line = mark.line + 1 if mark else 1
    return UnreadableFileError(
        Words(f"第{line}行{zh}", f"line {line} {en}"),
        Words(
            "请直接写出内容，不用引用或多层嵌套",
            "write it out plainly, without references or deep nesting",
        ),
    )
