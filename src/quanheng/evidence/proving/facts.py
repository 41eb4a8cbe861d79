"""Kind and metadata of a file (文件信息)."""

from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.errors import UnreadableFileError
from quanheng.evidence.proof import ProofKind
from quanheng.evidence.proving.documents import office_days, pdf_days
from quanheng.evidence.proving.photo import can_compare, read_photo

_KINDS: Final = {
    ".jpg": ProofKind.PHOTO,
    ".jpeg": ProofKind.PHOTO,
    ".png": ProofKind.PHOTO,
    ".webp": ProofKind.PHOTO,
    ".bmp": ProofKind.PHOTO,
    ".gif": ProofKind.PHOTO,
    ".tif": ProofKind.PHOTO,
    ".tiff": ProofKind.PHOTO,
    ".heic": ProofKind.PHOTO,
    ".docx": ProofKind.OFFICE,
    ".docm": ProofKind.OFFICE,
    ".xlsx": ProofKind.OFFICE,
    ".xlsm": ProofKind.OFFICE,
    ".pptx": ProofKind.OFFICE,
    ".pdf": ProofKind.PDF,
}


@dataclass(frozen=True, slots=True)
class FileFacts:
    """Kind and metadata of a file (文件信息).

    Attributes:
        kind: Its kind.
        perceptual: Perceptual hash of a photo.
        dates: Days in its metadata.
        trouble: Why it could not be inspected; its bytes still count as proof.
    """

    kind: ProofKind
    perceptual: int | None = None
    dates: tuple[date, ...] = ()
    trouble: Words | None = None


def kind_of(path: str) -> ProofKind:
    """What a file is, by its name."""
    return _KINDS.get(PurePath(path).suffix.lower(), ProofKind.OTHER)


def facts_of(path: str, data: bytes) -> FileFacts:
    """Inspect a file; damage is reported, never raised."""
    kind = kind_of(path)
    try:
        match kind:
            case ProofKind.PHOTO if can_compare():
                photo = read_photo(data)
                return FileFacts(kind, photo.perceptual, photo.taken)
            case ProofKind.OFFICE:
                return FileFacts(kind, dates=office_days(data))
            case ProofKind.PDF:
                return FileFacts(kind, dates=pdf_days(data))
            case _:
                return FileFacts(kind)
    except UnreadableFileError as error:
        trouble = error.words
        return FileFacts(kind, trouble=trouble)
