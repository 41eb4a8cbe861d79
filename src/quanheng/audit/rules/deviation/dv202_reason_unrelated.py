from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.indicators.losses import NO_DEVIATION, Loss, losses
from quanheng.audit.rule import Answer, Hit, Severity, Status, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import text_of
from quanheng.core.indicator import Indicator
from quanheng.language.words import longest_first, stretches

FILLER: Final = "words.measure_nouns"
_SHORTEST: Final = 8
_TELLING: Final = 2


@rule(
    code="DV202",
    name="reason-unrelated",
    title=Words("偏差原因与指标无关", "Reason unrelated to the indicator"),
    message=Words(
        "“{name}”的偏差原因所述为“{other}”，应说明本指标的偏差原因",
        "the reason of “{name}” speaks of “{other}”; it should tell of its own row",
    ),
    severity=Severity.INFO,
    basis=(("practice", "自评表审核中的常见问题"),),
    law=(
        "self_evaluation.score_tolerance",
        NO_DEVIATION,
        FILLER,
        "words.topics",
        "words.generic",
    ),
    status=Status.PREVIEW,
    needs_indicators=True,
)
def reason_unrelated(dossier: Dossier) -> Iterator[Answer]:
    """A deviation reason is about another row of the table (原因与指标无关).

    Why it matters:
        A reason that slipped by a row, or was copied, explains nothing.

    What it leaves alone:
        Reasons that share a topic or a pair of characters with their own row, other
        than those of the project's name; reasons that name no other row in full; the
        execution rate, which any late work lowers; short cells (DV201).
    """
    lost = [
        loss
        for loss in losses(dossier.scorecard.rows, dossier.law)
        if not loss.indicator.is_execution and len(loss.reason) >= _SHORTEST
    ]
    foreign = [loss for loss in lost if not _is_own(dossier, loss)]
    names = _names(dossier) if foreign else ()
    for loss in foreign:
        other = _named(loss, names)
        if other:
            yield Hit.on(
                loss.cell,
                {"name": loss.indicator.title, "other": other.title},
                also=(other.at,),
            )


def _is_own(dossier: Dossier, loss: Loss) -> bool:
    row = loss.indicator
    own = "，".join((row.title, text_of(row.level2), text_of(row.target)))
    name = text_of(dossier.project.name)
    return dossier.subjects.singles_out(own, loss.reason, name)


def _names(dossier: Dossier) -> tuple[tuple[Indicator, list[str]], ...]:
    """The rows with the distinctive parts of their names."""
    law = dossier.law
    filler = longest_first(law.words(FILLER) + law.words("words.generic"))
    named = (
        (row, [part for part in stretches(row.title, filler) if len(part) > 1])
        for row in dossier.project.indicators
        if not row.is_execution
    )
    return tuple((row, parts) for row, parts in named if len("".join(parts)) > _TELLING)


def _named(
    loss: Loss, names: tuple[tuple[Indicator, list[str]], ...]
) -> Indicator | None:
    """The other row whose whole name the reason holds."""
    return next(
        (
            row
            for row, parts in names
            if row is not loss.indicator and all(p in loss.reason for p in parts)
        ),
        None,
    )
