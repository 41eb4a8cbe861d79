from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.petition_terms import (
    EXTENSION_DAYS,
    HANDLING_DAYS,
    NOTICE_DAYS,
    PETITIONS,
    ROWS,
    closing_ask,
    late_rows,
    notice_ask,
)
from quanheng.audit.facts.evidence.recomputed import is_contradicted
from quanheng.audit.facts.evidence.registers import (
    no_entries,
    place_of,
    register_of,
    rows_about,
    stated_in,
)
from quanheng.audit.rule import Answer, Hit, Need, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import rows_in_words
from quanheng.core.field import text_of
from quanheng.core.indicator import Indicator
from quanheng.core.quantity import Dimension, plain
from quanheng.evidence.bindings.limits import TOLERANCES
from quanheng.language.words import any_of

RATES: Final = "words.timely_rates"
KINDS: Final = "words.petition_rates"
ALL: Final = Decimal(100)


@rule(
    code="RG101",
    name="petition-late",
    title=Words("信访受理或办结超期", "Petition accepted or closed late"),
    message=Words(
        "“{name}”填为{stated}，"
        "但信访台账有{count}件未在{days}天内告知受理情况（{rows}）",
        "“{name}” says {stated}; for {count} petitions the word of acceptance took "
        "more than {days} days (petitions, {rows})",
    ),
    variants={
        "closing": Words(
            "“{name}”填为{stated}，"
            "但信访台账有{count}件办结超过{days}天及批准延长的期限"
            "（{rows}）",
            "“{name}” says {stated}; {count} petitions took more than {days} days and "
            "the approved extension (petitions, {rows})",
        ),
    },
    severity=Severity.WARNING,
    basis=(("《信访工作条例》", ""),),
    law=(
        ROWS,
        RATES,
        KINDS,
        NOTICE_DAYS,
        HANDLING_DAYS,
        EXTENSION_DAYS,
        *TOLERANCES,
    ),
    needs=Need.REGISTER,
    registers=(PETITIONS,),
)
def petition_late(dossier: Dossier) -> Iterator[Answer]:
    """Petitions (信访) were late, but the report says that all were in time.

    Why it matters:
        The register shows what the rate hides; a late petition violates a right.

    What it leaves alone:
        Petitions that were not accepted or were passed on; approved extensions within
        their limit; petitions from before the regulations; rates below 100%; rows
        reported by EV204.
    """
    if register_of(dossier, PETITIONS) is None:
        yield no_entries(dossier, PETITIONS)
        return
    rows = _full_rates(dossier)
    if not rows:
        yield not_applicable(
            "无填为100%的信访及时率指标", "no timely rate of petitions is 100%"
        )
        return
    kinds = dossier.law.word_groups(KINDS)
    for variant, kind, ask, term in (
        ("", "notice", notice_ask, NOTICE_DAYS),
        ("closing", "closing", closing_ask, HANDLING_DAYS),
    ):
        row = next((r for r in rows if _is_about(r, kind, kinds)), None)
        late = late_rows(dossier, ask(dossier), term) if row else ()
        if row and late:
            place = place_of(dossier, [row])
            yield Hit.on(
                place,
                {
                    "name": row.title,
                    "stated": place.raw,
                    "count": len(late),
                    "days": plain(dossier.law.number(term)),
                    "rows": rows_in_words(late),
                },
                variant=variant,
            )


def _full_rates(dossier: Dossier) -> list[Indicator]:
    """The timely rates of petitions that are stated as 100%."""
    law = dossier.law
    return [
        row
        for row in rows_about(dossier, PETITIONS, law.words(ROWS))
        if any_of(law.words(RATES), row.title)
        and stated_in(dossier, row, Dimension.RATE) == ALL
        and not is_contradicted(dossier, row)
    ]


def _is_about(row: Indicator, kind: str, kinds: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a rate is of one kind; a rate that names no kind is of both."""
    named = [k for k, words in kinds.items() if any_of(words, text_of(row.name))]
    return kind in named or not named
