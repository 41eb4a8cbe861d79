"""IN201 indicator-in-wrong-category (指标归类错误)."""

from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.indicator_category import MARGIN, TERMS, better_category
from quanheng.audit.rule import NO_INDICATORS, Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words


@rule(
    code="IN201",
    name="indicator-in-wrong-category",
    title=Words("指标归类错误", "Indicator in the wrong category"),
    message=Words(
        "“{name}”列在{own}下，按“{terms}”应归{best}指标",
        "“{name}” stands under {own}; by “{terms}” it belongs to {best}",
    ),
    severity=Severity.WARNING,
    basis=(("财预〔2021〕101号", ""),),
    law=(TERMS, MARGIN),
)
def indicator_in_wrong_category(dossier: Dossier) -> Iterator[Answer]:
    """A level-three indicator stands under a category that is not its own (指标归类).

    Why it matters:
        Reviewers give a row in the wrong category no points, and the points of the
        categories no longer say what they seem to.

    What it leaves alone:
        Names whose terms fit their own category nearly as well, or no category, or
        more than two; counts of what was done under benefit (IN206); days and times
        under timeliness with an upper limit, a date or a rate as target; categories
        of cost of the 2021 frame. An indicator library that says otherwise comes
        with the approved targets.

    Catalogue:
        No edit: a row can't be moved by the text of one cell.
    """
    if not dossier.project.indicators:
        yield NO_INDICATORS
        return
    for reading in dossier.readings:
        row = reading.indicator
        evidence = better_category(reading, dossier.law)
        if evidence is None:
            continue
        yield Hit(
            at=row.name.at,
            quote=row.name.raw,
            says={
                "name": row.title,
                "own": (row.level2 or row.name).raw,
                "terms": "、".join(evidence.terms[evidence.best[0]]),
                "best": "或".join(evidence.best),
            },
        )
