"""Whether registers are complete: closed, every row and file read (台账是否完整)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from quanheng.core.bilingual import SERIES, Words, joined
from quanheng.core.computed.measured import rows_in_words
from quanheng.registers.kinds import kinds
from quanheng.registers.register import Register

ANY_KIND: Final = ""
"""The key of files whose kind of register is unknown."""


@dataclass(frozen=True)
class Completeness:
    """Which registers are closed and which files are unread (完整情况).

    Attributes:
        closed: Names of the registers marked as closed for the period; an open one is
            preliminary.
        unread_files: Name of a kind → its files that could not be read.
    """

    closed: frozenset[str] = frozenset()
    unread_files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def doubts(self, name: str) -> Iterator[Words]:
        """Why a register may be incomplete, its rows aside."""
        title = kinds()[name].title
        if name not in self.closed:
            yield Words(
                f"{title.zh}未标明登记完毕（closed）",
                f"{title.en.lower()} are not marked as closed",
            )
        yield from self.unread(name)

    def unread(self, name: str) -> Iterator[Words]:
        """The files of a register that could not be read."""
        if files := self.unread_files.get(name, ()):
            title, listed = kinds()[name].title, "、".join(files)
            yield Words(
                f"{title.zh}的文件未能读取：{listed}",
                f"files of {title.en.lower()} could not be read: {', '.join(files)}",
            )


def unread_rows(register: Register) -> list[int]:
    """The rows that may be entries but can't be read, repetitions left out."""
    return [refused.row for refused in register.refused if not refused.repeats]


def rows_in_doubt(register: Register) -> Iterator[Words]:
    """The rows of a register that can't be read, with its title."""
    if rows := unread_rows(register):
        title, listed = register.kind.title, rows_in_words(rows)
        yield Words(
            f"{title.zh}{listed.zh}未能读入",
            f"{title.en.lower()} {listed.en} could not be read",
        )


def unread_in_words(registers: Sequence[Register]) -> Words:
    """The rows of some registers that can't be read: 第3行、问卷答案第5行.

    The first register is the one of the value itself and goes without its title.
    """
    parts: list[Words] = []
    for at, register in enumerate(registers):
        if rows := unread_rows(register):
            listed, title = rows_in_words(rows), register.kind.title
            named = Words(f"{title.zh}{listed.zh}", f"{title.en.lower()} {listed.en}")
            parts.append(named if at else listed)
    return joined(parts, SERIES)
