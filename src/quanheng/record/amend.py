"""Single values changed in a record file, its lines and comments kept (改动数据)."""

import json
import re
from collections.abc import Iterator
from typing import Any, Final

import yaml

from quanheng.core.errors import UnreadableFileError
from quanheng.core.field import Field
from quanheng.core.source import Source
from quanheng.office.plain_yaml import PlainLoader, parse_yaml
from quanheng.record.dump import scalar_yaml, value_and_unit
from quanheng.record.json_spans import json_span

_STEP: Final = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_INDENT: Final = re.compile(r"\n([ ]+)\S")
_ANCHOR: Final = re.compile(r"&\S+\s+")
_BLOCK_STYLES: Final = ("|", ">")

Key = str | int


def amended(text: str, path: str, old: str, new: str, *, is_json: bool) -> str | None:
    """A record with one value changed.

    Args:
        text: A record that can be read, YAML or JSON.
        path: Key path of the value: ``indicators[3].target``; or the place in a file
            that the record gives for it, which changes wherever it is copied to.
        old: The text there now, or a part that stands there once.
        new: What is to stand in its place.
        is_json: Whether the record is JSON.

    Returns:
        The record, or None where no such text stands at that place. What an anchor
        shares with other places changes at all of them.
    """
    if Source.parse(path).key:
        keys = [int(number) if number else key for key, number in _STEP.findall(path)]
        return _amended(text, keys, old, new, is_json)
    written = None
    for keys in _read_from(path, _loaded(text, is_json)):
        written = _amended(written or text, keys, old, new, is_json) or written
    return written


def _read_from(path: str, data: Any) -> Iterator[list[Key]]:
    """Where the values stand that were read from a place."""
    if isinstance(data, dict):
        at = data.get("at")
        if "raw" in data and isinstance(at, dict) and at.get("path") == path:
            yield []
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for key, item in items:
        if isinstance(item, dict | list):
            yield from ([key, *rest] for rest in _read_from(path, item))


def _amended(
    text: str, keys: list[Key], old: str, new: str, is_json: bool
) -> str | None:
    if isinstance(_at(_loaded(text, is_json), keys), dict):
        keys.append("raw")
    whole = _changed(_at(_loaded(text, is_json), keys), old, new)
    if whole is None:
        return None
    written = _with_value(text, keys, whole, is_json)
    if written is None or keys[-1] != "raw":
        return written
    # What ``convert`` wrote beside the text is to go with it.
    beside = _at(_loaded(written, is_json), keys[:-1])
    if "value" not in beside:
        return written
    for key, said in zip(("value", "unit"), value_and_unit(Field(whole)), strict=True):
        if beside.get(key) is not None:
            written = _with_value(written, [*keys[:-1], key], said, is_json) or written
    return written


def _changed(value: object, old: str, new: str) -> str | None:
    """The whole new text, None where the old one is not there or not there once."""
    if isinstance(value, str) and old and value.count(old) == 1:
        return value.replace(old, new)
    return new if value is not None and str(value) == old else None


def _with_value(text: str, keys: list[Key], value: Any, is_json: bool) -> str | None:
    """The first way to write a value that changes nothing else."""
    wanted = _loaded(text, is_json)
    if is_json:
        found, paths = json_span(text, keys), [keys]
        ways = _in_json(value)
    else:
        root = yaml.compose(text, PlainLoader)
        node = _node(root, keys)
        if node is None:
            return None
        found, paths = _span(text, node), list(_paths(root, node))
        ways = _in_yaml(node, text[slice(*found)], value)
    if found is None:
        return None
    # What an anchor shares is one value, wherever it is shown.
    for *above, last in paths:
        _at(wanted, above)[last] = value
    start, end = found
    candidates = (text[:start] + said + text[end:] for said in ways)
    return next((c for c in candidates if _gives(c, wanted, is_json)), None)


def _span(text: str, node: yaml.Node) -> tuple[int, int]:
    start = node.start_mark.index
    anchor = _ANCHOR.match(text, start)
    return anchor.end() if anchor else start, node.end_mark.index


def _gives(text: str, wanted: Any, is_json: bool) -> bool:
    """Whether a text can be written and says what is wanted, and nothing else."""
    try:
        # Half of a pair of surrogates is text in JSON and in no file.
        text.encode()
        return bool(_loaded(text, is_json) == wanted)
    except (ValueError, UnreadableFileError):
        # Not every text can be written in every style.
        return False


def _in_json(value: Any) -> Iterator[str]:
    yield json.dumps(value, ensure_ascii=False)
    yield json.dumps(value)


def _in_yaml(node: yaml.Node, said: str, value: Any) -> Iterator[str]:
    """Ways to write a value, that of the old one first."""
    end = ""
    if isinstance(value, str) and isinstance(node, yaml.ScalarNode):
        if node.style in _BLOCK_STYLES:
            # A text of several lines takes the line end after it along.
            end = said[len(said.rstrip("\n")) :]
            yield _block(said, value) + end
        yield scalar_yaml(value, node.style) + end
    yield json.dumps(value, ensure_ascii=False) + end


def _block(said: str, value: str) -> str:
    """A text of several lines with the head and the indent of the old one."""
    head = said.partition("\n")[0].replace(">", "|")
    indent = _INDENT.search(said)
    margin = indent[1] if indent else "  "
    lines = (f"{margin}{line}" if line else "" for line in value.split("\n"))
    return "\n".join([head, *lines])


def _loaded(text: str, is_json: bool) -> Any:
    return json.loads(text) if is_json else parse_yaml(text)


def _at(data: Any, keys: list[Key]) -> Any:
    """What stands at a path of plain data, None where it has no such place."""
    for key in keys:
        is_inside = (
            key in data
            if isinstance(data, dict)
            else isinstance(data, list) and isinstance(key, int) and key < len(data)
        )
        if not is_inside:
            return None
        data = data[key]
    return data


def _paths(root: yaml.Node | None, node: yaml.Node) -> Iterator[list[Key]]:
    """Every path that leads to a node."""
    if root is node:
        yield []
    elif isinstance(root, yaml.SequenceNode):
        for number, item in enumerate(root.value):
            yield from ([number, *rest] for rest in _paths(item, node))
    elif isinstance(root, yaml.MappingNode):
        for key, item in root.value:
            yield from ([key.value, *rest] for rest in _paths(item, node))


def _node(root: yaml.Node | None, keys: list[Key]) -> yaml.Node | None:
    node = root
    for key in keys:
        if isinstance(node, yaml.SequenceNode) and isinstance(key, int):
            node = node.value[key]
        elif isinstance(node, yaml.MappingNode):
            node = next((v for k, v in node.value if k.value == key), None)
        else:
            return None
    return node
