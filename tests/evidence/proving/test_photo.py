"""How photos look to the hash, and when they were taken."""

import struct
import zlib
from collections.abc import Callable
from datetime import date
from io import BytesIO
from statistics import mean

import pytest
from PIL import Image, ImageEnhance

from quanheng.core.errors import UnreadableFileError
from quanheng.evidence.proving.photo import read_photo
from quanheng.law.load import load_book
from tests.evidence.proving.pictures import cropped, jpeg, png, scene

MOST = int(load_book().law().number("evidence.hash_distance"))
SEEDS = range(30)
Changed = Callable[[Image.Image], bytes]

# What is done to a photo that is used again → the largest distance measured.
CHANGES: dict[str, tuple[Changed, int]] = {
    "compressed again": (lambda image: jpeg(image, 40), MOST),
    "compressed hard": (lambda image: jpeg(image, 15), MOST),
    "half the size": (lambda image: jpeg(image.resize((400, 300))), MOST),
    "twice the size": (lambda image: jpeg(image.resize((1600, 1200))), MOST),
    "saved as png": (png, MOST),
    "a little brighter": (
        lambda i: jpeg(ImageEnhance.Brightness(i).enhance(1.1)),
        MOST,
    ),
    "1 % cut off each edge": (lambda image: jpeg(cropped(image, 0.01)), MOST),
}


def distance(one: bytes, other: bytes) -> int:
    hashes = [read_photo(data).perceptual for data in (one, other)]
    assert None not in hashes
    return ((hashes[0] or 0) ^ (hashes[1] or 0)).bit_count()


@pytest.mark.parametrize("change", CHANGES)
def test_a_photo_is_known_again(change: str) -> None:
    changed, most = CHANGES[change]
    found = [distance(jpeg(scene(n)), changed(scene(n))) for n in SEEDS]
    assert max(found) <= most


def test_a_slight_crop_mostly_is_too() -> None:
    found = [distance(jpeg(scene(n)), jpeg(cropped(scene(n), 0.02))) for n in SEEDS]
    assert mean(found) < MOST
    assert sum(d <= MOST for d in found) >= len(SEEDS) * 3 // 4


def test_different_photos_are_far_apart() -> None:
    pictures = [jpeg(scene(n)) for n in SEEDS]
    found = [distance(a, b) for at, a in enumerate(pictures) for b in pictures[:at]]
    assert min(found) > 2 * MOST


@pytest.mark.parametrize("grey", [0, 128, 255])
def test_a_blank_picture_has_no_hash(grey: int) -> None:
    assert read_photo(jpeg(Image.new("L", (300, 200), grey))).perceptual is None


def test_a_photo_that_was_turned_is_the_same() -> None:
    upright = scene(3)
    turned = Image.Exif()
    turned[0x0112] = 6  # shown a quarter turn to the right
    buffer = BytesIO()
    upright.transpose(Image.Transpose.ROTATE_90).save(buffer, "JPEG", exif=turned)
    assert distance(jpeg(upright), buffer.getvalue()) <= MOST


@pytest.mark.parametrize(
    ("taken", "days"),
    [
        ("2021:03:05 10:00:00", (date(2021, 3, 5),)),
        ("0000:00:00 00:00:00", ()),
        ("    :  :     :  :  ", ()),
        ("", ()),
    ],
)
def test_the_day_is_the_camera_s(taken: str, days: tuple[date, ...]) -> None:
    assert read_photo(jpeg(scene(1), taken=taken)).taken == days


def _bomb(width: int, height: int) -> bytes:
    """A small png that says it has very many pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        check = zlib.crc32(name + data)
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = zlib.compress(bytes(1000))
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        b"\xff\xd8\xff\xe0 nonsense",
        jpeg(scene(1))[:600],
        png(scene(1))[:600],
        b"GIF89a" + bytes(20),
        b"II*\x00" + b"\xff" * 40,
        b"RIFF\x00\x00\x00\x00WEBPVP8 ",
        _bomb(1000, 1000),
    ],
)
def test_a_broken_picture_is_told_of(data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="图片"):
        read_photo(data)


@pytest.mark.parametrize("size", [(10_001, 10_000), (60_000, 60_000), (2**31 - 1, 9)])
def test_a_bomb_is_not_opened(size: tuple[int, int]) -> None:
    with pytest.raises(UnreadableFileError, match=r"万像素|完整"):
        read_photo(_bomb(*size))
