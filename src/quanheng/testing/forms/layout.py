"""How a form may be laid out: dimensions, and layouts drawn from them (版式)."""

from collections.abc import Iterator, Mapping
from itertools import combinations
from random import Random
from types import MappingProxyType
from typing import Final, TypeAlias

Layout: TypeAlias = Mapping[str, str]
"""The choice in each dimension."""

_CHOICES: Final = {
    "carrier": "html docx xlsx pdf pdf_low_rows text_bars text_open_bars "
    "text_wide_bars text_drawn text_commas text_tabs text_spaces text_lines "
    "text_markdown text_glued",
    "encoding": "utf-8 gb18030 utf-16",
    "script": "simplified traditional pinyin odd_signs",
    "purpose": "self_evaluation declaration monitoring department transfer",
    "heads": "usual synonym shortened composed broken hinted unknown mixed",
    "caption": "lines annex in_table unit_line form_code",
    "project": "pairs rows in_cell lines title columns one_line many",
    "around": "form narrative signed execution_row more_pairs spending more_text "
    "tasks plan signature_lines",
    "frame": "one_grid own_tables section_titles page_break",
    "money": "rows columns pairs below_heads with_units unit_beside matrix levels "
    "further department no_points plain_rate total_last with_reason formulas received "
    "pairs_beside pairs_received side_by_side down sources_only in_cells in_one_cell "
    "joined wide period_beside none",
    "goals": "beside under lines none numbered corner period_and_annual adjusted "
    "annual_only stacked",
    "levels": "merged repeated class_rows in_name two one points points_beside "
    "first_column four both_weights typed numbered_names",
    "classes": "usual own bare typed",
    "target": "joined three_cells unit_apart with_actual sign_apart value_first "
    "unit_first spanning under_one_head",
    "signs": "usual ascii words coded none",
    "stacked": "no levels results broken headless",
    "periods": "one beside blocks below",
    "order": "usual weight_first score_last target_last actual_first shuffled",
    "fields": "all no_reason no_weight no_score targets_only completion points_head",
    "extra": "none number explanation standard source reviews several",
    "turned": "upright transposed",
    "rows": "plain fillers subtotals footnotes repeated_heads news decoy",
    "sum": "row row_right none sentence row_grade head top line",
    "forms": "one two blank_beside",
    "values": "plain thousands words dashes decimals phrases",
}
DIMENSIONS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {name: tuple(choices.split()) for name, choices in _CHOICES.items()}
)
"""Each dimension with its choices; the first one is what most forms have."""

PLAIN: Final[Layout] = MappingProxyType(
    {name: choices[0] for name, choices in DIMENSIONS.items()}
)
TRUE_GRIDS: Final = ("html", "docx", "xlsx", "pdf")
"""Carriers that keep the cells apart, blank ones too."""

_TURNED: Final = {"turned": "transposed"}
_HEADLESS: Final = {"stacked": "headless"}
_DUMPS: Final = " ".join(c for c in DIMENSIONS["carrier"] if c.startswith("text_"))
_CLASH: Final = (
    # A head of two rows, a row between indicators or a second table can't lie on
    # its side.
    (_TURNED, {"levels": "class_rows first_column in_name"}),
    (_TURNED, {"around": "narrative"}),
    (_TURNED, {"rows": "subtotals repeated_heads fillers"}),
    (_TURNED, {"stacked": "levels results broken"}),
    (_TURNED, {"target": "spanning under_one_head"}),
    (_TURNED, {"periods": "blocks below"}),
    (_TURNED, {"frame": "page_break"}),
    (_TURNED, {"sum": "top"}),
    # Target and actual in one cell leave no room for another target or for none.
    ({"target": "with_actual"}, {"periods": "beside blocks below"}),
    ({"target": "with_actual"}, {"fields": "targets_only points_head"}),
    ({"target": "with_actual"}, {"purpose": "declaration"}),
    ({"target": "with_actual spanning under_one_head"}, {"stacked": "results"}),
    ({"target": "spanning under_one_head"}, {"order": "shuffled"}),
    ({"stacked": "levels"}, {"levels": "one in_name class_rows first_column two"}),
    ({"stacked": "results broken"}, {"order": "shuffled target_last actual_first"}),
    ({"stacked": "results"}, {"fields": "targets_only no_score completion"}),
    ({"stacked": "levels results broken"}, {"levels": "first_column"}),
    ({"stacked": "levels results broken"}, {"periods": "blocks below"}),
    ({"stacked": "levels results broken"}, {"target": "spanning under_one_head"}),
    # Without a head only the usual columns can be told, and those of true grids.
    (_HEADLESS, {"carrier": _DUMPS}),
    (_HEADLESS, {"levels": "two one points_beside first_column four both_weights"}),
    (_HEADLESS, {"levels": "typed"}),
    (_HEADLESS, {"target": "three_cells unit_apart with_actual sign_apart"}),
    (_HEADLESS, {"target": "value_first unit_first spanning under_one_head"}),
    (_HEADLESS, {"extra": "number explanation standard source reviews several"}),
    (_HEADLESS, {"periods": "beside blocks below"}),
    (_HEADLESS, {"order": "score_last target_last actual_first shuffled"}),
    (_HEADLESS, {"fields": "points_head"}),
    (_HEADLESS, {"rows": "repeated_heads"}),
    (_HEADLESS, {"purpose": "monitoring"}),
    (_HEADLESS, _TURNED),
    # Two sets of indicators side by side have a level, a name and a value each.
    ({"periods": "blocks"}, {"levels": "class_rows in_name one two points_beside"}),
    ({"periods": "blocks"}, {"levels": "first_column four both_weights typed"}),
    ({"periods": "blocks"}, {"target": "three_cells sign_apart unit_apart"}),
    ({"periods": "blocks"}, {"target": "value_first unit_first spanning"}),
    ({"periods": "blocks"}, {"target": "under_one_head"}),
    ({"periods": "blocks"}, {"rows": "subtotals fillers repeated_heads"}),
    ({"periods": "blocks"}, {"around": "execution_row"}),
    ({"periods": "blocks below"}, {"frame": "page_break"}),
    ({"periods": "blocks below"}, {"extra": "number several"}),
    ({"frame": "page_break"}, {"levels": "first_column class_rows in_name"}),
    ({"purpose": "department"}, {"project": "title"}),
    # A declaration tells no results.
    ({"purpose": "declaration"}, {"sum": "head sentence line row_grade top"}),
    ({"purpose": "declaration"}, {"goals": "stacked adjusted"}),
    ({"purpose": "declaration"}, {"around": "execution_row"}),
    ({"purpose": "declaration"}, {"stacked": "results"}),
)
"""Choices that do not go together: each of the first with each of the second."""


def is_possible(layout: Layout) -> bool:
    """Whether choices go together; a dump of lines can't be transposed, for one."""
    carrier = layout["carrier"]
    encodes = carrier.startswith("text_") or carrier == "html"
    return (
        (carrier in TRUE_GRIDS or layout["turned"] == "upright")
        and (encodes or layout["encoding"] == "utf-8")
        and not any(_has(layout, a) and _has(layout, b) for a, b in _CLASH)
    )


def _has(layout: Layout, choices: Mapping[str, str]) -> bool:
    return all(layout[name] in some.split() for name, some in choices.items())


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
