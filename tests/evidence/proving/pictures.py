"""Pictures that are drawn for tests: each seed gives another scene."""

import random
from io import BytesIO

from PIL import Image, ImageDraw, ImageFilter

_SHAPES = 25
_TAKEN = 0x9003
_EXIF = 0x8769


def scene(seed: int, width: int = 800, height: int = 600) -> Image.Image:
    """A picture of soft shapes in chance places and colours."""
    chance = random.Random(seed)  # noqa: S311 - a drawing
    image = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(image)
    for _ in range(_SHAPES):
        x, y = chance.randrange(width), chance.randrange(height)
        across = chance.randrange(width // 20, width // 3)
        down = chance.randrange(width // 20, width // 3)
        shape = draw.ellipse if chance.random() < 0.5 else draw.rectangle
        box = (x - across // 2, y - down // 2, x + across // 2, y + down // 2)
        shape(box, fill=tuple(chance.randrange(256) for _ in range(3)))
    return image.filter(ImageFilter.GaussianBlur(2))


def jpeg(image: Image.Image, quality: int = 90, taken: str = "") -> bytes:
    """A picture as a camera or a chat program writes it."""
    buffer, exif = BytesIO(), Image.Exif()
    if taken:
        exif.get_ifd(_EXIF)[_TAKEN] = taken
    image.save(buffer, "JPEG", quality=quality, exif=exif)
    return buffer.getvalue()


def png(image: Image.Image) -> bytes:
    """A picture without loss."""
    buffer = BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def cropped(image: Image.Image, share: float) -> Image.Image:
    """A picture with so much cut off at each edge."""
    width, height = image.size
    across, down = int(width * share), int(height * share)
    return image.crop((across, down, width - across, height - down))
