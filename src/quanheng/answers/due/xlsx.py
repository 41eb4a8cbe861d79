"""Deadlines as a workbook to work in (督办表)."""

from typing import Final

from quanheng.answers.due.due import (
    NOBODY,
    STATES,
    entry_text,
    left_text,
    limit_text,
    moment_text,
)
from quanheng.answers.sheets import AMBER, RED, Head, sheet
from quanheng.core.bilingual import Words
from quanheng.tasks.evidence.list_due import DueList
from quanheng.watch.clocks.due import Due, State
from quanheng.writers.sheet import Entry, Tinted, write_sheets

_TITLE: Final = Words("督办表", "Due list")
_COLOURS: Final = {
    State.LATE: RED,
    State.SOON: AMBER,
}
_COLUMNS: Final = (
    Head(Words("序号", "no."), 6),
    Head(Words("承办单位", "owner"), 20),
    Head(Words("待办", "what"), 16),
    Head(Words("记录", "entry"), 28),
    Head(Words("到期", "due"), 17),
    Head(Words("状态", "state"), 10),
    Head(Words("余期", "time left"), 14),
    Head(Words("时限依据", "limit"), 34),
    Head(Words("进度", "progress"), 26),
    Head(Words("办理情况", "what was done"), 24, to_fill=True),
)


def due_xlsx(listed: DueList, lang: str) -> bytes:
    """The answer of ``evidence due --format xlsx``, with a column to fill in."""
    rows = [
        (number, *_entries(due, listed, lang))
        for number, due in enumerate(listed.due, 1)
    ]
    day = moment_text(listed.now).replace(":", "：")
    title = Words(f"{_TITLE.zh} {day}", f"{_TITLE.en} {day}")
    lists = (sheet(title, _COLUMNS, rows, lang),)
    return write_sheets(lists, _TITLE.text(lang), listed.now.date())


def _entries(due: Due, listed: DueList, lang: str) -> tuple[Entry, ...]:
    state = listed.state(due)
    return (
        due.owner or NOBODY.text(lang),
        due.what.text(lang),
        entry_text(due, lang),
        moment_text(due.by),
        Tinted(STATES[state].text(lang), *_COLOURS[state]),
        left_text(due, listed, lang),
        limit_text(due, listed.book, lang),
        due.detail.text(lang) or None,
        None,
    )
