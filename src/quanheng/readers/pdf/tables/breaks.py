"""Join the parts of tables over page breaks (跨页表格)."""

from typing import Final

from quanheng.readers.pdf.lines import begins_item
from quanheng.readers.pdf.tables.cells import Region, Sheet
from quanheng.readers.pdf.tables.grid import NEAR

_ROOM_LEFT: Final = 100.0
"""Most points left free at the foot of a page beyond the height of the next row: the
difference of the page's margins."""
_ROOM_FOR_MORE: Final = 1.0
"""Most free height in a cell that is cut by a page break, in font sizes."""

_Pair = tuple[Region, Region]


def goes_on(sheet: Sheet, following: Sheet, room: float) -> bool:
    """Whether ``following`` on the next page continues a table.

    ``room`` is the free height below the first part.
    """
    if sheet.table and following.table:
        return sheet.table == following.table
    return (
        abs(sheet.box.left - following.box.left) <= NEAR
        and abs(sheet.box.right - following.box.right) <= NEAR
        and (sheet.open_bottom or room <= following.first_row + _ROOM_LEFT)
    )


def append(sheet: Sheet, following: Sheet) -> None:
    """Append the part on the next page to a table, in place.

    Repeated header rows are dropped; a row cut by the page break and cells that span
    it are joined.
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
    """Text, left and right edge of the cells that begin in each row."""
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
    # A header never ends within a cell.
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
    """Cells of equal width on both sides of the break, from the left."""
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

    The cells of a cut row are full, and none of them begins below the break.
    """
    highest = sum(region.row == 0 for region in following.regions)
    if any(upper.tag for upper, _ in pairs):
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
    """Whether a cell has no room for another line."""
    first, last = region.lines[0], region.lines[-1]
    used = last.box.bottom - first.box.top
    return region.box.height - used < _ROOM_FOR_MORE * last.size


def _is_cut(upper: Region, lower: Region) -> bool:
    """Whether a text continues in the cell below the break."""
    if not upper.lines or not lower.lines:
        return False
    return _is_full(upper) and upper.wraps(upper.lines[-1], lower.lines[0])


def _is_one(upper: Region, lower: Region) -> bool:
    """Whether the tags of two cells show that they are one."""
    return bool(upper.tag and lower.tag and upper.tag.block == lower.tag.block)


def _reaches_over(pair: _Pair, pairs: list[_Pair]) -> bool:
    """Whether a cell spans the break although its last row does not.

    Cells are nested like a tree: those that span the break are the leftmost, with no
    text below it but the rest of their own. Further right only empty cells of several
    rows on both sides span it.
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
