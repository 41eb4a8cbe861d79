"""Warnings about the proofs of entries (佐证提示)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import rows_in_words
from quanheng.registers.kind import FieldType
from quanheng.registers.masking import Mask
from quanheng.registers.register import Register
from quanheng.registers.sealed import SHOWN

_PHOTOS: Final = (
    ".jpg",
    ".jpeg",
    ".png",
    ".bmp",
    ".gif",
    ".tif",
    ".tiff",
    ".webp",
    ".heic",
)


def proof_warnings(register: Register, positions: Sequence[int]) -> Iterator[Words]:
    """Warnings of entries without proof, and of photos used for several entries.

    A list or a contract may cover several entries; a photo shows one.
    """
    columns = [
        register.columns.get(field.name)
        for field in register.kind.fields
        if field.type is FieldType.FILES
    ]
    if not columns or not positions:
        return
    filed = [column for column in columns if column]
    bare = positions
    if filed:
        bare = [p for p in positions if not any(column[p] for column in filed)]
    if bare:
        rows = rows_in_words([register.rows[p] for p in bare])
        yield Words(f"无佐证材料：{rows.zh}", f"no proof: {rows.en}")
    users: dict[str, list[int]] = defaultdict(list)
    for column in filed:
        for position in positions:
            for name in column[position] or ():
                if name.lower().endswith(_PHOTOS):
                    users[name].append(position)
    shared = {n: found for n, where in users.items() if len(found := set(where)) > 1}
    mask = Mask((register,) if shared else (), ())
    for name, entries in shared.items():
        shown = SHOWN if register.kind.confidential else mask.over(name)
        rows = rows_in_words([register.rows[p] for p in sorted(entries)])
        yield Words(
            f"同一张照片{shown}用于多条记录：{rows.zh}",
            f"one photo {shown} stands behind several entries: {rows.en}",
        )
