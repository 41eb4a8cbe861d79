"""What a label says of the money beside or below it (资金标签)."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from quanheng.forms.labels import LONGEST_LABEL, label_key
from quanheng.forms.recognising.judging.evidence import best, evidence
from quanheng.language.folding import folded

EXTRAS: Final = ("weight", "score", "line", "reason")
"""Columns of a table of money that hold no money."""


@dataclass(frozen=True, slots=True)
class MoneyLabel:
    """What a label may stand for (资金标签).

    Attributes:
        row: The row of money that it names best: ``annual``; empty without one.
        row_sure: How sure that is, 0 to 1.
        source: The source that it names best: ``fiscal``, or ``none`` for one that has
            no column here.
        source_sure: How sure that is.
        extra: ``weight``, ``score``, ``line``, ``reason``.
        is_other: Whether it is a label of something else.
        time: What time it says: ``year``, ``period``; empty without one.
    """

    row: str = ""
    row_sure: float = 0.0
    source: str = ""
    source_sure: float = 0.0
    extra: str = ""
    is_other: bool = False
    time: str = ""

    @property
    def is_money(self) -> bool:
        """Whether it names a row of money or a source."""
        return bool(self.row or self.source)

    @property
    def is_whole(self) -> bool:
        """Whether it names all the money to be spent, of whatever source."""
        return self.source == "total" or (self.names_row and self.row == "annual")

    @property
    def names_row(self) -> bool:
        """Whether it names a row of money rather than a source."""
        return bool(self.row) and self.row_sure >= self.source_sure

    def sure(self, group: str) -> tuple[str, float]:
        """What it means in a group of labels, and how sure that is."""
        if group == "budget_row":
            return self.row, self.row_sure
        return self.source, self.source_sure


_OF_ELSE: Final = re.compile(r"(?:名称|内容|情况|目标|指标|类[别型]|[表人]|时间|用途)$")
"""Ends of labels that hold words of money and head something else."""
_TIMES: Final = (
    ("period", re.compile("实施期|中期|长期|规划期|多年|[二三四五]年|周期|总投资")),
    ("year", re.compile(r"年度|全年|本年|当年|20\d\d年")),
)
"""Words that tell the money of a year from that of the whole period."""
NO_LABEL: Final = MoneyLabel()


@lru_cache(maxsize=16384)
def money_label(text: str) -> MoneyLabel:
    """What a label says of money, that of another thing only if it is listed."""
    exact = evidence(text).exact
    is_other = bool(exact.keys() & {"other", "head"})
    is_told = not is_other and not _OF_ELSE.search(label_key(text[:LONGEST_LABEL]))
    found = {}
    for group in ("budget_row", "budget_column"):
        told = best(group, text) if group in exact or is_told else None
        found[group] = told or ("", 0.0)
    return MoneyLabel(
        *found["budget_row"],
        *found["budget_column"],
        exact.get("budget_extra", ""),
        is_other,
        next((name for name, words in _TIMES if words.search(folded(text))), ""),
    )
