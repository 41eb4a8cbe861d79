"""The expression grammar of form cells (取值语法): text → typed value."""

from functools import lru_cache

from quanheng.core.expression import Expression
from quanheng.core.grammar.read import read


@lru_cache(maxsize=65536)
def read_expression(text: str, year: int | None = None) -> Expression:
    """Understand the text of a cell (取值).

    Args:
        text: The text as written.
        year: The evaluation year, which dates without a year fall in.

    Returns:
        A typed value, or a typed reason why the text is none; never a guess.
    """
    return read(text, year)
