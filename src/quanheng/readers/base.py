"""The protocol of readers (读取器)."""

from typing import Protocol

from quanheng.document.blocks import Document


class Reader(Protocol):
    """Reads the bytes of one file format to a document."""

    def read(self, data: bytes, name: str) -> Document:
        """The document in ``data``.

        Args:
            data: The whole file.
            name: The file's name; only recorded, never opened.

        Raises:
            UnreadableFileError: The file is damaged, protected or too large.
        """
        ...
