"""Table rules to grids (表线)."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from quanheng.readers.limits import PlaceBudget
from quanheng.readers.pdf.page import Box, Page, Rule

NEAR: Final = 3.0
"""Points within which rules are equal or meet: borders of neighbouring cells and
double lines are this close, and no row of text is this low."""

_SHORTEST: Final = 6.0
_COVERED: Final = 0.8
"""Least share of a place's side that a separating rule covers."""


@dataclass(frozen=True, slots=True)
class Area:
    """The grid places of a cell (单元格范围)."""

    row: int
    column: int
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled grid on a page (表格线框).

    Attributes:
        across: The x coordinates of its column edges.
        down: The y coordinates of its row edges.
        areas: Its cells by row, then column.
        open_top: Whether it has no rule at the top.
        open_bottom: Whether it has no rule at the bottom.
    """

    across: Sequence[float]
    down: Sequence[float]
    areas: Sequence[Area]
    open_top: bool
    open_bottom: bool

    @property
    def box(self) -> Box:
        """Its outline."""
        return Box(self.across[0], self.down[0], self.across[-1], self.down[-1])

    def box_of(self, area: Area) -> Box:
        """The outline of a cell."""
        return Box(
            self.across[area.column],
            self.down[area.row],
            self.across[area.column + area.column_span],
            self.down[area.row + area.row_span],
        )

    def place_of(self, across: float, down: float) -> tuple[int, int]:
        """Row and column of the place at a point of the grid."""
        row = bisect_right(self.down, down, 1, len(self.down) - 1) - 1
        column = bisect_right(self.across, across, 1, len(self.across) - 1) - 1
        return row, column


def grids_of(page: Page, budget: PlaceBudget) -> list[Grid]:
    """The grids of a page with two or more cells, from the top down.

    Raises:
        UnreadableFileError: The grids are too large.
    """
    level, upright = _merged(page.level), _merged(page.upright)
    found = [
        grid
        for rules in _connected(level, upright, budget)
        if (grid := _grid(*rules, budget)) and len(grid.areas) > 1
    ]
    return sorted(found, key=lambda grid: (grid.down[0], grid.across[0]))


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """The rules with collinear pieces joined and short strokes dropped."""
    found: list[Rule] = []
    for line in _lines(sorted(rules)):
        at = sum(rule.at for rule in line) / len(line)
        pieces = sorted((rule.start, rule.end) for rule in line)
        start, end = pieces[0]
        for next_start, next_end in pieces[1:]:
            if next_start > end + NEAR:
                found.append(Rule(at, start, end))
                start, end = next_start, next_end
            end = max(end, next_end)
        found.append(Rule(at, start, end))
    return [rule for rule in found if rule.end - rule.start >= _SHORTEST]


def _lines(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    line: list[Rule] = []
    for rule in rules:
        if line and rule.at > line[0].at + NEAR:
            yield line
            line = []
        line.append(rule)
    if line:
        yield line


def _connected(
    level: Sequence[Rule], upright: Sequence[Rule], budget: PlaceBudget
) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Groups of horizontal and vertical rules that touch, directly or not."""
    leaders = list(range(len(level) + len(upright)))

    def leader(number: int) -> int:
        while leaders[number] != number:
            leaders[number] = leaders[leaders[number]]
            number = leaders[number]
        return number

    places = [rule.at for rule in upright]
    for number, rule in enumerate(level):
        first = bisect_left(places, rule.start - NEAR)
        last = bisect_right(places, rule.end + NEAR)
        budget.spend(last - first)
        for other in range(first, last):
            crossing = upright[other]
            if crossing.start - NEAR <= rule.at <= crossing.end + NEAR:
                leaders[leader(len(level) + other)] = leader(number)
    groups: defaultdict[int, tuple[list[Rule], list[Rule]]]
    groups = defaultdict(lambda: ([], []))
    for number, rule in enumerate(level):
        groups[leader(number)][0].append(rule)
    for number, rule in enumerate(upright, start=len(level)):
        groups[leader(number)][1].append(rule)
    yield from groups.values()


def _grid(
    level: Sequence[Rule], upright: Sequence[Rule], budget: PlaceBudget
) -> Grid | None:
    if not level or not upright:
        return None
    down, open_top, open_bottom = _edges(level, upright)
    across, open_left, open_right = _edges(upright, level)
    if len(down) < 2 or len(across) < 2:
        return None
    budget.spend((len(down) - 1) * (len(across) - 1))
    floors, walls = _walls(level, down, across), _walls(upright, across, down)
    # Rules that separate nothing, such as underlines, make no row or column.
    down = _parting(down, floors, open_top, open_bottom)
    across = _parting(across, walls, open_left, open_right)
    if len(down) < 2 or len(across) < 2:
        return None
    floors, walls = _walls(level, down, across), _walls(upright, across, down)
    areas = tuple(_areas(floors, walls))
    return Grid(across, down, areas, open_top, open_bottom)


def _edges(
    rules: Sequence[Rule], crossing: Sequence[Rule]
) -> tuple[list[float], bool, bool]:
    """The rules' positions; the table is open at a side that crossing rules exceed."""
    edges = sorted({rule.at for rule in rules})
    first = min(rule.start for rule in crossing)
    last = max(rule.end for rule in crossing)
    is_open_before = first < edges[0] - 2 * NEAR
    is_open_after = last > edges[-1] + 2 * NEAR
    before = [first] if is_open_before else []
    after = [last] if is_open_after else []
    return [*before, *edges, *after], is_open_before, is_open_after


def _walls(
    rules: Sequence[Rule], edges: Sequence[float], crossed: Sequence[float]
) -> list[bytearray]:
    """Which sides of the places are ruled: ``walls[edge][place]``."""
    walls = [bytearray(len(crossed) - 1) for _ in edges]
    number = {edge: index for index, edge in enumerate(edges)}
    for rule in rules:
        if rule.at not in number:
            continue
        wall = walls[number[rule.at]]
        first = max(bisect_right(crossed, rule.start) - 1, 0)
        last = min(bisect_left(crossed, rule.end), len(crossed) - 1)
        for place in range(first, last):
            start, end = crossed[place], crossed[place + 1]
            covered = min(rule.end, end) - max(rule.start, start)
            if covered >= _COVERED * (end - start):
                wall[place] = 1
    return walls


def _parting(
    edges: Sequence[float],
    walls: Sequence[bytearray],
    is_open_before: bool,
    is_open_after: bool,
) -> list[float]:
    last = len(edges) - 1
    return [
        edge
        for index, (edge, wall) in enumerate(zip(edges, walls, strict=True))
        if any(wall)
        or (index == 0 and is_open_before)
        or (index == last and is_open_after)
    ]


def _areas(floors: Sequence[bytearray], walls: Sequence[bytearray]) -> Iterator[Area]:
    """The cells: places extended to the right, then down, up to a rule."""
    rows, columns = len(floors) - 1, len(walls) - 1
    taken = [bytearray(columns) for _ in range(rows)]
    for row in range(rows):
        for column in range(columns):
            if taken[row][column]:
                continue
            right = column + 1
            while right < columns and not (walls[right][row] or taken[row][right]):
                right += 1
            bottom = row + 1
            while bottom < rows and not (
                any(floors[bottom][column:right])
                or any(walls[edge][bottom] for edge in range(column + 1, right))
                or any(taken[bottom][column:right])
            ):
                bottom += 1
            for below in taken[row:bottom]:
                below[column:right] = b"\x01" * (right - column)
            yield Area(row, column, bottom - row, right - column)
