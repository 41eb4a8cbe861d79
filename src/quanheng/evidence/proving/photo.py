"""Perceptual hash and date of a photo (照片)."""

import struct
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from typing import Any, Final

from quanheng.core.bilingual import Words
from quanheng.core.errors import missing_extra
from quanheng.core.refusals import damaged, too_large

MOST_PIXELS: Final = 100_000_000
"""Pixels of one picture: a phone takes 50 million at most; more is a bomb, or a map
that no hash can tell from another."""
_FORMATS: Final = ("JPEG", "PNG", "WEBP", "BMP", "GIF", "TIFF")
_DRAFT: Final = (512, 512)
"""A hash sees 9 × 8 points: a big photo need not be decoded in full."""
_GRID: Final = (9, 8)
_LEAST_CONTRAST: Final = 16
"""Grey levels between the darkest and the brightest point of the grid: in a plainer
picture the bits of the hash are chance, and all blank pages would look alike."""
_EXIF: Final = 0x8769
_TAKEN: Final = (0x9003, 0x9004)
"""Tags of the moment when it was taken, and when it was digitized."""
_FAULTS: Final = (
    OSError,
    SyntaxError,
    ValueError,
    ArithmeticError,
    LookupError,
    TypeError,
    EOFError,
    struct.error,
)
"""Exceptions raised for damaged pictures."""


@dataclass(frozen=True, slots=True)
class Photo:
    """Perceptual hash and dates of a picture (照片信息).

    Attributes:
        perceptual: Its perceptual hash, 64 bits; None if it is too plain.
        taken: The days on which it was taken and digitized, if known.
    """

    perceptual: int | None
    taken: tuple[date, ...]


@cache
def can_compare() -> bool:
    """Whether the packages for comparing photos are installed."""
    return find_spec("PIL") is not None and find_spec("imagehash") is not None


def read_photo(data: bytes) -> Photo:
    """Read a picture; its pixels are looked at only where there are not too many.

    Raises:
        UnreadableFileError: It is no whole picture, or has too many pixels.
        MissingExtraError: The packages for pictures are not installed.
    """
    image_module = _package("PIL.Image", "Pillow")
    bombs = (
        image_module.DecompressionBombError,
        image_module.DecompressionBombWarning,
    )
    try:
        with warnings.catch_warnings():
            # What the package says of odd files is for programmers.
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", image_module.DecompressionBombWarning)
            with image_module.open(BytesIO(data), formats=_FORMATS) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise _too_many()
                taken = tuple(sorted(set(_taken(image))))
                image.draft("L", _DRAFT)
                return Photo(_perceptual(image), taken)
    except bombs as error:
        raise _too_many() from error
    except _FAULTS as error:
        raise damaged(Words("不是完整的图片", "it is no whole picture")) from error


def _perceptual(image: Any) -> int | None:
    upright = _package("PIL.ImageOps", "Pillow").exif_transpose(image)
    grey = upright.convert("L")
    darkest, brightest = grey.resize(_GRID).getextrema()
    if brightest - darkest < _LEAST_CONTRAST:
        return None
    return int(str(_package("imagehash", "imagehash").dhash(grey)), 16)


def _taken(image: Any) -> Iterator[date]:
    tags = image.getexif().get_ifd(_EXIF)
    for tag in _TAKEN:
        try:
            yield datetime.strptime(str(tags[tag])[:10], "%Y:%m:%d").date()
        except (KeyError, ValueError):
            continue  # a camera that was never set writes blanks or zeros


def _package(name: str, said: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise missing_extra(said, "evidence") from error


def _too_many() -> Exception:
    limit = MOST_PIXELS // 10_000
    return too_large(
        Words(f"图片超过{limit}万像素", f"it has more than {MOST_PIXELS:,} pixels")
    )
