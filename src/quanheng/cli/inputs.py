"""The input files of a call; a folder stands for the reports in it (输入文件)."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.errors import UnreadableFileError

REPORT_SUFFIXES: Final = frozenset({
    ".docx", ".docm", ".doc", ".wps", ".rtf", ".odt",
    ".xlsx", ".xlsm", ".xls", ".et", ".ods",
    ".pdf", ".html", ".htm", ".mht", ".mhtml", ".txt", ".yaml", ".yml", ".json",
})  # fmt: skip
"""Suffixes of reports, also of types that are refused with a reason; other files of a
folder are skipped. The real type is detected from the content."""
_OWN: Final = (".", "~$")
"""Prefixes of hidden files and of the lock files of office programs."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files of a call (输入文件).

    Attributes:
        files: Their paths as given, in order, each once.
        skipped: How many files of folders are skipped, by suffix; hidden and lock
            files under the empty one.
        has_folder: Whether a folder was named.
    """

    files: tuple[str, ...]
    skipped: Counter[str]
    has_folder: bool = False

    @property
    def may_be_several(self) -> bool:
        """Whether the call is for several reports: a folder may get more."""
        return self.has_folder or len(self.files) > 1

    def note(self) -> Words | None:
        """A note on skipped files, None without any."""
        if not self.skipped:
            return None
        kinds = sorted(kind for kind in self.skipped if kind)
        zh = [f"{kind} {self.skipped[kind]}个" for kind in kinds]
        en = [f"{self.skipped[kind]} {kind}" for kind in kinds]
        if hidden := self.skipped[""]:
            zh.append(f"隐藏或临时文件{hidden}个")
            en.append(f"{hidden} hidden or temporary")
        total = self.skipped.total()
        return Words(
            f"文件夹中另有{total}个文件不属于报告文件类型，未读取：{'、'.join(zh)}",
            f"{total} other files of the folder were not read: {', '.join(en)}",
        )


def listed_inputs(paths: Iterable[str]) -> Inputs:
    """The files at some paths; a folder gives the reports in it and below.

    Raises:
        UnreadableFileError: A folder holds no file that may be a report.
    """
    files: dict[str, None] = {}
    skipped: Counter[str] = Counter()
    has_folder = False
    for path in paths:
        if path == "-" or not Path(path).is_dir():
            files[path] = None
            continue
        has_folder = True
        found = {str(file): _kind(file, Path(path)) for file in files_in(Path(path))}
        taken = [file for file, kind in found.items() if kind in REPORT_SUFFIXES]
        if not taken:
            raise _nothing_in(path)
        files |= dict.fromkeys(taken)
        skipped.update(k for k in found.values() if k not in REPORT_SUFFIXES)
    return Inputs(tuple(files), skipped, has_folder)


def files_in(folder: Path) -> Iterator[Path]:
    """All files of a folder and its subfolders by name; links are not followed."""
    for place, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(place, name) for name in sorted(names))


def is_hidden(file: Path, folder: Path) -> bool:
    """Whether a file is hidden or an office program's lock file (隐藏或临时文件)."""
    return any(part.startswith(_OWN) for part in file.relative_to(folder).parts)


def _kind(file: Path, folder: Path) -> str:
    if is_hidden(file, folder):
        return ""
    return file.suffix.lower() or file.name


def _nothing_in(folder: str) -> UnreadableFileError:
    return UnreadableFileError(
        Words(f"文件夹 {folder} 中无报告文件", f"the folder {folder} holds no report"),
        Words(
            "可审核 Word、Excel、PDF、网页、文本文件和权衡数据（yaml、json）",
            "Word, Excel, PDF, HTML, text, yaml and json files can be checked",
        ),
    )
