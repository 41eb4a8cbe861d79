"""Migration of older records to the current version (旧版数据)."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from quanheng.core.bilingual import Words
from quanheng.core.errors import UnreadableFileError
from quanheng.record.migrations.from_1 import from_1

Data = Mapping[str, Any]
RECORD_VERSION: Final = 2
"""Version of the content of a record. Records without one, also those written by hand,
are of version 1."""
_STEPS: Final[Mapping[int, Callable[[Data], Data]]] = {1: from_1}
"""Older version → its migration to the next one."""


def migrated(data: Data, name: str) -> Data:
    """A record in the current version.

    Raises:
        UnreadableFileError: Its version is not known.
    """
    for key, known in (
        ("version", range(1, 2)),
        ("record_version", range(1, RECORD_VERSION + 1)),
    ):
        said = str(data.get(key) or 1)
        if said not in map(str, known):
            raise _other_version(name, key, said, known[-1])
    for version in range(int(said), RECORD_VERSION):
        data = _STEPS[version](data)
    return data


def _other_version(name: str, key: str, said: str, known: int) -> UnreadableFileError:
    said = said[:20]
    return UnreadableFileError(
        Words(
            f"{name} 的数据版本（{key}）为{said}，本软件可读取的版本为{known}",
            f"{name} is of {key} {said}; {known} can be read",
        ),
        Words(
            "请使用生成该文件的软件版本，或更新本软件",
            "use the release that wrote it, or a newer one",
        ),
    )
