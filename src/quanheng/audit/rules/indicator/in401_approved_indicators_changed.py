from collections.abc import Iterator, Sequence
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Need, Severity, not_applicable, rule
from quanheng.comparing.counterparts import (
    NAME_SIMILARITY,
    Counterpart,
    besides_execution,
    renamed,
)
from quanheng.core.bilingual import Words, listed
from quanheng.core.field import filled
from quanheng.core.indicator import Indicator
from quanheng.law.book import Law
from quanheng.scoring.reading import RowReading

DEFAULT_COST: Final = "self_evaluation.default_cost_score_cap"
SKIPS_EMPTIED: Final = "self_evaluation.skip_emptied_rows"
_SHOWN: Final = 3


@rule(
    code="IN401",
    name="approved-indicators-changed",
    title=Words(
        "自评指标与批复指标不一致", "Indicators dropped or added after approval"
    ),
    message=Words(
        "批复的{count}项指标未列入自评（{names}），应补充",
        "{count} approved indicators are not in the self-evaluation: {names}",
    ),
    variants={
        "added": Words(
            "自评列有批复以外的{count}项指标（{names}），应核对",
            "{count} indicators were not approved: {names}",
        ),
        "renamed": Words(
            "指标名称为“{name}”，批复为“{approved}”，应以批复为准",
            "the indicator is named “{name}”; “{approved}” was approved",
        ),
    },
    severity=Severity.ERROR,
    basis=(("财预〔2020〕10号", "第十三条"),),
    law=(NAME_SIMILARITY, DEFAULT_COST, SKIPS_EMPTIED),
    needs=Need.APPROVED_TARGETS,
    judges_whole=True,
)
def approved_indicators_changed(dossier: Dossier) -> Iterator[Answer]:
    """Indicators were dropped or added after the approval (指标与批复不一致).

    Why it matters:
        The evaluation is to use the indicators that were fixed with the budget; one
        that failed disappears when the rows are chosen afterwards.

    What it leaves alone:
        Budget execution; the default cost row, and approved rows without a target, in
        regions whose rules provide for them. A slightly changed name is info, a row
        under another name a warning. Recorded adjustments come with the workflow.

    Catalogue:
        All dropped rows are one finding and all added ones another, as a set of rows is
        chosen as a whole; no edit can add a row. Names are alike from
        self_evaluation.name_similarity on, as elsewhere.
    """
    readings = dossier.approved.scorecard.readings if dossier.approved else ()
    approved = besides_execution(readings)
    if not approved or not dossier.project.indicators:
        yield not_applicable(
            "批复或自评表无指标", "approval or report has no indicator"
        )
        return
    dropped, added = _dropped(dossier, approved), _added(dossier)
    pairs = renamed(added, dropped)
    paired = {id(row) for pair in pairs for row in (pair.row, pair.other)}
    if missing := [row for row in dropped if id(row) not in paired]:
        yield Hit(at=dossier.project.table_at, says=_named(missing))
    if unapproved := [row for row in added if id(row) not in paired]:
        cells = [row.indicator.name for row in unapproved]
        yield Hit.across(cells, _named(unapproved), variant="added")
    yield from _renamed((*dossier.approved_rows, *pairs), dossier.law)


def _dropped(dossier: Dossier, approved: list[RowReading]) -> list[RowReading]:
    evaluated = {id(pair.other) for pair in dossier.approved_rows}
    skips = dossier.law.value(SKIPS_EMPTIED) is True
    return [
        row
        for row in approved
        if id(row) not in evaluated and not (skips and not filled(row.indicator.target))
    ]


def _added(dossier: Dossier) -> list[RowReading]:
    known = {id(pair.row) for pair in dossier.approved_rows}
    return [
        row
        for row in besides_execution(dossier.readings)
        if id(row) not in known and not _is_default_cost(row.indicator, dossier.law)
    ]


def _renamed(pairs: Sequence[Counterpart], law: Law) -> Iterator[Hit]:
    """The rows whose names were changed; a slight change is info."""
    slight = law.number(NAME_SIMILARITY)
    for pair in pairs:
        row, other = pair.row.indicator, pair.other.indicator
        if pair.likeness < 1:
            is_slight = pair.likeness >= slight
            yield Hit.on(
                row.name,
                {"name": row.title, "approved": other.title},
                severity=Severity.INFO if is_slight else Severity.WARNING,
                variant="renamed",
            )


def _is_default_cost(row: Indicator, law: Law) -> bool:
    return row.is_cost and law.value(DEFAULT_COST) is not None


def _named(rows: Sequence[RowReading]) -> dict[str, object]:
    names = listed(f"“{row.indicator.title}”" for row in rows[:_SHOWN])
    if len(rows) > _SHOWN:
        names = Words(f"{names.zh}等", f"{names.en}, …")
    return {"count": len(rows), "names": names}
