"""Deadlines as text, by the body that owes them (到期清单)."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from quanheng.answers.due.due import (
    NOBODY,
    entry_text,
    left_text,
    limit_text,
    moment_text,
)
from quanheng.core.bilingual import Words
from quanheng.registers.kinds import kinds
from quanheng.tasks.evidence.list_due import DueList
from quanheng.watch.clocks.due import Due

_NOT_READ: Final = Words("未读取：", "not read: ")


def due_text(listed: DueList, lang: str) -> str:
    """The answer of ``evidence due --format text``: a paragraph for each body."""
    owners: defaultdict[str, list[Due]] = defaultdict(list)
    for due in listed.due:
        owners[due.owner or NOBODY.text(lang)].append(due)
    lines: list[str] = []
    for owner, dues in owners.items():
        lines.append(owner)
        for due in dues:
            lines += _lines(due, listed, lang)
        lines.append("")
    lines.append(_summary(listed, lang))
    lines += _left_aside(listed, lang)
    return "\n".join(lines)


def _lines(due: Due, listed: DueList, lang: str) -> Iterator[str]:
    left, what = left_text(due, listed, lang), due.what.text(lang)
    yield f"  {left}  {moment_text(due.by)}  {what}  {entry_text(due, lang)}"
    limit = limit_text(due, listed.book, lang)
    if due.since is not None:
        since = moment_text(due.since)
        limit += Words(f"，自 {since} 起", f", from {since}").text(lang)
    yield f"      {limit}"
    if detail := due.detail.text(lang):
        yield f"      {detail}"


def _summary(listed: DueList, lang: str) -> str:
    late = listed.late
    soon = len(listed.due) - late
    now = moment_text(listed.now)
    said = Words(
        f"截至 {now}：逾期{late}项，{listed.within}天内到期{soon}项，"
        f"其余在办{listed.running}项",
        f"on {now}: {late} late, {soon} due within {listed.within} days, "
        f"{listed.running} open with more time",
    )
    return said.text(lang)


def _left_aside(listed: DueList, lang: str) -> Iterator[str]:
    reasons = Counter((one.register, one.reason) for one in listed.unwatched)
    for (register, reason), number in reasons.items():
        title = kinds()[register].title
        said = Words(
            f"{title.zh}{number}条：{reason.zh}",
            f"no clock: {number} of {title.en.lower()}: {reason.en}",
        )
        yield said.text(lang)
    for left in listed.not_read:
        yield f"{_NOT_READ.text(lang)}{left.file}  {left.reason.text(lang)}"
