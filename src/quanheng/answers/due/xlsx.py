"""What is due as a workbook to work in (督办表)."""

from typing import Final

from quanheng.answers.due.due import (
    NOBODY,
    STATES,
    entry_text,
    left_text,
    limit_text,
    moment_text,
)
from quanheng.core.bilingual import Words
from quanheng.tasks.evidence.list_due import DueList
from quanheng.watch.clocks.due import Due, State
from quanheng.writers.sheet import Column, Entry, Sheet, Tinted, write_sheets

_TITLE: Final = Words("督办表", "Due list")
_COLOURS: Final = {
    State.LATE: ("#8E1B12", "#FDECEA"),
    State.SOON: ("#704600", "#FFF4DC"),
}
_COLUMNS: Final = (
    (Words("序号", "no."), 6),
    (Words("承办单位", "owner"), 20),
    (Words("待办", "what"), 16),
    (Words("记录", "entry"), 28),
    (Words("到期", "due"), 17),
    (Words("状态", "state"), 10),
    (Words("余期", "time left"), 14),
    (Words("时限依据", "limit"), 34),
    (Words("进度", "progress"), 26),
)
_TO_FILL: Final = Words("办理情况", "what was done")


def due_xlsx(listed: DueList, lang: str) -> bytes:
    """The list with a column for what was done."""
    columns = tuple(Column(words.text(lang), width) for words, width in _COLUMNS)
    to_fill = Column(_TO_FILL.text(lang), 24, to_fill=True)
    rows = [
        (number, *_entries(due, listed, lang))
        for number, due in enumerate(listed.due, 1)
    ]
    title = f"{_TITLE.text(lang)} {moment_text(listed.now)}".replace(":", "：")
    return write_sheets(
        (Sheet(title, (*columns, to_fill), rows),), _TITLE.text(lang), listed.now.date()
    )


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
