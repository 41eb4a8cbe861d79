from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.channels import (
    CHANNELS,
    NO_PERIOD,
    POSTS,
    Channel,
    Gap,
    gaps_by_channel,
    rows_of,
)
from quanheng.audit.facts.evidence.recomputed import is_contradicted
from quanheng.audit.facts.evidence.registers import (
    NO_EVIDENCE,
    no_entries,
    place_of,
    register_of,
    rows_about,
)
from quanheng.audit.facts.texts.project_account import goals_text, overview_text
from quanheng.audit.rule import Answer, Hit, Need, Severity, rule
from quanheng.core.bilingual import Words, day_in_words, listed
from quanheng.core.computed.measured import rows_in_words
from quanheng.core.indicator import Indicator
from quanheng.core.quantity import plain
from quanheng.evidence.bindings.limits import TOLERANCES
from quanheng.language.words import any_of
from quanheng.scoring.claims import is_full

ROWS: Final = "words.update_rows"
ACCOUNT_DAYS: Final = "new_media.max_idle_days"
NEWS_DAYS: Final = "website.news_idle_days"
COLUMNS: Final = "website.idle_columns"
_NEWS: Final = "动态要闻"


@rule(
    code="RG401",
    name="account-or-site-idle",
    title=Words("新媒体或网站更新超期", "Account or site idle"),
    message=Words(
        "{channel}有{count}次超过{limit}天未更新，最长{days}天：{first}至{last}"
        "（信息发布台账{rows}）",
        "{channel} had {count} gap(s) of more than {limit} days between updates, the "
        "longest of {days} days: {first} to {last} (posts, {rows})",
    ),
    variants={
        "site": Words(
            "{channel}有{count}个动态要闻栏目超过{limit}天未更新：{columns}"
            "（信息发布台账{rows}）",
            "{count} news columns of {channel} stood without update for more than "
            "{limit} days: {columns} (posts, {rows})",
        ),
    },
    severity=Severity.WARNING,
    basis=(("国办秘函〔2019〕19号", "更新时限"),),
    law=(ROWS, ACCOUNT_DAYS, NEWS_DAYS, COLUMNS, *TOLERANCES),
    needs=Need.REGISTER,
    registers=(
        POSTS,
        CHANNELS,
    ),
)
def account_or_site_idle(dossier: Dossier) -> Iterator[Answer]:
    """An account or a site's news was idle although updates are claimed (更新).

    Why it matters:
        Such an account or site fails the inspection by the State Council's office.

    What it leaves alone:
        Suspended and closed channels, where the register says so; gaps outside the
        period; a report that admits the fault; rows reported by EV204. Without an
        indicator or a plan for updates the finding is info.
    """
    posts = register_of(dossier, POSTS)
    if posts is None:
        yield no_entries(dossier, POSTS)
        return
    if (dossier.evidence or NO_EVIDENCE).period is None:
        yield NO_PERIOD
        return
    rows = rows_about(dossier, POSTS, dossier.law.words(ROWS))
    claimed = [row for row in rows if _is_claimed(dossier, row)]
    if rows and not claimed:
        return
    place = place_of(dossier, claimed)
    is_due = bool(claimed) or _is_planned(dossier)
    found = gaps_by_channel(dossier, posts)
    for variant, says in (*_accounts(dossier, found), *_sites(dossier, found)):
        yield Hit.on(
            place, says, severity=None if is_due else Severity.INFO, variant=variant
        )


def _is_claimed(dossier: Dossier, row: Indicator) -> bool:
    """Whether a row has full marks and no register contradicts it."""
    scores = (s for s in dossier.scorecard.rows if s.indicator is row)
    return any(map(is_full, scores)) and not is_contradicted(dossier, row)


def _is_planned(dossier: Dossier) -> bool:
    text = goals_text(dossier.project) + overview_text(dossier.project)
    return any_of(dossier.law.words(ROWS), text)


def _accounts(
    dossier: Dossier, found: Mapping[Channel, Sequence[Gap]]
) -> Iterator[tuple[str, dict[str, object]]]:
    limit = dossier.law.number(ACCOUNT_DAYS)
    for channel, stretches in found.items():
        over = [gap for gap in stretches if gap.days > limit]
        if channel.is_account and over:
            longest = max(over, key=lambda gap: gap.days)
            yield (
                "",
                {
                    "channel": channel.name,
                    "count": len(over),
                    "limit": plain(limit),
                    "days": longest.days,
                    "first": day_in_words(longest.first),
                    "last": day_in_words(longest.last),
                    "rows": rows_in_words(rows_of(over)),
                },
            )


def _sites(
    dossier: Dossier, found: Mapping[Channel, Sequence[Gap]]
) -> Iterator[tuple[str, dict[str, object]]]:
    limit = dossier.law.number(NEWS_DAYS)
    news = {
        channel: [gap for gap in stretches if gap.days > limit]
        for channel, stretches in found.items()
        if not channel.is_account and channel.column_kind == _NEWS
    }
    for site in dict.fromkeys(channel.channel for channel in news):
        idle = {c.name: over for c, over in news.items() if c.channel == site and over}
        if len(idle) >= dossier.law.number(COLUMNS):
            yield (
                "site",
                {
                    "channel": site,
                    "count": len(idle),
                    "limit": plain(limit),
                    "columns": listed(idle),
                    "rows": rows_in_words(
                        rows_of([gap for over in idle.values() for gap in over])
                    ),
                },
            )
