"""Results of reading a cell other than a value (取值结果)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from quanheng.core.bilingual import Words
from quanheng.language.patterns.personal_numbers import masked, personal_numbers

_LONGEST_QUOTE: Final = 20


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a cell can't be read (不能取值的原因)."""

    reason: Words


@dataclass(frozen=True, slots=True)
class Warned:
    """A value with a warning (带提示的取值)."""

    value: Any
    warning: Words


SAMPLE: Final = Problem(Words("示例行，不计入", "a sample row, not counted"))
"""The row is an example of the template, not an entry."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Conditions for reading all cells of a file (读取条件).

    Attributes:
        card_words: Words for a bank account.
        confidential: Whether reasons must not quote cells.
        epoch: Day 0 of the serial days of a workbook; None for a text file, whose
            numbers are never days.
        surnames: Family names, the long ones first.
        body_endings: Endings of the names of bodies.
    """

    card_words: Collection[str]
    confidential: bool = False
    epoch: datetime | None = None
    surnames: tuple[str, ...] = ()
    body_endings: tuple[str, ...] = ()

    @property
    def is_text_file(self) -> bool:
        """Whether it is a csv file, in which a formula is only text."""
        return self.epoch is None

    def quoted(self, text: str) -> str:
        """A text for quoting in a reason: personal numbers masked, cut short."""
        if self.confidential:
            return "…"
        shown = masked(text, personal_numbers(text, self.card_words))
        shown = " ".join(shown.split())
        return f"{shown[:_LONGEST_QUOTE]}…" if len(shown) > _LONGEST_QUOTE else shown
