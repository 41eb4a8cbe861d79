"""Shared tasks with deadlines of their own (协同任务时限)."""

from collections.abc import Iterator
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.registers.register import Register
from quanheng.watch.clocks.due import Due, Unwatched
from quanheng.watch.clocks.entry import entries_of
from quanheng.watch.clocks.watch import Task, Watch

_DO: Final = Words("完成任务", "do the task")


def task_clocks(register: Register, watch: Watch) -> Iterator[Due | Unwatched]:
    """The tasks that are not done; an approved later day counts."""
    for entry in entries_of(register, watch.now):
        by = entry.value("postponed_to") or entry.value("due_on")
        if by is None or entry.moment("done_on"):
            continue
        if entry.value("assigned_on") and not entry.moment("assigned_on"):
            continue
        task = Task(_DO, entry.text("body"), entry.text("number", "task"))
        yield watch.due(entry, task, by, entry.moment("assigned_on"))
