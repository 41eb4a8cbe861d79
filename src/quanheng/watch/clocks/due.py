"""Open items with their ends (到期事项)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from quanheng.core.bilingual import NO_WORDS, Words
from quanheng.core.days import as_day
from quanheng.watch.clocks.limit import Limit


class State(StrEnum):
    """The state of an open item (时限状态)."""

    LATE = "late"
    """已逾期"""
    SOON = "soon"
    """即将到期"""
    RUNNING = "running"
    """未到期"""


@dataclass(frozen=True, slots=True)
class Due:
    """An open item (待办事项).

    Attributes:
        register: Name of the register.
        row: Row of the entry in its file.
        what: What has to be done.
        by: The last day, or the last moment of a limit in hours, in Beijing time.
        since: When the clock began; None for a deadline of its own.
        limit: The limit of the law; None if the body set the deadline itself.
        owner: The responsible body, empty if unknown.
        about: The entry in its own words; empty in a confidential register.
        identity: Permanent identity, whatever its row; reveals nothing.
        detail: The progress.
    """

    register: str
    row: int
    what: Words
    by: date
    since: date | None
    limit: Limit | None
    owner: str
    about: str
    identity: str
    detail: Words = NO_WORDS

    @property
    def day(self) -> date:
        """The last day."""
        return as_day(self.by)

    def days_left(self, now: datetime) -> int:
        """Days left, negative if late."""
        return (self.day - now.date()).days

    def state(self, now: datetime, within: int) -> State:
        """How near its end is; ``within`` days before it count as near."""
        over = self.by < now if isinstance(self.by, datetime) else self.by < now.date()
        if over:
            return State.LATE
        near = self.day <= now.date() + timedelta(days=within)
        return State.SOON if near else State.RUNNING


@dataclass(frozen=True, slots=True)
class Unwatched:
    """An entry without a clock (无法计时的记录).

    Attributes:
        register: Name of the register.
        row: Row of the entry in its file.
        reason: Why it has none.
    """

    register: str
    row: int
    reason: Words
