"""Pictures of pages laid out on one sheet (拼版)."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PIL import Image

_ABREAST: Final = 6
_GAP: Final = 6
_GROUND: Final = (120, 120, 120)
_COLOURS: Final = 6


def save_sheet(pages: Sequence[Image.Image], path: Path) -> None:
    """Save pages in rows on one picture, in few colours to keep it small."""
    width = max(page.width for page in pages) + _GAP
    height = max(page.height for page in pages) + _GAP
    abreast = min(_ABREAST, len(pages))
    rows = -(-len(pages) // abreast)
    sheet = Image.new("RGB", (abreast * width, rows * height), _GROUND)
    for number, page in enumerate(pages):
        row, column = divmod(number, abreast)
        sheet.paste(page, (column * width + _GAP // 2, row * height + _GAP // 2))
    sheet.quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
