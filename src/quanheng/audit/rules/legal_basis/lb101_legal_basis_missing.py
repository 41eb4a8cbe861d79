import re
from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import Field, filled, text_of
from quanheng.core.report import Overview
from quanheng.language.patterns.document_numbers import numbers_in, titles_in
from quanheng.language.words import any_of

MEETINGS = "words.meetings"
GENERAL_BASIS = "words.general_basis"

_DATE: Final = re.compile(
    r"\d{4}\s*年|\d{1,2}\s*月|第?[〇零一二三四五六七八九十百\d]+次"
)


@rule(
    code="LB101",
    name="legal-basis-missing",
    title=Words("立项依据缺失或未列明文件", "Legal basis missing or names no document"),
    message=Words(
        "立项依据未列明文件名称或文号，应补充依据文件",
        "the legal basis names no document by title or number",
    ),
    variants={
        "absent": Words(
            "项目概况未写明立项依据，应补充",
            "the account of the project has no legal basis",
        )
    },
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "第六条"), ("财预〔2020〕10号", "第十三条")),
    law=(MEETINGS, GENERAL_BASIS),
    judges_whole=True,
)
def legal_basis_missing(dossier: Dossier) -> Iterator[Answer]:
    """The project's legal basis (立项依据) is missing, or names no document.

    Why it matters:
        Money may only be spent on what an authority decided.

    What it leaves alone:
        Layouts without that paragraph; a document named elsewhere in the overview;
        minutes of a meeting with its date; laws and general policies without 《》.
    """
    overview = dossier.project.overview
    paragraphs = _paragraphs(overview)
    if len([part for part in paragraphs if part]) < 2:
        yield not_applicable(
            "表式未设项目概况各段", "the layout has no account of the project"
        )
        return
    basis = overview.basis
    if _names_policy(text_of(basis), dossier) or any(
        _names_document(text_of(part)) for part in paragraphs
    ):
        return
    if basis is not None and filled(basis):
        yield Hit.on(basis)
        return
    place = basis or overview.summary or next(part for part in paragraphs if part)
    yield Hit.on(place, variant="absent")


def _paragraphs(overview: Overview) -> tuple[Field | None, ...]:
    return (
        overview.basis,
        overview.summary,
        overview.necessity,
        overview.safeguards,
        overview.plan,
    )


def _names_document(text: str) -> bool:
    return any(titles_in(text)) or any(numbers_in(text))


def _names_policy(text: str, dossier: Dossier) -> bool:
    """Whether a text names a law without 《》, or minutes of a meeting with a date."""
    if any_of(dossier.law.words(MEETINGS), text) and _DATE.search(text):
        return True
    return any_of(dossier.law.words(GENERAL_BASIS), text)
