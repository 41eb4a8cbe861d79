"""What a writer of files is (写出器)."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar, Final, Protocol

from quanheng.document.blocks import Document


@dataclass(frozen=True, slots=True)
class Finish:
    """How a file is to be made, beside what it says (成稿方式).

    Attributes:
        created: Day for the file's properties; None leaves the file undated.
        template: A Word file of the office whose styles and page are taken over;
            only Word files have one.
        archival: Whether the file must suit an archive (PDF/A); only PDF can.
        fonts: Folders with fonts that lead those of the system; for PDF.
    """

    created: date | None = None
    template: bytes | None = None
    archival: bool = False
    fonts: tuple[Path, ...] = ()


PLAIN: Final = Finish()


class Writer(Protocol):
    """Turns a document into the bytes of one file format (写出器).

    A writer never reads the clock: the same document and finish give the same bytes.
    """

    suffix: ClassVar[str]

    def write(self, document: Document, finish: Finish = PLAIN) -> bytes:
        """The document as a file; its title goes into the file's properties.

        Raises:
            UnreadableFileError: The finish can't be had: the template is no Word
                file, an archival file has no day.
        """
        ...
