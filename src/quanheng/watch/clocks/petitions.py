"""Petitions: notice, closing, review and recheck (信访时限)."""

from collections.abc import Iterator
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.registers.register import Register
from quanheng.watch.clocks.due import Due, Unwatched
from quanheng.watch.clocks.entry import Entry, entries_of
from quanheng.watch.clocks.watch import Task, Watch

NOTICE_DAYS: Final = "petition.notice_days"
HANDLING_DAYS: Final = "petition.handling_days"
EXTENSION_DAYS: Final = "petition.extension_days"
REVIEW_DAYS: Final = "petition.review_days"

_PASS_ON: Final = Words("转送", "pass on")
_NOTICE: Final = Words("告知是否受理", "say whether it is accepted")
_CLOSE: Final = Words("办结", "close")
_REVIEWS: Final = {
    "review": Words("答复复查", "answer the review"),
    "recheck": Words("答复复核", "answer the recheck"),
}
_EXTENDED: Final = Words(
    "复查或复核已批准延期，台账未登记延长的天数，不计时",
    "the review was put off, for how long is not registered: no clock",
)


def petition_clocks(register: Register, watch: Watch) -> Iterator[Due | Unwatched]:
    """The clocks of petitions, without names of petitioners."""
    for entry in entries_of(register, watch.now):
        owner = entry.text("handled_by")
        yield from _acceptance(entry, watch, owner)
        yield from _closing(entry, watch, owner)
        for stage in _REVIEWS:
            yield from _review(entry, watch, owner, stage)


def _acceptance(entry: Entry, watch: Watch, owner: str) -> Iterator[Due | Unwatched]:
    start = entry.moment("registered_on")
    done = ["accepted_on", "noticed_on", "closed_on"]
    what = _NOTICE
    if entry.value("handling") == "转送":
        done, what = ["passed_on", *done], _PASS_ON
    if start is not None and not any(map(entry.moment, done)):
        yield watch.clock(entry, Task(what, owner), start, NOTICE_DAYS)


def _closing(entry: Entry, watch: Watch, owner: str) -> Iterator[Due | Unwatched]:
    """Only what was accepted has to be closed."""
    start = entry.moment("accepted_on")
    if start is None and entry.value("handling") == "受理":
        start = entry.moment("noticed_on")
    if start is None or entry.moment("closed_on"):
        return
    if entry.value("handling") in ("不予受理", "转送"):
        return
    longer = 0
    if entry.moment("extension_approved_on"):
        most = watch.limit(EXTENSION_DAYS, start)
        asked = entry.value("extension_days") or 0
        longer = min(asked, int(most.number)) if most else asked
    yield watch.clock(entry, Task(_CLOSE, owner), start, HANDLING_DAYS, longer)


def _review(
    entry: Entry, watch: Watch, owner: str, stage: str
) -> Iterator[Due | Unwatched]:
    start = entry.moment(f"{stage}_requested_on")
    if start is None or entry.moment(f"{stage}_answered_on"):
        return
    if entry.value(f"{stage}_accepted") is False:
        return
    if entry.moment(f"{stage}_extended_on"):
        yield Unwatched(entry.register, entry.row, _EXTENDED)
        return
    yield watch.clock(entry, Task(_REVIEWS[stage], owner), start, REVIEW_DAYS)
