"""Replies to messages of the public, and shared tasks (留言、协同任务时限)."""

from collections.abc import Iterator
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.registers.register import Register
from quanheng.watch.clocks.due import Due, Unwatched
from quanheng.watch.clocks.entry import entries_of
from quanheng.watch.clocks.watch import Task, Watch

REPLY_MONTHS: Final = "website.reply_months"
_REPLY: Final = Words("答复留言", "reply to the message")
_DO: Final = Words("完成任务", "do the task")


def message_clocks(register: Register, watch: Watch) -> Iterator[Due | Unwatched]:
    """The messages that wait for a reply."""
    for entry in entries_of(register, watch.now):
        start = entry.moment("received_on")
        waits = start is not None and not entry.moment("replied_on")
        if start is not None and waits and entry.value("needs_reply") is not False:
            about = entry.text("number", "topic")
            task = Task(_REPLY, entry.text("replied_by"), about)
            yield watch.clock(entry, task, start, REPLY_MONTHS)


def task_clocks(register: Register, watch: Watch) -> Iterator[Due | Unwatched]:
    """The tasks that are not done, due by their own or an approved later deadline."""
    for entry in entries_of(register, watch.now):
        by = entry.value("postponed_to") or entry.value("due_on")
        if by is None or entry.moment("done_on"):
            continue
        if entry.value("assigned_on") and not entry.moment("assigned_on"):
            continue
        task = Task(_DO, entry.text("body"), entry.text("number", "task"))
        yield watch.due(entry, task, by, entry.moment("assigned_on"))
