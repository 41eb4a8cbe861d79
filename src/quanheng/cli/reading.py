"""The files of one call, each read once, and which of them are one (读取)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from quanheng.cli.session import read_input
from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError
from quanheng.core.report import Report
from quanheng.document.blocks import Document
from quanheng.tasks.checking.other_papers import words_digest
from quanheng.tasks.reading.read_report import read_with_document


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as it was read, or why it can't be (已读文件).

    Attributes:
        path: As it was named in the call.
        name: Its name, for messages.
        report: What it says, None where it can't be read.
        document: What it holds, for an answer that shows it.
        error: Why it can't be read.
        data: Its bytes, where it is to be handed back.
        words: Digest of what it says, empty where it is compared with nothing.
        digest: Digest of its bytes, likewise.
        node: What the system knows the file by, whatever it is called.
    """

    path: str
    name: str = ""
    report: Report | None = None
    document: Document | None = None
    error: QuanhengError | None = None
    data: bytes = b""
    words: str = ""
    digest: str = ""
    node: tuple[int, int] | None = None

    def corrected(self, data: bytes) -> "ReadFile":
        """The same file with other bytes; it is still no peer of what it was.

        Raises:
            QuanhengError: They can't be read.
        """
        if data == self.data:
            return self
        report, document = read_with_document(data, self.name)
        shown = None if self.document is None else document
        return replace(self, report=report, document=shown, data=data)


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads a file; each process has one (读取).

    Attributes:
        keeps_document: Whether an answer shows the document itself.
        keeps_data: Whether files are handed back.
        compares: Whether files are compared with others.
    """

    keeps_document: bool = False
    keeps_data: bool = False
    compares: bool = False

    def __call__(self, path: str) -> ReadFile:
        """A file as far as it can be read."""
        try:
            data, name = read_input(path)
            report, document = read_with_document(data, name)
        except QuanhengError as error:
            return ReadFile(path, error=error)
        file = ReadFile(
            path,
            name,
            report,
            document if self.keeps_document else None,
            data=data if self.keeps_data else b"",
        )
        return _known_by(file, data, report) if self.compares else file


def _known_by(file: ReadFile, data: bytes, report: Report) -> ReadFile:
    stat = Path(file.path).stat() if file.path != "-" else None
    return replace(
        file,
        words=words_digest(report),
        digest=sha256(data).hexdigest(),
        node=(stat.st_dev, stat.st_ino) if stat else None,
    )


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file that says what another one says."""

    path: str
    digest: str
    node: tuple[int, int] | None


class SameReports:
    """The files of one call that say the same as another one (内容相同的文件)."""

    def __init__(self, files: Iterable[ReadFile] = ()) -> None:
        groups: dict[str, list[_Entry]] = {}
        for file in files:
            if file.words:
                entry = _Entry(file.path, file.digest, file.node)
                groups.setdefault(file.words, []).append(entry)
        self._groups = {
            words: sorted(group, key=lambda entry: entry.path)
            for words, group in groups.items()
            if len(group) > 1
        }

    def copies(self, file: ReadFile) -> tuple[str, ...]:
        """The other files that are it byte for byte, links to it left out."""
        found: dict[object, str] = {}
        for entry in self._groups.get(file.words, ()):
            is_itself = entry.path == file.path or entry.node == file.node is not None
            if entry.digest == file.digest and not is_itself:
                found.setdefault(entry.node or entry.path, entry.path)
        return tuple(found.values())

    def notes(self, file: ReadFile) -> Iterator[Words]:
        """That an earlier file says the same in another format: they are one report."""
        for first in self._groups.get(file.words, ())[:1]:
            if file.path == first.path or file.digest == first.digest:
                continue
            yield Words(
                f"与 {first.path} 内容相同、格式不同，比对时计为一份报告",
                f"says the same as {first.path}; they are compared as one report",
            )
