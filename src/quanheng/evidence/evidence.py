"""The evidence for one project's figures (佐证与台账)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import Computed
from quanheng.evidence.completeness import ANY_KIND, Completeness, rows_in_doubt
from quanheng.evidence.proof import Proof
from quanheng.registers.register import Register


@dataclass(frozen=True)
class Evidence:
    """Registers, computed values and proofs of one project (台账与佐证).

    Attributes:
        registers: Name of a kind → the register.
        period: First and last day that count: the evaluation year unless the project
            says otherwise; None where the year is unknown.
        indicators: Position of an indicator row → what was computed for it.
        money: What was computed for cells of the budget table.
        proofs: The files of the folder, each once.
        completeness: Which registers are closed, which files could not be read.
        unseen: Proof files that could not be inspected, and why.
    """

    registers: Mapping[str, Register] = field(default_factory=dict)
    period: tuple[date, date] | None = None
    indicators: Mapping[int, Computed] = field(default_factory=dict)
    money: tuple[Computed, ...] = ()
    proofs: Sequence[Proof] = ()
    completeness: Completeness = field(default_factory=Completeness)
    unseen: Sequence[Words] = ()

    def doubts(self, name: str) -> Iterator[Words]:
        """Why a register may be incomplete.

        For a register without entries, only unread rows and files count.
        """
        register = self.registers.get(name)
        if register is not None and len(register):
            yield from self.completeness.doubts(name)
            yield from rows_in_doubt(register)
        else:
            yield from self.unread(name)

    def unread(self, name: str) -> Iterator[Words]:
        """The unread rows and files of a register without entries."""
        register = self.registers.get(name)
        if register is not None:
            yield from rows_in_doubt(register)
        yield from self.completeness.unread(name)
        if files := self.completeness.unread_files.get(ANY_KIND, ()):
            yield Words(
                f"文件未能读取，无法确定所属台账：{'、'.join(files)}",
                f"files of an unknown register can't be read: {', '.join(files)}",
            )
