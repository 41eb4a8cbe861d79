"""Messages of the public and their replies (留言时限)."""

from collections.abc import Iterator
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.registers.register import Register
from quanheng.watch.clocks.due import Due, Unwatched
from quanheng.watch.clocks.entry import entries_of
from quanheng.watch.clocks.watch import Task, Watch

REPLY_MONTHS: Final = "website.reply_months"
_REPLY: Final = Words("答复留言", "reply to the message")


def message_clocks(register: Register, watch: Watch) -> Iterator[Due | Unwatched]:
    """The messages that wait for a reply."""
    for entry in entries_of(register, watch.now):
        start = entry.moment("received_on")
        waits = start is not None and not entry.moment("replied_on")
        if start is not None and waits and entry.value("needs_reply") is not False:
            about = entry.text("number", "topic")
            task = Task(_REPLY, entry.text("replied_by"), about)
            yield watch.clock(entry, task, start, REPLY_MONTHS)
