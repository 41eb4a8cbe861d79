"""The entries on proof files in ``evidence.yaml`` (佐证说明)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any, Final

from quanheng.core.bilingual import Words, listed
from quanheng.core.errors import UnreadableFileError

_KEYS: Final = frozenset({"file", "indicators", "background"})
_YES: Final = frozenset({"true", "yes", "是"})
_NO: Final = frozenset({"false", "no", "否", ""})
_YES_OR_NO: Final = Words("background 应为 是/否", "background is yes or no")


@dataclass(frozen=True, slots=True)
class Declared:
    """An entry on a file, or on all files of a pattern (佐证说明).

    Attributes:
        file: Path below the folder; ``*`` stands for anything.
        indicators: Titles of the indicators that it proves.
        background: Whether it is background or basis, proving no figure.
    """

    file: str
    indicators: tuple[str, ...] = ()
    background: bool = False

    def is_of(self, path: str) -> bool:
        """Whether the entry is about a file."""
        return self.file == path or fnmatchcase(path, self.file)


def declared_proofs(entries: Sequence[Any]) -> Iterator[Declared]:
    """Read the list ``proofs`` of the settings.

    ``- {file: 方案.docx, indicators: [活动场次], background: 否}``

    Raises:
        UnreadableFileError: An entry is wrong.
    """
    for number, entry in enumerate(entries, 1):
        if not isinstance(entry, Mapping) or not entry.get("file"):
            raise _wrong(number, Words("应写明 file", "needs a file"))
        if unknown := sorted(map(str, entry.keys() - _KEYS)):
            names = listed(unknown)
            raise _wrong(number, Words(f"不认识：{names.zh}", f"unknown: {names.en}"))
        said = entry.get("indicators") or ()
        titles = (said,) if isinstance(said, str) else tuple(map(str, said))
        background = str(entry.get("background") or "").lower()
        if background not in _YES | _NO:
            raise _wrong(number, _YES_OR_NO)
        yield Declared(str(entry["file"]), titles, background in _YES)


def _wrong(number: int, fault: Words) -> UnreadableFileError:
    return UnreadableFileError(
        Words(
            f"evidence.yaml proofs 第{number}项：{fault.zh}",
            f"evidence.yaml, entry {number} of proofs: {fault.en}",
        )
    )
