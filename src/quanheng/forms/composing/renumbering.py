"""Headings counted anew where two outlines meet (标题重新编号)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quanheng.document.blocks import Block, Heading
from quanheng.language.patterns.heading_numbers import heading_number


def renumbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, every numbered heading counted on from the one before it.

    A report that is printed in another layout keeps its own chapters and gets some of
    that layout: each outline counted by itself. A title begins the count anew.
    """
    reached: dict[int, int] = {}
    for block in blocks:
        if not isinstance(block, Heading):
            yield block
            continue
        reached = {level: n for level, n in reached.items() if level <= block.level}
        number = heading_number(block.text)
        if block.level == 0 or number is None:
            yield block
            continue
        reached[block.level] = reached.get(block.level, 0) + 1
        yield replace(block, text=number.renumbered(block.text, reached[block.level]))
