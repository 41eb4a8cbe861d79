"""The common conditions of all clocks: time, law, responsible body (计时条件)."""

from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from typing import Final

from quanheng.core.bilingual import NO_WORDS, Words
from quanheng.core.days import as_day
from quanheng.law.book import NATIONWIDE, LawBook
from quanheng.registers.masking import Mask
from quanheng.watch.clocks.due import Due, Unwatched
from quanheng.watch.clocks.entry import Entry
from quanheng.watch.clocks.limit import Limit, limit_on

_BEFORE: Final = Words(
    "早于时限规定施行之日，不计时", "from before the limit was in force: no clock"
)


@dataclass(frozen=True)
class Watch:
    """The time and the law that apply to clocks (计时条件).

    Attributes:
        now: The time in Beijing.
        book: The law of all days; the first day of a clock decides which applies.
        mask: Masks the sealed values of the registers.
        unit: The body that keeps the registers, responsible if no other is named.
        region: The region whose parameters apply.
    """

    now: datetime
    book: LawBook
    mask: Mask
    unit: str = ""
    region: str = NATIONWIDE
    _limits: dict[tuple[str, date], Limit | None] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def limit(self, name: str, day: date) -> Limit | None:
        """The limit of a name as it was on a day."""
        key = name, as_day(day)
        if key not in self._limits:
            self._limits[key] = limit_on(self.book, *key, self.region)
        return self._limits[key]

    def clock(
        self,
        entry: Entry,
        task: "Task",
        start: date,
        parameter: str,
        extension: int = 0,
    ) -> Due | Unwatched:
        """What is due when a limit of the law, with its extension in days, ends."""
        limit = self.limit(parameter, start)
        if limit is None:
            return Unwatched(entry.register, entry.row, _BEFORE)
        return self.due(entry, task, limit.end(start, extension), start, limit)

    def due(
        self,
        entry: Entry,
        task: "Task",
        by: date,
        since: date | None = None,
        limit: Limit | None = None,
    ) -> Due:
        """What is due by a day or moment."""
        named = "\n".join((entry.register, task.what.en, *entry.key))
        return Due(
            register=entry.register,
            row=entry.row,
            what=task.what,
            by=by,
            since=since,
            limit=limit,
            owner=self.mask.over(task.owner) or self.unit,
            about=self.mask.over(task.about),
            identity=sha256(named.encode()).hexdigest()[:32],
            detail=task.detail,
        )


@dataclass(frozen=True, slots=True)
class Task:
    """What has to be done, by whom, about what (待办).

    Attributes:
        what: What has to be done.
        owner: The responsible body, empty for the one that keeps the register.
        about: The entry in its own words.
        detail: The progress.
    """

    what: Words
    owner: str = ""
    about: str = ""
    detail: Words = NO_WORDS
