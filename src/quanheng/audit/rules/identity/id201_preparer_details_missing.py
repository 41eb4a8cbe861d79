import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words, day_in_words, listed
from quanheng.core.expression import Deadline
from quanheng.core.field import Field, filled, text_of
from quanheng.language.words import any_of

PREPARER_LABELS = "words.preparer_labels"
INTERIM = "words.interim"
EVALUATIONS = "words.evaluations"

_TELEPHONE: Final = re.compile(
    r"(?:\+?86-?)?1[3-9]\d{9}|(?:\(?0\d{2,3}\)?-?)?[2-9]\d{6,7}(?:(?:-|转)\d{1,6})?"
)
_BLANKS: Final = re.compile(r"\s+")
_DASHES: Final = str.maketrans("—－–（）", "---()")
_NEXT_NUMBER: Final = re.compile(r"[、，,；;/]")
_MASKED: Final = re.compile(r"[*\uff0a×xX某█■]")


@rule(
    code="ID201",
    name="preparer-details-missing",
    title=Words(
        "填报人、电话或填报日期缺失或不合理", "Preparer details missing or implausible"
    ),
    message=Words(
        "未填写{names}，应补充", "not filled in, in the form's words: {names}"
    ),
    variants={
        "telephone": Words(
            "联系电话“{text}”有误，应为11位手机号码或区号加7至8位号码",
            "the telephone “{text}” is neither a mobile nor a landline number",
        ),
        "future": Words(
            "填报日期“{text}”晚于审核日期{limit}",
            "the fill date “{text}” is later than the day of the audit, {limit}",
        ),
        "early": Words(
            "填报日期“{text}”早于评价年度结束日{limit}",
            "the fill date “{text}” is before the end of the year evaluated, {limit}",
        ),
    },
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(PREPARER_LABELS, INTERIM, EVALUATIONS),
    judges_whole=True,
)
def preparer_details_missing(dossier: Dossier) -> Iterator[Answer]:
    """Preparer, telephone or date is missing or implausible (填报人、电话、填报日期).

    Why it matters:
        A reviewer's questions need a person, and the figures need a day.

    What it leaves alone:
        Cells that the form doesn't have, if it has others of the kind or comes
        without a narrative that could end with them; masked details and reports that
        are to be published; a landline without area code; a date inside the year when
        all money is spent or the report is interim. A submission that names its
        submitter comes with the workflow.
    """
    yield from _missing(dossier)
    preparer = dossier.project.preparer
    if filled(preparer.telephone) and not dossier.for_disclosure:
        yield from _telephone(preparer.telephone)
    if preparer.date is not None:
        yield from _date(preparer.date, dossier)


def _missing(dossier: Dossier) -> Iterator[Answer]:
    project = dossier.project
    preparer = project.preparer
    cells = {
        "填报人": preparer.name,
        "负责人": preparer.head,
        "联系电话": preparer.telephone,
        "填报日期": preparer.date,
    }
    if dossier.for_disclosure:
        cells = {"填报日期": preparer.date}
    printed = {name: cell for name, cell in cells.items() if cell is not None}
    if not printed and not _is_due(dossier):
        return
    empty = {name: cell for name, cell in printed.items() if not filled(cell)}
    if printed and not empty:
        return
    places = list(empty.values()) or [project.head]
    yield Hit.across(places, {"names": listed(empty or cells)})


def _is_due(dossier: Dossier) -> bool:
    """Whether a report without cells for it should still name its preparer."""
    if dossier.for_disclosure or not dossier.project.has_narrative:
        return False
    labels = dossier.law.words(PREPARER_LABELS)
    whole = "\n".join(text.raw for text in dossier.project.texts())
    return not any(f"{label}：" in whole or f"{label}:" in whole for label in labels)


def _telephone(cell: Field | None) -> Iterator[Answer]:
    if cell is None or _MASKED.search(cell.raw):
        return
    bare = _BLANKS.sub("", cell.raw).translate(_DASHES)
    if not all(_TELEPHONE.fullmatch(part) for part in _NEXT_NUMBER.split(bare)):
        yield Hit.on(cell, {"text": cell.raw}, variant="telephone")


def _date(cell: Field, dossier: Dossier) -> Iterator[Answer]:
    value = cell.value
    if not isinstance(value, Deadline):
        return
    year = dossier.project.evaluation_year
    last = date(year, 12, 31) if year else None
    if value.start > dossier.as_of:
        variant, limit = "future", dossier.as_of
    elif last and value.day < last and not _may_be_early(dossier):
        variant, limit = "early", last
    else:
        return
    says = {"text": cell.raw, "limit": day_in_words(limit)}
    yield Hit.on(cell, says, variant=variant)


def _may_be_early(dossier: Dossier) -> bool:
    budget = dossier.project.budget
    if budget is None or budget.spent is None or budget.planned is None:
        return True
    if budget.spent >= budget.planned:
        return True
    words = dossier.law.words(INTERIM)
    named = (dossier.project.title, dossier.project.name, dossier.project.year)
    return any(any_of(words, text_of(text)) for text in named) or dossier.has_sentence(
        words, dossier.law.words(EVALUATIONS)
    )
