"""Formulas for the direction of an indicator by its name (指标方向公式)."""

from typing import Final

from quanheng.law.book import Law
from quanheng.live.formulas.expressions import cases, contains_any
from quanheng.live.formulas.helper_columns import Helper
from quanheng.live.formulas.row_references import RowReferences
from quanheng.scoring.direction import PAID_STANDARDS, REDUCING_WORDS

_LONGEST_NAME: Final = 60
_POSITIONS: Final = "COLUMN($A$1:$BH$1)"
"""1 to 60 as a row, against the words as a column: all pairs are compared at once."""


def last_word(name: str, words: str) -> str:
    """100 × end position + length of the last listed word in a name, 0 without one."""
    found = f"MID({name},{_POSITIONS},LEN({words}))={words}"
    worth = f"({_POSITIONS}+LEN({words})-1)*100+LEN({words})"
    return f"SUMPRODUCT(MAX(({found})*({worth})))"


def before_word(name: str, word: str) -> str:
    """The text before the word that :func:`last_word` found."""
    return f"LEFT({name},MAX(INT({word}/100)-MOD({word},100),0))"


def direction(row: RowReferences) -> str:
    """1 for positive, -1 for negative, 0 for unknown.

    The last word in the name that gives a direction decides, the longer of two that end
    together; without such a word the category decides.
    """
    name, law = row.cells["name"], row.law
    good, bad = row[Helper.GOOD_WORD], row[Helper.BAD_WORD]
    reduces = contains_any(row[Helper.BEFORE_WORD], law.words(REDUCING_WORDS))
    return cases(
        (f"LEN({name})>{_LONGEST_NAME}", "0"),
        (f"{good}>{bad}", "1"),
        (f"{bad}>{good}", f"IF({reduces},0,-1)"),
        otherwise=_by_category(name, row.cells["level2"], law),
    )


def _by_category(name: str, level2: str, law: Law) -> str:
    paid = contains_any(name, law.words(PAID_STANDARDS))
    return cases(
        (contains_any(level2, ("预算", "执行", "资金", "满意", "数量", "质量")), "1"),
        (contains_any(level2, ("时效", "进度", "及时")), "0"),
        (contains_any(level2, ("成本",)), f"IF({paid},0,-1)"),
        otherwise="0",
    )
