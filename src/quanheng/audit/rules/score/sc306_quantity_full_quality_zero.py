from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import Field, text_of
from quanheng.core.indicator import LevelTwo
from quanheng.core.quantity import plain
from quanheng.language.patterns.figures import has_date
from quanheng.language.words import any_of, longest_first, pairs, stretches
from quanheng.scoring.claims import Claim

NOT_ACCEPTED: Final = "words.not_accepted"
LATER: Final = "words.deadlines"
FILLER: Final = ("words.measure_nouns", "words.generic")
_QUALITY: Final = ("质量", "验收", "合格")


@rule(
    code="SC306",
    name="quantity-full-quality-zero",
    title=Words("数量满分而质量零分", "Quantity full while quality is zero"),
    message=Words(
        "“{quantity}”得满分{weight}分，同一事项的“{quality}”得0分，应核对数量",
        "“{quantity}” has all {weight} points, and “{quality}” of the same thing none",
    ),
    variants={
        "unaccepted": Words(
            "“{quantity}”得满分{weight}分，同一事项的“{quality}”写明“{text}”，"
            "应核对数量",
            "“{quantity}” has all {weight} points, and “{quality}” of the same thing "
            "says “{text}”",
        ),
    },
    severity=Severity.WARNING,
    basis=(("practice", "自评复核中的常见问题"),),
    law=(NOT_ACCEPTED, LATER, *FILLER),
)
def quantity_full_quality_zero(dossier: Dossier) -> Iterator[Answer]:
    """A quantity has full marks although its quality failed (数量与质量).

    Why it matters:
        What was not accepted was not delivered, and can't be counted yet.

    What it leaves alone:
        Rows about different things; a quality that is measured later, by a date in
        its row.
    """
    full = [c for c in dossier.claims if c.is_full and _is_in(c, LevelTwo.QUANTITY)]
    quality = [c for c in dossier.claims if _is_quality(c)]
    if not full or not quality:
        yield not_applicable(
            "无满分的数量指标或质量指标", "no full row of quantity, or no quality"
        )
        return
    filler = longest_first(tuple(w for n in FILLER for w in dossier.law.words(n)))
    found = [
        (claim, text)
        for claim in quality
        if ((text := _unaccepted(dossier, claim)) or claim.stated == 0)
        and not _is_later(dossier, claim)
    ]
    objects = [(claim, _object(claim, filler)) for claim in full if found]
    for failed, text in found:
        own = _object(failed, filler)
        for counted, named in objects:
            if own & named:
                yield _hit(counted, failed, text)
                break


def _hit(counted: Claim, failed: Claim, text: str) -> Hit:
    return Hit.on(
        failed.cell,
        {
            "quantity": counted.reading.indicator.title,
            "weight": plain(counted.weight),
            "quality": failed.reading.indicator.title,
            "text": text,
        },
        also=(counted.at,),
        variant="unaccepted" if text else "",
    )


def _is_in(claim: Claim, category: LevelTwo) -> bool:
    return claim.reading.indicator.level_two is category


def _is_quality(claim: Claim) -> bool:
    title = claim.reading.indicator.title
    return _is_in(claim, LevelTwo.QUALITY) or any_of(_QUALITY, title)


def _cells(claim: Claim) -> tuple[Field | None, ...]:
    row = claim.reading.indicator
    return row.actual, row.reason


def _unaccepted(dossier: Dossier, claim: Claim) -> str:
    """The cell that says that acceptance failed, empty without one."""
    words = dossier.law.words(NOT_ACCEPTED)
    texts = map(text_of, _cells(claim))
    return next((text for text in texts if any_of(words, text)), "")


def _is_later(dossier: Dossier, claim: Claim) -> bool:
    reason = text_of(claim.reading.indicator.reason)
    return has_date(reason) or any_of(dossier.law.words(LATER), reason)


def _object(claim: Claim, filler: tuple[str, ...]) -> frozenset[str]:
    """The pairs of signs that name what a row is about."""
    parts = stretches(claim.reading.indicator.title, filler)
    return frozenset(pair for part in parts for pair in pairs(part))
