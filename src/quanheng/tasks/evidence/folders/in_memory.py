"""An evidence folder in memory: uploads, rows of a database (内存中的台账)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from quanheng.registers.reading.rows import Rows


@dataclass(frozen=True)
class FolderInMemory:
    """Files as bytes and registers as rows (内存中的台账文件夹).

    Attributes:
        name: Its name in messages.
        files: Name of a file → its bytes.
        registers: Name of a kind → its rows by field name.
    """

    name: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    registers: Mapping[str, Rows] = field(default_factory=dict)

    def names(self) -> Collection[str]:
        """Every file in it."""
        return self.files.keys()

    def is_link(self, name: str) -> bool:
        """Always False: there are no links in memory."""
        return False

    def size(self, name: str) -> int:
        """The bytes of a file."""
        return len(self.files[name])

    def read(self, name: str) -> bytes:
        """The content of a file."""
        return self.files[name]

    def digest(self, name: str) -> str:
        """SHA-256 of a file in hex."""
        return sha256(self.files[name]).hexdigest()

    def rows(self) -> Mapping[str, Rows]:
        """Its registers that are no files."""
        return self.registers
