"""What every reader promises (读取器)."""

from typing import Protocol

from quanheng.document.blocks import Document


class Reader(Protocol):
    """Turns the bytes of one file format into a document."""

    def read(self, data: bytes, name: str) -> Document:
        """The document in ``data``.

        Args:
            data: The whole file.
            name: The file's name; only kept, never opened.

        Raises:
            UnreadableFileError: The file is damaged, protected or too large.
        """
        ...
