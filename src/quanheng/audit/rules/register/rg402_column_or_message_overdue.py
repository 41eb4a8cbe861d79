from collections.abc import Iterator, Sequence
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.channels import (
    CHANNELS,
    NO_PERIOD,
    POSTS,
    gaps_by_channel,
    rows_of,
)
from quanheng.audit.facts.evidence.registers import (
    NO_EVIDENCE,
    OR_BLANK,
    last_day,
    no_entries,
    overdue,
    place_of,
    question,
    register_of,
    rows_about,
)
from quanheng.audit.rule import (
    Answer,
    Hit,
    Insufficient,
    Need,
    Severity,
    insufficient,
    rule,
)
from quanheng.core.bilingual import Words, day_in_words
from quanheng.core.computed.measured import rows_in_words
from quanheng.core.days import months_after
from quanheng.core.quantity import plain
from quanheng.evidence.measures.base.entries import Entries
from quanheng.registers.kinds import kinds
from quanheng.registers.register import Register

MESSAGES: Final = "messages"
ROWS: Final = "words.update_rows"
POLICY_MONTHS: Final = "website.policy_idle_months"
STATISTICS_MONTHS: Final = "website.statistics_idle_months"
REPLY_MONTHS: Final = "website.reply_months"
_TERMS: Final = {"政策文件": POLICY_MONTHS, "办事统计": STATISTICS_MONTHS}


@rule(
    code="RG402",
    name="column-or-message-overdue",
    title=Words("政策栏目未更新或留言超期", "Policy column or message overdue"),
    message=Words(
        "{channel}“{column}”栏目{first}至{last}未更新，超过{months}个月"
        "（信息发布台账{rows}）",
        "the column “{column}” of {channel} stood without update from {first} to "
        "{last}, more than {months} months (posts, {rows})",
    ),
    variants={
        "message": Words(
            "留言办理台账有{count}条留言未在{months}个月内答复（{rows}）",
            "{count} messages were answered after more than {months} months or not at "
            "all (messages, {rows})",
        ),
    },
    severity=Severity.WARNING,
    basis=(
        ("国办秘函〔2019〕19号", "更新时限"),
        ("国办秘函〔2019〕19号", "留言答复时限"),
    ),
    law=(ROWS, POLICY_MONTHS, STATISTICS_MONTHS, REPLY_MONTHS),
    needs=Need.REGISTER,
    registers=(
        POSTS,
        CHANNELS,
        MESSAGES,
    ),
)
def column_or_message_overdue(dossier: Dossier) -> Iterator[Answer]:
    """A policy column was idle, or a message was answered late (留言).

    Why it matters:
        Such columns and messages fail the inspection of a website.

    What it leaves alone:
        Columns that state that there is nothing new; messages that need no answer;
        suspended and closed columns.
    """
    posts, messages = register_of(dossier, POSTS), register_of(dossier, MESSAGES)
    if posts is None and messages is None:
        yield no_entries(dossier, POSTS)
        return
    place = place_of(dossier, rows_about(dossier, POSTS, dossier.law.words(ROWS)))
    if posts is not None:
        if (dossier.evidence or NO_EVIDENCE).period is None:
            yield NO_PERIOD
        for says in _idle_columns(dossier, posts):
            yield Hit.on(place, says)
    for name, register in ((POSTS, posts), (MESSAGES, messages)):
        if register is None:
            yield _not_checked(name)
    late = _late_messages(dossier) if messages is not None else ()
    if late:
        yield Hit.on(
            place,
            {
                "count": len(late),
                "months": plain(dossier.law.number(REPLY_MONTHS)),
                "rows": rows_in_words(late),
            },
            variant="message",
        )


def _not_checked(name: str) -> Insufficient:
    """The answer for the part of a register without entries."""
    title = kinds()[name].title
    return insufficient(
        f"{title.zh}无记录，相应内容未核对",
        f"{title.en.lower()} have no entries: that part was not checked",
    )


def _idle_columns(dossier: Dossier, posts: Register) -> Iterator[dict[str, object]]:
    for channel, stretches in gaps_by_channel(dossier, posts).items():
        term = _TERMS.get(channel.column_kind or "")
        if term is None or channel.says_nothing_new:
            continue
        months = int(dossier.law.number(term))
        over = [g for g in stretches if g.last > months_after(g.first, months)]
        if over:
            longest = max(over, key=lambda gap: gap.days)
            yield {
                "channel": channel.channel,
                "column": channel.name,
                "first": day_in_words(longest.first),
                "last": day_in_words(longest.last),
                "months": months,
                "rows": rows_in_words(rows_of(over)),
            }


def _late_messages(dossier: Dossier) -> Sequence[int]:
    ask = question(
        dossier,
        MESSAGES,
        "on_time_rate",
        "replied_on",
        where={"needs_reply": ("是", OR_BLANK)},
        options={
            "since": "received_on",
            "limit": str(dossier.law.number(REPLY_MONTHS)),
            "in": "months",
        },
    )
    return overdue(ask, Entries(ask, by_day=False), last_day(dossier))
