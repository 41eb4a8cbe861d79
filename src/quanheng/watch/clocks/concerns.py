"""Public concerns: first answer, authoritative word, press conference (舆情时限)."""

from collections.abc import Iterator
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.registers.register import Register
from quanheng.watch.clocks.due import Due, Unwatched
from quanheng.watch.clocks.entry import Entry, entries_of
from quanheng.watch.clocks.watch import Task, Watch

_MAJOR: Final = ("特别重大", "重大")
_MAJOR_STEPS: Final = (
    (
        "opinion.major_hours",
        Words("发布权威信息", "give an authoritative word"),
        ("authoritative_at", "conference_at"),
    ),
    (
        "opinion.conference_hours",
        Words("举行新闻发布会", "hold a press conference"),
        ("conference_at",),
    ),
)
_OTHER_STEPS: Final = (
    (
        "opinion.other_hours",
        Words("首次回应", "answer"),
        ("answered_at", "authoritative_at", "conference_at"),
    ),
)


def concern_clocks(register: Register, watch: Watch) -> Iterator[Due | Unwatched]:
    """The clocks of public concerns, from the detection of each."""
    for entry in entries_of(register, watch.now):
        start = entry.moment("detected_at")
        if start is None or _needs_no_answer(entry):
            continue
        major = entry.value("level") in _MAJOR
        for parameter, what, done in _MAJOR_STEPS if major else _OTHER_STEPS:
            if not any(map(entry.moment, (*done, "closed_on"))):
                about = entry.text("number", "topic")
                task = Task(what, entry.text("answered_by"), about)
                yield watch.clock(entry, task, start, parameter)


def _needs_no_answer(entry: Entry) -> bool:
    return (
        entry.value("own_duty") is False
        or entry.value("duplicate_of") is not None
        or entry.value("no_response") is True
    )
