"""What ``evidence.yaml`` says of proof files (佐证说明)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any, Final

from quanheng.core.bilingual import Words
from quanheng.core.errors import UnreadableFileError

_KEYS: Final = frozenset({"file", "indicators", "background"})
_YES: Final = frozenset({"true", "yes", "是"})
_NO: Final = frozenset({"false", "no", "否", ""})


@dataclass(frozen=True, slots=True)
class Declared:
    """What is said of a file, or of all files of a pattern (佐证说明).

    Attributes:
        file: Path below the folder; ``*`` stands for anything.
        indicators: Titles of the indicators that it proves.
        background: Whether it is background or basis, proving no figure.
    """

    file: str
    indicators: tuple[str, ...] = ()
    background: bool = False

    def is_of(self, path: str) -> bool:
        """Whether it is said of a file."""
        return self.file == path or fnmatchcase(path, self.file)


def declared_proofs(entries: Sequence[Any]) -> Iterator[Declared]:
    """Read the list ``proofs`` of the settings.

    Args:
        entries: ``- {file: 方案.docx, indicators: [活动场次], background: 否}``.

    Raises:
        UnreadableFileError: An entry says what it can't.
    """
    for number, entry in enumerate(entries, 1):
        if not isinstance(entry, Mapping) or not entry.get("file"):
            raise _wrong(number, "应写明 file", "needs a file")
        if unknown := sorted(map(str, entry.keys() - _KEYS)):
            names = "、".join(unknown)
            raise _wrong(number, f"不认识：{names}", f"unknown: {', '.join(unknown)}")
        said = entry.get("indicators") or ()
        titles = (said,) if isinstance(said, str) else tuple(map(str, said))
        background = str(entry.get("background") or "").lower()
        if background not in _YES | _NO:
            raise _wrong(number, "background 应为 是/否", "background is yes or no")
        yield Declared(str(entry["file"]), titles, background in _YES)


def _wrong(number: int, zh: str, en: str) -> UnreadableFileError:
    return UnreadableFileError(
        Words(
            f"evidence.yaml proofs 第{number}项：{zh}",
            f"evidence.yaml, entry {number} of proofs: {en}",
        )
    )
