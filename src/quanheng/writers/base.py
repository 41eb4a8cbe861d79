"""The protocol of writers (写出器)."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar, Final, Protocol

from quanheng.document.blocks import Document


@dataclass(frozen=True, slots=True)
class Finish:
    """Options for writing a file, apart from its content (成稿方式).

    Attributes:
        created: Date for the file's properties; None leaves the file undated.
        template: A Word file whose styles and page setup are used; for Word.
        archival: Whether the file must be archivable (PDF/A); for PDF.
        fonts: Folders with fonts that precede those of the system; for PDF.
    """

    created: date | None = None
    template: bytes | None = None
    archival: bool = False
    fonts: tuple[Path, ...] = ()


PLAIN: Final = Finish()


class Writer(Protocol):
    """Writes a document to the bytes of one file format (写出器).

    It never reads the clock: the same document and finish give the same bytes.
    """

    suffix: ClassVar[str]

    def write(self, document: Document, finish: Finish = PLAIN) -> bytes:
        """The document as a file; its title goes into the file's properties.

        Raises:
            UnreadableFileError: The finish is impossible: the template is not a Word
                file, or an archival file has no date.
        """
        ...
