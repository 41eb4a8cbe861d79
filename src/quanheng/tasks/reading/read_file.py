"""Files of one call as they were read, and which of them say the same (已读文件)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError
from quanheng.core.report import Report
from quanheng.document.blocks import Document
from quanheng.forms.hints.hints import NO_HINTS, Hints
from quanheng.tasks.reading.read_report import read_with_document


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as it was read, or the reason why it can't be (已读文件).

    Attributes:
        path: Its path as the call names it.
        name: Its name, for messages.
        report: The report in it, None where it can't be read.
        document: Its content, kept for an answer that shows it.
        error: Why it can't be read.
        data: Its bytes, kept where a changed copy is to be written.
        words: Digest of its text; empty unless it is compared with other files.
        digest: Digest of its bytes, likewise.
        hints: What the labels of its publisher mean.
        node: Device and inode: a link has those of its file.
    """

    path: str
    name: str = ""
    report: Report | None = None
    document: Document | None = None
    error: QuanhengError | None = None
    data: bytes = b""
    words: str = ""
    digest: str = ""
    hints: Hints = NO_HINTS
    node: tuple[int, int] | None = None

    def corrected(self, data: bytes) -> "ReadFile":
        """The same file with other bytes; it is still no peer of its old state.

        Raises:
            QuanhengError: They can't be read.
        """
        if data == self.data:
            return self
        report, document = read_with_document(data, self.name, self.hints)
        shown = None if self.document is None else document
        return replace(self, report=report, document=shown, data=data)


class SameReports:
    """The files of one call that say the same as another one (内容相同的文件)."""

    def __init__(self, files: Iterable[ReadFile] = ()) -> None:
        groups: dict[str, list[ReadFile]] = {}
        for file in files:
            if file.words:
                # Without what was read: this goes to every process.
                bare = replace(file, report=None, document=None, data=b"")
                groups.setdefault(file.words, []).append(bare)
        self._groups = {
            words: sorted(group, key=lambda file: file.path)
            for words, group in groups.items()
            if len(group) > 1
        }

    def copies(self, file: ReadFile) -> tuple[str, ...]:
        """The other files with the same bytes, links to this one left out."""
        found: dict[object, str] = {}
        for other in self._groups.get(file.words, ()):
            is_itself = other.path == file.path or other.node == file.node is not None
            if other.digest == file.digest and not is_itself:
                found.setdefault(other.node or other.path, other.path)
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
