"""Read the files of one call, each once (读取)."""

from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from quanheng.cli.session import read_input
from quanheng.core.errors import QuanhengError
from quanheng.core.report import Report
from quanheng.forms.hints.hints import NO_HINTS, Hints
from quanheng.tasks.checking.other_papers import words_digest
from quanheng.tasks.reading.read_file import ReadFile
from quanheng.tasks.reading.read_report import read_with_document


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads a file; each process has one (读取).

    Attributes:
        keeps_document: Whether to keep documents, for an answer that shows them.
        keeps_data: Whether to keep the bytes, for changed copies.
        compares: Whether the files are compared with one another.
        hints: What the labels of their publisher mean.
    """

    keeps_document: bool = False
    keeps_data: bool = False
    compares: bool = False
    hints: Hints = NO_HINTS

    def __call__(self, path: str) -> ReadFile:
        """A file as far as it can be read."""
        try:
            data, name = read_input(path)
            report, document = read_with_document(data, name, self.hints)
        except QuanhengError as error:
            return ReadFile(path, error=error)
        file = ReadFile(
            path,
            name,
            report,
            document if self.keeps_document else None,
            data=data if self.keeps_data else b"",
            hints=self.hints,
        )
        return _with_digests(file, data, report) if self.compares else file


def _with_digests(file: ReadFile, data: bytes, report: Report) -> ReadFile:
    stat = Path(file.path).stat() if file.path != "-" else None
    return replace(
        file,
        words=words_digest(report),
        digest=sha256(data).hexdigest(),
        node=(stat.st_dev, stat.st_ino) if stat else None,
    )
