import re
from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    UNKNOWN_YEAR,
    Answer,
    Hit,
    Severity,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.field import Field
from quanheng.language.patterns.document_numbers import (
    CitedTitle,
    titles_in,
    whole_number,
)
from quanheng.language.words import any_of

RETROACTIVE = "words.retroactive"

_PERIOD: Final = re.compile(r"(20\d{2})\s*年?\s*[—–\-~～至到]+\s*(20\d{2})\s*年?")


@rule(
    code="LB104",
    name="basis-out-of-period",
    title=Words(
        "依据文件晚于评价年度或期限已过",
        "Basis later than the year, or already run out",
    ),
    message=Words(
        "所引依据《{title}》为{when}年文件，晚于评价年度（{year}年），应核对",
        "the basis 《{title}》 is of {when}, later than the year {year} evaluated",
    ),
    variants={
        "run out": Words(
            "所引依据《{title}》的期限至{when}年，早于评价年度（{year}年），"
            "应补充现行依据",
            "the basis 《{title}》 ran until {when}; the year evaluated is {year}",
        )
    },
    severity=Severity.WARNING,
    basis=(("practice", "一般做法"),),
    law=(RETROACTIVE,),
)
def basis_out_of_period(dossier: Dossier) -> Iterator[Answer]:
    """A basis (立项依据) was issued after the evaluation year, or had expired by then.

    Why it matters:
        Nobody can have acted on a document that did not exist yet or had expired.

    What it leaves alone:
        Documents cited outside the basis; allocations and settlements after the fact; a
        period continued by a later basis; final payments. A report without evaluation
        year answers "insufficient data".
    """
    project = dossier.project
    basis = project.overview.basis
    cited = tuple(titles_in(basis.raw)) if basis else ()
    if basis is None or not cited:
        yield not_applicable("未引用依据文件", "no basis is cited")
        return
    year = project.evaluation_year
    if year is None:
        yield UNKNOWN_YEAR
        return
    if any_of(dossier.law.words(RETROACTIVE), basis.raw):
        return
    for each in cited:
        issued = _issued(each)
        if issued is not None and issued > year:
            yield _hit(basis, each, issued, year)
    newest = max((_issued(each) or 0 for each in cited), default=0)
    for each in cited:
        period = _PERIOD.search(each.title)
        if period and max(int(period[2]), newest) < year:
            yield _hit(basis, each, int(period[2]), year, "run out")


def _hit(
    basis: Field, cited: CitedTitle, when: int, year: int, variant: str = ""
) -> Hit:
    says = {"title": cited.title, "when": when, "year": year}
    return Hit.on(basis, says, variant=variant)


def _issued(cited: CitedTitle) -> int | None:
    """The newest year of the numbers behind a title."""
    numbers = [number for note in cited.notes if (number := whole_number(note))]
    return max((int(number.year) for number in numbers), default=None)
