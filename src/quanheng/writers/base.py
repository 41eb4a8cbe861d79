"""What a writer of files is (写出器)."""

from datetime import date
from typing import ClassVar, Final, Protocol

from quanheng.document.blocks import Document

UNDATED: Final = date(1980, 1, 1)
"""Creation date in the file's properties where none is given."""


class Writer(Protocol):
    """Turns a document into the bytes of one file format (写出器).

    A writer never reads the clock: the same document and date give the same bytes.
    """

    suffix: ClassVar[str]

    def write(self, document: Document, created: date = UNDATED) -> bytes:
        """The document as a file.

        Args:
            document: What to write; its title goes into the file's properties.
            created: Day for the file's properties.
        """
        ...
