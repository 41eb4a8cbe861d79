"""Tables that go on over a page break (跨页表格): their parts as one."""

from typing import Final

from quanheng.readers.pdf.lines import begins_item
from quanheng.readers.pdf.tables.cells import Region, Sheet
from quanheng.readers.pdf.tables.grid import NEAR

_ROOM_LEFT: Final = 100.0
"""Points that may stay free at the foot of a page besides what the next row needs:
the difference of a page's upper and lower margin at most."""
_ROOM_FOR_MORE: Final = 1.0
"""Sizes of the font that may be free in a cell whose text the page cuts."""

_Pair = tuple[Region, Region]


def goes_on(sheet: Sheet, following: Sheet, room: float) -> bool:
    """Whether a table at the foot of a page goes on at the head of the next.

    Args:
        sheet: The last thing on a page.
        following: The first thing on the next page.
        room: Height that is free below ``sheet``.
    """
    if sheet.table and following.table:
        return sheet.table == following.table
    return (
        abs(sheet.box.left - following.box.left) <= NEAR
        and abs(sheet.box.right - following.box.right) <= NEAR
        and (sheet.open_bottom or room <= following.first_row + _ROOM_LEFT)
    )


def append(sheet: Sheet, following: Sheet) -> None:
    """Put the part of the next page under a table, in place.

    Rows that are repeated at the head of the page are left out; a row that the
    page cuts in two and cells that reach over the break become one.
    """
    _drop_repeated(sheet, following)
    pairs = _pairs(sheet, following)
    is_cut = _is_cut_row(sheet, following, pairs)
    top = sheet.row_count - is_cut
    joined = set()
    for upper, lower in pairs:
        if is_cut or _reaches_over((upper, lower), pairs):
            _join(upper, lower, is_cut)
            joined.add(id(lower))
    for region in following.regions:
        if id(region) not in joined:
            region.row += top
            sheet.regions.append(region)
    sheet.row_count = top + following.row_count
    sheet.box = following.box
    sheet.open_bottom = following.open_bottom


def _rows(sheet: Sheet) -> list[list[tuple[str, int, int]]]:
    """Text, place and width of the cells that begin in each row."""
    rows: list[list[tuple[str, int, int]]] = [[] for _ in range(sheet.row_count)]
    for region in sorted(sheet.regions, key=lambda region: region.box.left):
        text = "".join(region.text.split())
        left, right = round(region.box.left / NEAR), region.box.right
        rows[region.row].append((text, left, round(right / NEAR)))
    return rows


def _drop_repeated(sheet: Sheet, following: Sheet) -> None:
    repeated = 0
    for first, second in zip(_rows(sheet), _rows(following), strict=False):
        if first != second or not any(text for text, _, _ in first):
            break
        repeated += 1
    # Header cells that reach down end with the header.
    while any(
        region.row < repeated < region.row + region.row_span
        for region in following.regions
    ):
        repeated -= 1
    following.regions = [r for r in following.regions if r.row >= repeated]
    for region in following.regions:
        region.row -= repeated
    following.row_count -= repeated
    following.open_top = following.open_top and not repeated


def _pairs(sheet: Sheet, following: Sheet) -> list[_Pair]:
    """The cells above and below the break that are equally wide, from the left."""
    lowest = [r for r in sheet.regions if r.row + r.row_span == sheet.row_count]
    highest = [r for r in following.regions if r.row == 0]
    return sorted(
        (
            (upper, lower)
            for upper in lowest
            for lower in highest
            if abs(upper.box.left - lower.box.left) <= NEAR
            and abs(upper.box.right - lower.box.right) <= NEAR
        ),
        key=lambda pair: pair[1].box.left,
    )


def _is_cut_row(sheet: Sheet, following: Sheet, pairs: list[_Pair]) -> bool:
    """Whether the page break cuts the last row in two.

    The cells of a cut row are filled down to the page's foot, and nothing
    stands below the break in a cell that has nothing above it.
    """
    highest = sum(region.row == 0 for region in following.regions)
    if _is_tagged(pairs):
        return any(_is_one(*pair) and not _reaches_over(pair, pairs) for pair in pairs)
    if not pairs or len(pairs) != highest:
        return False
    if sheet.open_bottom and following.open_top:
        return True
    filled = [pair for pair in pairs if pair[1].lines]
    if any(
        not upper.lines or not _is_full(upper) or begins_item(lower.lines[0])
        for upper, lower in filled
    ):
        return False
    cut = [pair for pair in filled if _is_cut(*pair)]
    if len(cut) == len(filled):
        return bool(cut)
    ended = any(
        upper.lines and not lower.lines and upper.row_span == lower.row_span == 1
        for upper, lower in pairs
    )
    return bool(cut) and ended


def _is_full(region: Region) -> bool:
    """Whether no further line has room in a cell."""
    first, last = region.lines[0], region.lines[-1]
    used = last.box.bottom - first.box.top
    return region.box.height - used < _ROOM_FOR_MORE * last.size


def _is_cut(upper: Region, lower: Region) -> bool:
    """Whether a text runs on in the cell below the break."""
    if not upper.lines or not lower.lines:
        return False
    return _is_full(upper) and upper.wraps(upper.lines[-1], lower.lines[0])


def _is_tagged(pairs: list[_Pair]) -> bool:
    """Whether tags say which cells go on."""
    return any(upper.tag for upper, _ in pairs)


def _is_one(upper: Region, lower: Region) -> bool:
    """Whether tags say that a text above the break goes on below it."""
    return bool(upper.tag and lower.tag and upper.tag.block == lower.tag.block)


def _reaches_over(pair: _Pair, pairs: list[_Pair]) -> bool:
    """Whether a cell goes on below the break where its last row does not.

    The cells of a table stand like a tree: those that reach over the break begin at
    its left and have no text below it but the rest of their own. Further to the
    right only empty cells of several rows that have several above go on.
    """
    upper, lower = pair
    if upper.tag:
        return upper.tag.rows > upper.row_span
    if lower.tag:
        return upper.row_span + lower.row_span <= lower.tag.rows
    before = [other for other in pairs if other[1].box.left < lower.box.left]
    leads = all(not low.lines or _is_cut(up, low) for up, low in before)
    if lower.lines:
        return leads and upper.row_span > 1 and _is_cut(upper, lower)
    if leads and any(low.lines for _, low in pairs):
        return True
    return upper.row_span > 1 and lower.row_span > 1


def _join(upper: Region, lower: Region, is_cut_row: bool) -> None:
    upper.lines += lower.lines
    upper.row_span += lower.row_span - is_cut_row
    upper.box = lower.box
