from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    Answer,
    Hit,
    Severity,
    Status,
    insufficient,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.field import text_of
from quanheng.core.report import Chapter
from quanheng.language.clauses import sentences
from quanheng.language.patterns.document_numbers import without_citations
from quanheng.language.patterns.places import Body, body_of, like_bodies
from quanheng.language.words import any_of

PARTNERS: Final = "words.partner_marks"
ZONES: Final = "words.zone_names"
_CHAPTERS: Final = (
    Chapter.PERFORMANCE,
    Chapter.ANALYSIS,
    Chapter.EXPERIENCE,
    Chapter.PROBLEMS,
    Chapter.MEASURES,
)


@rule(
    code="CS207",
    name="other-place-or-unit",
    title=Words("出现无关的地名或单位名称", "Another place or unit named"),
    message=Words(
        "正文出现“{other}”，本项目单位为“{own}”，应核对",
        "the text names “{other}”; the body of this project is “{own}”",
    ),
    severity=Severity.WARNING,
    basis=(("practice", "一般做法"),),
    law=(PARTNERS, ZONES),
    status=Status.PREVIEW,
)
def other_place_or_unit(dossier: Dossier) -> Iterator[Answer]:
    """The chapters on results name a body like the own one of another place (无关单位).

    Why it matters:
        A sister unit's name is what copying from its report leaves behind.

    What it leaves alone:
        Twinning, visits, contracts, rankings; cited titles; bodies of another level;
        bodies that chapter one names; reports whose own body has no place in its
        name, which answer "insufficient data".

    Catalogue:
        Without a gazetteer only a body of the same kind and level as the own one is
        certain to be another's.
    """
    project, law = dossier.project, dossier.law
    paragraphs = tuple(project.paragraphs(*_CHAPTERS))
    if not paragraphs:
        yield not_applicable("无绩效文字", "there is no narrative")
        return
    zones = law.words(ZONES)
    names = {text_of(field) for field in (project.department, project.unit)}
    own = [body for name in names if (body := body_of(name, zones))]
    if not own:
        yield insufficient("单位名称中无地名", "no place stands in the unit's name")
        return
    basics = "\n".join(p.raw for p in project.paragraphs(Chapter.BASICS))
    kinds = tuple(body.body for body in own)
    for paragraph in paragraphs:
        if not any_of(kinds, paragraph.raw):
            continue
        for sentence in sentences(without_citations(paragraph.raw)):
            if any_of(law.words(PARTNERS), sentence):
                continue
            for body, other in _others(sentence, own, zones, basics):
                yield Hit.on(paragraph, {"other": other.name, "own": body.name})


def _others(
    sentence: str, own: list[Body], zones: tuple[str, ...], basics: str
) -> Iterator[tuple[Body, Body]]:
    for body in own:
        for other in like_bodies(sentence, body, zones):
            if other.name not in basics:
                yield body, other
