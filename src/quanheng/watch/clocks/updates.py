"""Updates of accounts and of columns of websites (更新时限)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.registers.register import Register
from quanheng.watch.clocks.due import Due, Unwatched
from quanheng.watch.clocks.entry import Entry, entries_of
from quanheng.watch.clocks.limit import Limit
from quanheng.watch.clocks.watch import Task, Watch

_WEBSITE: Final = "网站"
_POLICY: Final = "政策文件"
_ACCOUNT_LIMIT: Final = "new_media.max_idle_days"
_COLUMN_LIMITS: Final = {
    "动态要闻": "website.news_idle_days",
    _POLICY: "website.policy_idle_months",
    "办事统计": "website.statistics_idle_months",
}
_POST: Final = Words("更新", "update")
_NEVER: Final = Words(
    "无发布记录，也未填开通日期，不计时", "no post and no day of opening: no clock"
)
_Channel = tuple[str, str]


def update_clocks(
    channels: Register | None, posts: Register | None, watch: Watch
) -> Iterator[Due | Unwatched]:
    """When each account and each column has to be updated next.

    Without a register of channels the posts say which there are.
    """
    published = list(entries_of(posts, watch.now)) if posts else []
    last = _last_posts(published)
    if channels is not None:
        kept: Iterable[Entry] = entries_of(channels, watch.now)
    else:
        kept = {_channel(entry): entry for entry in published}.values()
    for entry in kept:
        if not _rests(entry):
            yield from _next_update(entry, last, watch)


def _last_posts(posts: Iterable[Entry]) -> Mapping[_Channel, date]:
    last: dict[_Channel, date] = {}
    for entry in posts:
        if day := entry.moment("posted_on"):
            channel, column = entry.text("channel"), entry.text("column")
            for place in {(channel, column), (channel, "")}:
                last[place] = max(day, last.get(place, day))
    return last


def _channel(entry: Entry) -> _Channel:
    """A column of a website stands for itself, an account for all it posts."""
    on_website = entry.value("channel_kind") == _WEBSITE
    return entry.text("channel"), entry.text("column") if on_website else ""


def _rests(entry: Entry) -> bool:
    if entry.moment("closed_on"):
        return True
    paused, resumed = entry.moment("suspended_on"), entry.moment("resumed_on")
    return paused is not None and (resumed is None or resumed < paused)


def _next_update(
    entry: Entry, last: Mapping[_Channel, date], watch: Watch
) -> Iterator[Due | Unwatched]:
    parameter, own = _parameter(entry), entry.value("update_days")
    if not parameter and own is None:
        return
    place = _channel(entry)
    days = (last.get(place), entry.moment("resumed_on"), entry.moment("opened_on"))
    known = [day for day in days if day is not None]
    if not known:
        yield Unwatched(entry.register, entry.row, _NEVER)
        return
    start = max(known)
    limit = watch.limit(parameter, start) if parameter else None
    by, limit = _earlier(start, limit, own)
    if by is not None:
        task = Task(_POST, about=" ".join(filter(None, place)))
        yield watch.due(entry, task, by, start, limit)


def _parameter(entry: Entry) -> str:
    """The limit of the law for what kind of channel it is, empty for none."""
    kind = entry.value("channel_kind")
    if kind != _WEBSITE:
        return _ACCOUNT_LIMIT if kind else ""
    column = entry.value("column_kind")
    if column == _POLICY and entry.value("no_new_documents") is True:
        return ""
    return _COLUMN_LIMITS.get(column, "")


def _earlier(
    start: date, limit: Limit | None, own: int | None
) -> tuple[date | None, Limit | None]:
    """The stricter of the law and of the body's own rule."""
    by = limit.end(start) if limit else None
    if own is None:
        return by, limit
    own_by = start + timedelta(days=own)
    return (by, limit) if by is not None and by <= own_by else (own_by, None)
