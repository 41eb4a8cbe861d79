"""Replace members of zip archives, keeping all others byte by byte (文件包)."""

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import pairwise
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_NAME_IS_UTF8: Final = 0x800
_VERSION: Final = 20
"""The zip version that supports deflated members."""
_FIRST_DAY: Final = 0x21
"""1980-01-01, the date of new members, so that equal input gives equal output."""


@dataclass(frozen=True, slots=True)
class _Member:
    """An entry of the central directory, as stored."""

    fields: tuple[int, ...]
    name: bytes
    extra: bytes
    comment: bytes
    offset: int

    def record(self, offset: int) -> bytes:
        fields = (*self.fields[:-1], offset)
        head = _CENTRAL.pack(b"PK\x01\x02", *fields)
        return head + self.name + self.extra + self.comment


_NEW: Final = _Member(
    (_VERSION, _VERSION, 0, ZIP_DEFLATED, 0, _FIRST_DAY, *(0,) * 10), b"", b"", b"", 0
)


def with_members(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """A zip archive with members replaced in place, and new ones appended."""
    members, names, end, comment = _directory(data)
    starts = sorted({member.offset for member in members} | {end})
    ends = dict(pairwise(starts))
    # Of several members with one name, programs read the last.
    rewritten = {place: name for name, place in names.items() if name in changed}
    whole = BytesIO()
    moved: dict[int, int] = {}
    records = [b""] * len(members)
    for place, member in sorted(enumerate(members), key=lambda entry: entry[1].offset):
        if place in rewritten:
            records[place] = _write(whole, member, changed[rewritten[place]])
            continue
        if member.offset not in moved:
            moved[member.offset] = whole.tell()
            whole.write(data[member.offset : ends[member.offset]])
        records[place] = member.record(moved[member.offset])
    for name in sorted(changed.keys() - names.keys()):
        records.append(_write(whole, replace(_NEW, name=name.encode()), changed[name]))
    place, count, directory = whole.tell(), len(records), b"".join(records)
    sizes = (count, count, len(directory), place, len(comment))
    whole.write(directory + _END.pack(b"PK\x05\x06", 0, 0, *sizes) + comment)
    return whole.getvalue()


def _directory(data: bytes) -> tuple[list[_Member], dict[str, int], int, bytes]:
    """The members, the index of each name, the end of the members, the comment."""
    with ZipFile(BytesIO(data)) as archive:
        infos, comment = archive.infolist(), archive.comment
        place = end = archive.start_dir
    members = []
    for info in infos:
        _, *fields = _CENTRAL.unpack_from(data, place)
        place += _CENTRAL.size
        parts = []
        for size in fields[9:12]:
            parts.append(data[place : place + size])
            place += size
        name, extra, remark = parts
        members.append(_Member(tuple(fields), name, extra, remark, info.header_offset))
    names = {
        info.filename.replace("\\", "/"): place for place, info in enumerate(infos)
    }
    return members, names, end, comment


def _write(whole: BytesIO, member: _Member, content: bytes) -> bytes:
    """Write a member anew, deflated; return its directory entry."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    made, _, flags, _, time, day, *_ = member.fields
    described = (
        _VERSION,
        flags & _NAME_IS_UTF8,
        ZIP_DEFLATED,
        time,
        day,
        zlib.crc32(content),
        len(packed),
        len(content),
        len(member.name),
        0,
    )
    place = whole.tell()
    whole.write(_LOCAL.pack(b"PK\x03\x04", *described) + member.name + packed)
    attributes = (len(member.comment), *member.fields[12:15], place)
    entry = replace(member, fields=(made, *described, *attributes), extra=b"")
    return entry.record(place)
