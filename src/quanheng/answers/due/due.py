"""The words of deadlines that all formats share (到期清单用语)."""

from datetime import date, datetime
from typing import Final

from quanheng.answers.rules.citations import citation_text
from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain
from quanheng.law.book import LawBook
from quanheng.registers.kinds import kinds
from quanheng.tasks.evidence.list_due import DueList
from quanheng.watch.clocks.due import Due, State

NOBODY: Final = Words("（未写明承办单位）", "(no body named)")
STATES: Final = {
    State.LATE: Words("逾期", "late"),
    State.SOON: Words("即将到期", "due soon"),
    State.RUNNING: Words("未到期", "running"),
}
_OWN: Final = Words("本单位或任务规定的期限", "a deadline of its own")
_UNITS: Final = {
    "hours": Words("小时", " hours"),
    "days": Words("天", " days"),
    "working_days": Words("个工作日", " working days"),
    "months": Words("个月", " months"),
    "percent": Words("%", "%"),
}
_TODAY: Final = Words("今日到期", "today")
_MINUTES: Final = 60


def moment_text(moment: date) -> str:
    """A day, or a moment to the minute."""
    if isinstance(moment, datetime):
        return f"{moment:%Y-%m-%d %H:%M}"
    return moment.isoformat()


def entry_text(due: Due, lang: str) -> str:
    """The register entry with the deadline: 信访台账第12行 X-3."""
    title = kinds()[due.register].title
    place = Words(f"{title.zh}第{due.row}行", f"{title.en} row {due.row}")
    return f"{place.text(lang)} {due.about}".rstrip()


def limit_text(due: Due, book: LawBook, lang: str) -> str:
    """The time limit with its source: 60天《信访工作条例》（尚未核对原文）."""
    if due.limit is None:
        return _OWN.text(lang)
    unit = _UNITS[due.limit.unit].text(lang)
    cited = citation_text(due.limit.cite, book, lang)
    return f"{plain(due.limit.number)}{unit}  {cited}"


def left_text(due: Due, listed: DueList, lang: str) -> str:
    """How much time is left, or how late it is."""
    late = listed.state(due) is State.LATE
    days = abs(due.days_left(listed.now))
    if isinstance(due.by, datetime) and days <= 1:
        minutes = int(abs((due.by - listed.now).total_seconds())) // _MINUTES
        hours, rest = divmod(minutes, _MINUTES)
        spell = Words(f"{hours}小时{rest}分", f"{hours} h {rest} min")
    elif not days:
        return _TODAY.text(lang)
    else:
        spell = Words(f"{days}天", f"{days} days" if days > 1 else "1 day")
    if late:
        return Words(f"逾期{spell.zh}", f"{spell.en} late").text(lang)
    return Words(f"距到期{spell.zh}", f"{spell.en} left").text(lang)
