"""Files that prove entries and indicators (佐证材料)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Link:
    """What a file proves (佐证对象).

    Attributes:
        register: Name of the register of the entry; empty for an indicator.
        row: Row of the entry in its file; 0 for an indicator.
        indicator: Title of the indicator; empty for an entry.
        day: Day of the entry, where it has one.
    """

    register: str = ""
    row: int = 0
    indicator: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """One file with what is known of it (佐证文件).

    Attributes:
        path: Its path below the evidence folder.
        digest: SHA-256 of its bytes in hex.
        links: What it proves.
        perceptual: Perceptual hash of a photo, 64 bits; None for other files.
        dates: Days that the file itself names: EXIF, document properties.
        background: Whether it is marked as background or basis, proving no figure.
        year: Evaluation year of the evidence folder that it lies in.
    """

    path: str
    digest: str
    links: tuple[Link, ...] = ()
    perceptual: int | None = None
    dates: tuple[date, ...] = ()
    background: bool = False
    year: int | None = None
