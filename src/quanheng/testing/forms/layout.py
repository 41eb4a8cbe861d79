"""How a form may be laid out: dimensions, and layouts drawn from them (版式)."""

from collections.abc import Iterator, Mapping
from itertools import combinations
from random import Random
from types import MappingProxyType
from typing import Final, TypeAlias

Layout: TypeAlias = Mapping[str, str]
"""The choice in each dimension."""

DIMENSIONS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "carrier": (
            "html",
            "docx",
            "xlsx",
            "pdf",
            "pdf_low_rows",
            "text_bars",
            "text_open_bars",
            "text_wide_bars",
            "text_drawn",
            "text_commas",
            "text_tabs",
            "text_spaces",
            "text_lines",
            "text_markdown",
            "text_glued",
        ),
        "encoding": ("utf-8", "gb18030", "utf-16"),
        "script": ("simplified", "traditional", "pinyin", "odd_signs"),
        "heads": (
            "usual",
            "synonym",
            "shortened",
            "composed",
            "broken",
            "hinted",
            "unknown",
        ),
        "project": ("pairs", "rows", "in_cell", "lines", "title"),
        "around": (
            "form",
            "narrative",
            "signed",
            "execution_row",
            "more_pairs",
            "period_beside",
            "spending",
            "more_text",
        ),
        "frame": ("one_grid", "own_tables"),
        "money": (
            "rows",
            "columns",
            "pairs",
            "below_heads",
            "with_units",
            "unit_beside",
            "matrix",
            "levels",
            *("further", "department", "no_points", "plain_rate", "total_last"),
            *("with_reason", "formulas", "received", "pairs_beside"),
            *("pairs_received", "side_by_side", "down", "sources_only", "in_cells"),
            *("in_one_cell", "joined", "wide", "none"),
        ),
        "goals": ("beside", "under", "lines", "none"),
        "levels": (
            "merged",
            "repeated",
            "class_rows",
            "in_name",
            "two",
            "one",
            "points",
            "points_beside",
            "first_column",
        ),
        "target": ("joined", "three_cells", "unit_apart", "with_actual"),
        "order": ("usual", "weight_first", "score_last", "target_last"),
        "fields": (
            "all",
            "no_reason",
            "no_weight",
            "no_score",
            "targets_only",
            "completion",
        ),
        "extra": ("none", "number", "explanation", "standard"),
        "turned": ("upright", "transposed"),
        "rows": (
            "plain",
            "fillers",
            "subtotals",
            "footnotes",
            "repeated_heads",
            "news",
            "decoy",
        ),
        "sum": ("row", "row_right", "none", "sentence"),
        "forms": ("one", "two", "blank_beside"),
        "values": ("plain", "thousands", "words", "dashes"),
    }
)
"""Each dimension with its choices; the first one is what most forms have."""

PLAIN: Final[Layout] = MappingProxyType(
    {name: choices[0] for name, choices in DIMENSIONS.items()}
)
TRUE_GRIDS: Final = ("html", "docx", "xlsx", "pdf")
"""Carriers that keep the cells apart, blank ones too."""


def is_possible(layout: Layout) -> bool:
    """Whether choices go together; a dump of lines can't be transposed, for one."""
    is_grid = layout["carrier"] in TRUE_GRIDS
    is_text = layout["carrier"].startswith("text_")
    return (
        (is_grid or layout["turned"] == "upright")
        and (is_text or layout["carrier"] == "html" or layout["encoding"] == "utf-8")
        and not (
            layout["turned"] == "transposed"
            and layout["levels"] in ("class_rows", "first_column")
        )
        and not (layout["turned"] == "transposed" and layout["around"] == "narrative")
        and not (
            layout["target"] == "with_actual" and layout["around"] == "period_beside"
        )
        and not (
            layout["target"] == "with_actual" and layout["fields"] == "targets_only"
        )
        and not (
            layout["turned"] == "transposed"
            and layout["rows"] in ("subtotals", "repeated_heads", "fillers")
        )
    )


def alone() -> Iterator[Layout]:
    """The plain layout, then each with one choice that is not plain."""
    yield PLAIN
    for name, choices in DIMENSIONS.items():
        for choice in choices[1:]:
            layout = {**PLAIN, name: choice}
            if is_possible(layout):
                yield layout


def pairs() -> Iterator[Layout]:
    """Each two choices that are not plain, once."""
    for (one, ones), (other, others) in combinations(DIMENSIONS.items(), 2):
        for first in ones[1:]:
            for second in others[1:]:
                layout = {**PLAIN, one: first, other: second}
                if is_possible(layout):
                    yield layout


def drawn(random: Random, carriers: tuple[str, ...] = DIMENSIONS["carrier"]) -> Layout:
    """A layout at random: each dimension is plain as often as not.

    Args:
        random: The source of chance.
        carriers: The carriers that it may have.
    """
    while True:
        layout = {
            name: choices[0] if random.random() < 0.5 else random.choice(choices)
            for name, choices in DIMENSIONS.items()
        } | {"carrier": random.choice(carriers)}
        if is_possible(layout):
            return layout


def told(layout: Layout) -> str:
    """What is not plain about a layout: ``carrier=docx money=pairs``."""
    odd = (
        f"{name}={choice}" for name, choice in layout.items() if choice != PLAIN[name]
    )
    return " ".join(odd) or "plain"
