"""Hint files: what was learned of a publisher's layout, to read and edit (提示文件)."""

from collections.abc import Mapping
from typing import Any, Final

import yaml

from quanheng.core.bilingual import Words
from quanheng.core.errors import UnreadableFileError
from quanheng.forms.hints.hints import NO_HINTS, Hints, meanings
from quanheng.office.plain_yaml import parse_yaml

VERSION: Final = "1"
_HEAD: Final = (
    "# 表式提示：本表式各栏目名称的含义，可增删\n"
    "# what the labels of a layout mean; entries may be added and taken away\n"
)


def hint_file(hints: Hints) -> bytes:
    """Hints as a file."""
    labels = {
        group: {name: list(labels) for name, labels in parts.items()}
        for group, parts in hints.labels.items()
    }
    data = {"hint_version": int(VERSION), "labels": labels}
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    return (_HEAD + text).encode()


def read_hints(data: bytes, name: str) -> Hints:
    """The hints in a file.

    Raises:
        UnreadableFileError: It is no hint file, or says what no hint may say.
    """
    found = parse_yaml(data.decode("utf-8-sig", "replace"))
    if not isinstance(found, dict) or str(found.get("hint_version")) != VERSION:
        raise UnreadableFileError(
            Words(f"{name} 不是表式提示文件", f"{name} is no hint file"),
            Words(
                "请用 quanheng learn 生成",
                "quanheng learn makes one of a corrected record",
            ),
        )
    labels = found.get("labels") or {}
    if not isinstance(labels, dict):
        raise _wrong(name, "labels")
    if not labels:
        return NO_HINTS
    return Hints({group: _parts(name, group, of) for group, of in labels.items()})


def _parts(name: str, group: Any, parts: Any) -> Mapping[str, tuple[str, ...]]:
    known = meanings().get(group, ())
    if not known or not isinstance(parts, dict):
        raise _wrong(name, f"labels.{group}")
    found = {}
    for meaning, labels in parts.items():
        is_list = isinstance(labels, list) and all(isinstance(x, str) for x in labels)
        if meaning not in known or not is_list:
            raise _wrong(name, f"labels.{group}.{meaning}")
        found[meaning] = tuple(labels)
    return found


def _wrong(name: str, place: str) -> UnreadableFileError:
    return UnreadableFileError(
        Words(f"{name} 有误：{place}", f"{name} is wrong at {place}"),
        Words(
            "每项应为：组 → 含义 → 栏目名称的列表",
            "each entry is group, meaning, and a list of labels",
        ),
    )
