"""Whether a pdf is whole (文件完整), seen from its bytes.

The engine mends what it can and leaves out in silence what it can't, so that a
file that was cut off would look like a shorter one.
"""

import re
from typing import Final

from quanheng.readers.refusals import damaged

_END: Final = b"%%EOF"
_LENGTH: Final = re.compile(rb"/Linearized\b[^>]{0,200}?/L\s+(\d{1,12})")
_HEAD: Final = 2_048
"""Bytes at the beginning that hold the declared length, where there is one."""


def require_intact(data: bytes) -> None:
    """Refuse a file that was cut off.

    Raises:
        UnreadableFileError: The end of the file is missing.
    """
    declared = _LENGTH.search(data, 0, _HEAD)
    is_short = declared is not None and len(data) < int(declared[1])
    if is_short or _END not in data:
        raise damaged("PDF 的末尾缺失", "the end of the pdf is missing")
