"""All clocks of an evidence folder, in the order of their ends (时限总表)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time

from quanheng.registers.register import Register
from quanheng.watch.clocks.concerns import concern_clocks
from quanheng.watch.clocks.due import Due, Unwatched
from quanheng.watch.clocks.messages_and_tasks import message_clocks, task_clocks
from quanheng.watch.clocks.petitions import petition_clocks
from quanheng.watch.clocks.purchases import purchase_clocks
from quanheng.watch.clocks.updates import update_clocks
from quanheng.watch.clocks.watch import Watch

_CLOCKS = {
    "petitions": petition_clocks,
    "concerns": concern_clocks,
    "messages": message_clocks,
    "purchases": purchase_clocks,
    "tasks": task_clocks,
}


@dataclass(frozen=True, slots=True)
class Clocks:
    """What is not done yet, and what no clock can be set on (时限).

    Attributes:
        due: What is not done, the first to end first.
        unwatched: Entries without a clock.
    """

    due: tuple[Due, ...]
    unwatched: tuple[Unwatched, ...]


def clocks_of(registers: Mapping[str, Register], watch: Watch) -> Clocks:
    """The clocks that run on the entries of registers, given by kind."""
    found = list(_found(registers, watch))
    due = (one for one in found if isinstance(one, Due))
    return Clocks(
        tuple(sorted(due, key=_order)),
        tuple(one for one in found if isinstance(one, Unwatched)),
    )


def _found(
    registers: Mapping[str, Register], watch: Watch
) -> Iterator[Due | Unwatched]:
    for name, clocks in _CLOCKS.items():
        if name in registers:
            yield from clocks(registers[name], watch)
    if registers.keys() & {"channels", "posts"}:
        yield from update_clocks(
            registers.get("channels"), registers.get("posts"), watch
        )


def _order(due: Due) -> tuple[datetime, str, int]:
    end = due.by if isinstance(due.by, datetime) else datetime.combine(due.by, time.max)
    return end, due.register, due.row
