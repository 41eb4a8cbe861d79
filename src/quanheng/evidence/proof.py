"""Files that prove entries and indicators (佐证材料)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ProofKind(StrEnum):
    """The kind of a file by its content (佐证文件种类)."""

    PHOTO = "photo"
    """照片、图片"""
    OFFICE = "office"
    """Word、Excel、演示文件"""
    PDF = "pdf"
    """PDF 文件"""
    OTHER = "other"
    """其他文件"""


@dataclass(frozen=True, slots=True)
class Link:
    """What a file proves (佐证对象).

    Attributes:
        register: Name of the register of the entry; empty for an indicator.
        row: Row of the entry in its file; 0 for an indicator.
        indicator: Title of the indicator; empty for an entry.
        day: Day of the entry, where it has one.
        until: Last day that the entry tells of.
    """

    register: str = ""
    row: int = 0
    indicator: str = ""
    day: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """One file with what is known of it (佐证文件).

    Attributes:
        path: Its path below the evidence folder.
        digest: SHA-256 of its bytes in hex.
        links: What it proves.
        perceptual: Perceptual hash of a photo, 64 bits; None for other files, and for
            pictures too plain for one.
        dates: Days in the file's own metadata: when a photo was taken, when a document
            was made and last changed.
        background: Whether it is marked as background or basis, proving no figure.
        year: Evaluation year of the evidence folder that it lies in.
        kind: What it is.
        size: Its bytes.
    """

    path: str
    digest: str
    links: tuple[Link, ...] = ()
    perceptual: int | None = None
    dates: tuple[date, ...] = ()
    background: bool = False
    year: int | None = None
    kind: ProofKind = ProofKind.OTHER
    size: int = 0
