"""The files that a call names, a folder standing for the reports in it (输入文件)."""

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
"""Names that a report may have, those that are refused with a reason included; in a
folder all else is passed over. What a file is tells its content."""
_OWN: Final = (".", "~$")
"""How the names of hidden files and of an office program's lock files begin."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files of a call (输入文件).

    Attributes:
        files: Their paths as they are said, in order, each once.
        passed_over: How many files of folders are left out, by suffix; hidden and
            lock files stand under the empty one.
        has_folder: Whether a folder was named.
    """

    files: tuple[str, ...]
    passed_over: Counter[str]
    has_folder: bool = False

    @property
    def may_be_several(self) -> bool:
        """Whether the call is about reports, however many there are just now."""
        return self.has_folder or len(self.files) > 1

    def note(self) -> Words | None:
        """What was left out of the folders, None where nothing was."""
        if not self.passed_over:
            return None
        kinds = sorted(kind for kind in self.passed_over if kind)
        zh = [f"{kind} {self.passed_over[kind]}个" for kind in kinds]
        en = [f"{self.passed_over[kind]} {kind}" for kind in kinds]
        if hidden := self.passed_over[""]:
            zh.append(f"隐藏或临时文件{hidden}个")
            en.append(f"{hidden} hidden or temporary")
        total = self.passed_over.total()
        return Words(
            f"文件夹中另有{total}个文件不属于报告文件类型，未读取：{'、'.join(zh)}",
            f"{total} other files of the folder were not read: {', '.join(en)}",
        )


def listed_inputs(paths: Iterable[str]) -> Inputs:
    """The files that paths name; a folder gives the reports in it and below.

    Raises:
        UnreadableFileError: A folder holds no file that may be a report.
    """
    files: dict[str, None] = {}
    passed_over: Counter[str] = Counter()
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
        passed_over.update(k for k in found.values() if k not in REPORT_SUFFIXES)
    return Inputs(tuple(files), passed_over, has_folder)


def files_in(folder: Path) -> Iterator[Path]:
    """All files of a folder and its subfolders by name; links are not followed."""
    for place, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(place, name) for name in sorted(names))


def is_own_business(file: Path, folder: Path) -> bool:
    """Whether a file is hidden or an office program's lock file (隐藏或临时文件)."""
    return any(part.startswith(_OWN) for part in file.relative_to(folder).parts)


def _kind(file: Path, folder: Path) -> str:
    if is_own_business(file, folder):
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
