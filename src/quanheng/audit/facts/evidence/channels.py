"""The channels of a unit and the gaps between their updates (渠道与更新间隔)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.registers import NO_EVIDENCE, last_day, register_of
from quanheng.audit.rule import Insufficient
from quanheng.core.bilingual import Words
from quanheng.registers.register import Register

POSTS: Final = "posts"
CHANNELS: Final = "channels"
WEBSITE: Final = "网站"
NO_PERIOD: Final = Insufficient(Words("评价年度不明", "the year is unknown"))
_NAMED: Final = ("channel", "channel_kind", "column", "column_kind")
_DAYS: Final = ("opened_on", "suspended_on", "resumed_on", "closed_on")


@dataclass(frozen=True, slots=True)
class Channel:
    """An account, or a column of a website (渠道、栏目).

    Attributes:
        channel: Its name; that of the site for a column.
        kind: Its kind: 微信, 网站.
        column: The column; None for an account.
        column_kind: The purpose of the column.
        says_nothing_new: Whether the column states that there is nothing new.
        open: First and last day of each stretch of the period when it was open.
    """

    channel: str
    kind: str | None
    column: str | None
    column_kind: str | None
    says_nothing_new: bool
    open: tuple[tuple[date, date], ...]

    @property
    def is_account(self) -> bool:
        """Whether it is an account, not a column of a website."""
        return self.kind != WEBSITE

    @property
    def name(self) -> str:
        """The name of the column, or of the account."""
        return self.column or self.channel


@dataclass(frozen=True, slots=True)
class Gap:
    """The days between two updates (更新间隔).

    Attributes:
        first: Day of the earlier update, or of the opening.
        last: Day of the later update, or of the end.
        rows: The rows of those updates.
    """

    first: date
    last: date
    rows: tuple[int, ...]

    @property
    def days(self) -> int:
        """Its length in days."""
        return (self.last - self.first).days


def gaps_by_channel(dossier: Dossier, posts: Register) -> dict[Channel, list[Gap]]:
    """Each channel with the gaps between its updates while it was open.

    Without a register of channels, they are taken from the posts.
    """
    period = (dossier.evidence or NO_EVIDENCE).period
    if period is None:
        return {}
    register = register_of(dossier, CHANNELS) or posts
    whole = period[0], last_day(dossier)
    columns = map(register.column, (*_NAMED, "no_new_documents", *_DAYS))
    found = dict.fromkeys(zip(*columns, strict=True))
    updates = _updates(posts)
    return {
        channel: list(_gaps(channel, updates[channel.channel, channel.column]))
        for channel in (_channel(line, whole) for line in found)
    }


def _channel(line: tuple[Any, ...], whole: tuple[date, date]) -> Channel:
    name, kind, column, column_kind, nothing_new, *days = line
    is_column = kind == WEBSITE
    return Channel(
        channel=name,
        kind=kind,
        column=column if is_column else None,
        column_kind=column_kind if is_column else None,
        says_nothing_new=nothing_new is True,
        open=tuple(_open(whole, *days)),
    )


def _open(
    whole: tuple[date, date],
    opened: date | None,
    suspended: date | None,
    resumed: date | None,
    closed: date | None,
) -> Iterator[tuple[date, date]]:
    """The stretches of the period when a channel was neither suspended nor closed."""
    start, end = max(whole[0], opened or whole[0]), min(whole[1], closed or whole[1])
    stretches = [(start, min(end, suspended or end))]
    if suspended and resumed:
        stretches.append((max(start, resumed), end))
    yield from (stretch for stretch in stretches if stretch[0] < stretch[1])


def _gaps(channel: Channel, updates: Mapping[date, Sequence[int]]) -> Iterator[Gap]:
    for start, end in channel.open:
        within = {day for day in updates if start <= day <= end}
        for one, other in pairwise(sorted({start, end} | within)):
            rows = (*updates.get(one, ()), *updates.get(other, ()))
            yield Gap(one, other, rows)


def _updates(
    posts: Register,
) -> Mapping[tuple[str, str | None], Mapping[date, Sequence[int]]]:
    """(Channel, column or None for the whole channel) → day → rows of its posts."""
    found: dict[tuple[str, str | None], dict[date, list[int]]] = defaultdict(
        lambda: defaultdict(list)
    )
    names = ("posted_on", "channel", "column")
    lines = zip(posts.rows, *map(posts.column, names), strict=True)
    for row, day, channel, column in lines:
        for key in {(channel, None), (channel, column)}:
            found[key][day].append(row)
    return found


def rows_of(found: Sequence[Gap]) -> list[int]:
    """The rows at the ends of gaps, each once."""
    return sorted({row for gap in found for row in gap.rows})
