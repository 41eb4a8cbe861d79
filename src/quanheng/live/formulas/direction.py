"""Whether more is better, by the words of a name, in a formula (指标方向公式)."""

from typing import Final

from quanheng.law.book import Law
from quanheng.live.formulas.expressions import cases, holds_any
from quanheng.live.formulas.hidden_cells import Aid, Aids
from quanheng.scoring.direction import PAID_STANDARDS, REDUCING_WORDS

_LONGEST_NAME: Final = 60
_POSITIONS: Final = "COLUMN($A$1:$BH$1)"
"""1 to 60, lying across the words so that every pair is compared at once."""


def last_word(name: str, words: str) -> str:
    """100 × the end of a name's last word + its length, 0 where it holds none."""
    found = f"MID({name},{_POSITIONS},LEN({words}))={words}"
    worth = f"({_POSITIONS}+LEN({words})-1)*100+LEN({words})"
    return f"SUMPRODUCT(MAX(({found})*({worth})))"


def before_word(name: str, word: str) -> str:
    """What stands before the word that :func:`last_word` found."""
    return f"LEFT({name},MAX(INT({word}/100)-MOD({word},100),0))"


def direction(name: str, level2: str, aids: Aids, law: Law) -> str:
    """1 for positive, -1 for negative, 0 for unknown.

    The last telling word of the name decides, of two that end together the longer; a
    name without any follows its category.

    Args:
        name: The name of the indicator.
        level2: Its level-two category.
        aids: The hidden cells of the row.
        law: The words in force.
    """
    good, bad = aids[Aid.GOOD_WORD], aids[Aid.BAD_WORD]
    reduces = holds_any(aids[Aid.BEFORE_WORD], law.words(REDUCING_WORDS))
    return cases(
        (f"LEN({name})>{_LONGEST_NAME}", "0"),
        (f"{good}>{bad}", "1"),
        (f"{bad}>{good}", f"IF({reduces},0,-1)"),
        otherwise=_by_category(name, level2, law),
    )


def _by_category(name: str, level2: str, law: Law) -> str:
    paid = holds_any(name, law.words(PAID_STANDARDS))
    return cases(
        (holds_any(level2, ("预算", "执行", "资金", "满意", "数量", "质量")), "1"),
        (holds_any(level2, ("时效", "进度", "及时")), "0"),
        (holds_any(level2, ("成本",)), f"IF({paid},0,-1)"),
        otherwise="0",
    )
