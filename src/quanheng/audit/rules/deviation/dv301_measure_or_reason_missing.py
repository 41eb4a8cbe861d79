from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.indicators.losses import (
    NO_DEVIATION,
    Loss,
    is_explained_elsewhere,
    losses,
)
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import text_of
from quanheng.core.quantity import plain
from quanheng.core.report import Chapter, Project
from quanheng.language.patterns.figures import years
from quanheng.language.phrases.reasons import (
    has_measure,
    is_empty_reason,
    only_measures,
)
from quanheng.language.words import any_of, longest_first

CAUSES: Final = "words.cause"
LACKS: Final = "words.lack_marks"
MEASURES: Final = ("words.measure_marks", "words.follow_up_marks")
EMPTY: Final = ("words.empty_reasons", "words.empty_measures", "words.generic")
NO_FOLLOW_UP: Final = ("words.saved_cost", "words.one_off", "words.references")
_ASKED: Final = ("原因", "措施")
_LATER: Final = (Chapter.PROBLEMS, Chapter.MEASURES)


@rule(
    code="DV301",
    name="measure-or-reason-missing",
    title=Words(
        "偏差原因与改进措施未同时填写", "Reason without measure, or the reverse"
    ),
    message=Words(
        "“{name}”扣{lost}分，仅填写偏差原因，未填写改进措施，应补充",
        "“{name}” lost {lost} points; it gives a reason and no measure",
    ),
    variants={
        "cause": Words(
            "“{name}”扣{lost}分，仅填写改进措施，未填写偏差原因，应补充",
            "“{name}” lost {lost} points; it gives a measure and no reason",
        )
    },
    severity=Severity.INFO,
    basis=(("财预〔2020〕10号", "附1 自评表"),),
    law=(
        "self_evaluation.score_tolerance",
        NO_DEVIATION,
        CAUSES,
        LACKS,
        *MEASURES,
        *EMPTY,
        *NO_FOLLOW_UP,
        "words.topics",
    ),
)
def measure_or_reason_missing(dossier: Dossier) -> Iterator[Answer]:
    """The column asks for reason and measure, and a cell gives one (原因与措施).

    Why it matters:
        The column asks for both, since a cause without a measure comes back.

    What it leaves alone:
        Heads that ask for one; empty words (DV201); money saved in a tender and
        projects of one year, which need no follow-up; a reason or a measure that the
        chapter on problems or on measures gives for this row.
    """
    if not _asks_for_both(dossier.project):
        yield not_applicable(
            "表头未同时要求填写原因和措施", "the head does not ask for both"
        )
        return
    law = dossier.law
    lost = [loss for loss in losses(dossier.scorecard.rows, law) if loss.reason]
    if not lost:
        return
    empty = longest_first(tuple(w for name in EMPTY for w in law.words(name)))
    words = _Marks(
        measures=tuple(word for name in MEASURES for word in law.words(name)),
        lacks=law.words(LACKS),
        causes=law.words(CAUSES) + law.words(LACKS),
        none_due=tuple(word for name in NO_FOLLOW_UP for word in law.words(name)),
    )
    for loss in lost:
        missing = _missing(dossier, loss, words)
        if missing is not None and not is_empty_reason(loss.reason, empty):
            yield Hit.on(
                loss.cell,
                {"name": loss.indicator.title, "lost": plain(loss.lost)},
                variant=missing,
            )


@dataclass(frozen=True, slots=True)
class _Marks:
    """The words that mark measures, shortcomings and causes."""

    measures: tuple[str, ...]
    lacks: tuple[str, ...]
    causes: tuple[str, ...]
    none_due: tuple[str, ...]


def _asks_for_both(project: Project) -> bool:
    label = project.table.labels.get("reason") if project.table else None
    return all(word in text_of(label) for word in _ASKED)


def _missing(dossier: Dossier, loss: Loss, words: _Marks) -> str | None:
    """The variant: empty without a measure, ``cause`` without a reason, else None."""
    title = loss.indicator.title
    if any_of(words.none_due, loss.reason):
        return None
    has = has_measure(loss.reason, words.measures, words.lacks)
    if not has and not _is_planned(dossier, loss):
        told = is_explained_elsewhere(dossier, title, words.measures, _LATER)
        return None if told else ""
    if only_measures(loss.reason, dossier.law.words(MEASURES[0]), words.causes):
        told = is_explained_elsewhere(dossier, title, words.causes, _LATER)
        return None if told else "cause"
    return None


def _is_planned(dossier: Dossier, loss: Loss) -> bool:
    """Whether the reason names a year after that of the report."""
    year = dossier.project.evaluation_year
    return year is not None and any(named > year for named in years(loss.reason))
