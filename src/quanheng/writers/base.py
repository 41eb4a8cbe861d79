"""What a writer of files is (写出器)."""

from datetime import date
from typing import ClassVar, Protocol

from quanheng.document.blocks import Document


class Writer(Protocol):
    """Turns a document into the bytes of one file format (写出器).

    A writer never reads the clock: the same document and date give the same bytes.
    """

    suffix: ClassVar[str]

    def write(self, document: Document, created: date | None = None) -> bytes:
        """The document as a file.

        Args:
            document: What to write; its title goes into the file's properties.
            created: Day for the file's properties; None leaves the file undated.
        """
        ...
