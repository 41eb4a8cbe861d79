from collections.abc import Iterator, Sequence

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.indicators.approval import is_category_approved
from quanheng.audit.facts.indicators.indicator_category import (
    AVERAGES,
    MARGIN,
    TERMS,
    better_category,
    categories_in,
)
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.comparing.counterparts import NAME_SIMILARITY
from quanheng.core.bilingual import Words, listed
from quanheng.core.indicator import category_words


@rule(
    code="IN201",
    name="indicator-in-wrong-category",
    title=Words("指标归类有误", "Indicator in the wrong category"),
    message=Words(
        "“{name}”列在“{own}”下，根据“{terms}”应归入{best}指标",
        "“{name}” stands under “{own}”; by “{terms}” it belongs to {best}",
    ),
    variants={
        "approved": Words(
            "批复将“{name}”列在“{own}”下，根据“{terms}”应归入{best}指标，建议报请批复部门调整",
            "“{name}” was approved under “{own}”; by “{terms}” it belongs to {best}; a "
            "matter for the approver",
        )
    },
    severity=Severity.WARNING,
    basis=(("财预〔2021〕101号", ""),),
    law=(TERMS, MARGIN, AVERAGES, NAME_SIMILARITY),
    needs_indicators=True,
)
def indicator_in_wrong_category(dossier: Dossier) -> Iterator[Answer]:
    """A level-three indicator is under a category that is not its own (指标归类).

    Why it matters:
        Reviewers give a row in the wrong category no points, and the points of the
        categories mean something else than they seem to.

    What it leaves alone:
        Names whose terms fit their own category nearly as well, or no category, or
        more than two; counts of what was done under benefit (IN206); days and times
        under timeliness with an upper limit, a date or a rate as target; averages
        (人均就餐面积) under quality, where they are a standard; cost categories of the
        2021 framework. An approved category is info, addressed to the approver.

    Catalogue:
        No edit: a row can't be moved by the text of one cell.
    """
    categories = categories_in(dossier.law)
    for reading in dossier.readings:
        row = reading.indicator
        evidence = better_category(reading, categories, dossier.law)
        if evidence is None:
            continue
        approved = is_category_approved(dossier, row)
        yield Hit.on(
            row.name,
            {
                "name": row.title,
                "own": (row.level2 or row.name).raw,
                "terms": listed(evidence.terms[evidence.best[0]]),
                "best": _either(evidence.best),
            },
            severity=Severity.INFO if approved else None,
            variant="approved" if approved else "",
        )


def _either(stems: Sequence[str]) -> Words:
    names = [category_words(stem) for stem in stems]
    return Words("或".join(n.zh for n in names), " or ".join(n.en for n in names))
