"""Changes of single values in a record file that keep its layout (改动数据)."""

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
    """A readable YAML or JSON record with one value changed.

    Args:
        text: The record.
        path: Key path of the value: ``indicators[3].target``; or the place in a file
            that the record gives for it; then all values of that place change.
        old: The present text, or a part that occurs once in it.
        new: Its replacement.
        is_json: Whether the record is JSON.

    Returns:
        The record, or None if the text is not at that place. A value shared by a YAML
        anchor changes wherever it is used.
    """
    if Source.parse(path).key:
        keys = [int(number) if number else key for key, number in _STEP.findall(path)]
        return _amended(text, keys, old, new, is_json)
    written = None
    for keys in _read_from(path, _loaded(text, is_json)):
        written = _amended(written or text, keys, old, new, is_json) or written
    return written


def _read_from(path: str, data: Any) -> Iterator[list[Key]]:
    """Key paths of the values that were read from a place."""
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
    # The value and unit that ``convert`` wrote change with the text.
    field = _at(_loaded(written, is_json), keys[:-1])
    if "value" not in field:
        return written
    for key, part in zip(("value", "unit"), value_and_unit(Field(whole)), strict=True):
        if field.get(key) is not None:
            written = _with_value(written, [*keys[:-1], key], part, is_json) or written
    return written


def _changed(value: object, old: str, new: str) -> str | None:
    """The whole new text, None unless the old one occurs once."""
    if isinstance(value, str) and old and value.count(old) == 1:
        return value.replace(old, new)
    return new if value is not None and str(value) == old else None


def _with_value(text: str, keys: list[Key], value: Any, is_json: bool) -> str | None:
    """The text with the value in the first notation that changes nothing else."""
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
    # A value shared by an anchor is one value in the text.
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
    """Whether a text can be encoded and has exactly the wanted data."""
    try:
        # A lone surrogate is valid in JSON but not in a file.
        text.encode()
        return bool(_loaded(text, is_json) == wanted)
    except (ValueError, UnreadableFileError):
        # Not every text can be written in every style.
        return False


def _in_json(value: Any) -> Iterator[str]:
    yield json.dumps(value, ensure_ascii=False)
    yield json.dumps(value)


def _in_yaml(node: yaml.Node, said: str, value: Any) -> Iterator[str]:
    """Notations of a value, that of the old one first."""
    end = ""
    if isinstance(value, str) and isinstance(node, yaml.ScalarNode):
        if node.style in _BLOCK_STYLES:
            # A block of several lines includes the line end after it.
            end = said[len(said.rstrip("\n")) :]
            yield _block(said, value) + end
        yield scalar_yaml(value, node.style) + end
    yield json.dumps(value, ensure_ascii=False) + end


def _block(said: str, value: str) -> str:
    """A text of several lines with the header and indent of the old one."""
    head = said.partition("\n")[0].replace(">", "|")
    indent = _INDENT.search(said)
    margin = indent[1] if indent else "  "
    lines = (f"{margin}{line}" if line else "" for line in value.split("\n"))
    return "\n".join([head, *lines])


def _loaded(text: str, is_json: bool) -> Any:
    return json.loads(text) if is_json else parse_yaml(text)


def _at(data: Any, keys: list[Key]) -> Any:
    """The value at a path of plain data, None if there is none."""
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
    """Every path to a node."""
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
