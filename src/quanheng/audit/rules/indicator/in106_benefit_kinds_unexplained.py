from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    NO_BENEFIT_INDICATORS,
    UNREADABLE_CATEGORY,
    Answer,
    Hit,
    Severity,
    rule,
)
from quanheng.core.bilingual import Words, listed
from quanheng.core.indicator import PARENT, LevelOne, LevelTwo
from quanheng.language.clauses import sentences
from quanheng.language.words import any_of

NOT_APPLICABLE = "words.not_applicable"
FEWEST = "self_evaluation.min_benefit_kinds"
KINDS = tuple(two for two in LevelTwo if PARENT[two] is LevelOne.BENEFIT)


@rule(
    code="IN106",
    name="benefit-kinds-unexplained",
    title=Words("效益指标类别不全且未说明", "Benefit kinds left out without a note"),
    message=Words(
        "效益指标仅有{found}，未说明不设其余类别的原因，应补充",
        "the benefit indicators hold {found} only; nothing says why the other kinds "
        "are left out",
    ),
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(NOT_APPLICABLE, FEWEST),
    judges_whole=True,
)
def benefit_kinds_unexplained(dossier: Dossier) -> Iterator[Answer]:
    """Only one kind of benefit is evaluated, with no word on the others (效益类别).

    Why it matters:
        Readers can't tell a project without economic effect from one whose effect was
        not examined.

    What it leaves alone:
        Two kinds or more, rows marked 不涉及 included; a sentence of the text, the
        goals or a reason that says why a kind is left out.
    """
    rows = [r for r in dossier.project.indicators if r.level_one is LevelOne.BENEFIT]
    if not rows:
        yield NO_BENEFIT_INDICATORS
        return
    if any(row.level_two is None for row in rows):
        yield UNREADABLE_CATEGORY
        return
    found = [kind for kind in KINDS if any(row.level_two is kind for row in rows)]
    if len(found) >= dossier.law.number(FEWEST) or _is_explained(dossier):
        return
    label = rows[0].level1 or rows[0].name
    yield Hit.on(label, {"found": listed(kind.words for kind in found)})


def _is_explained(dossier: Dossier) -> bool:
    notes = dossier.law.words(NOT_APPLICABLE)
    return any(
        any_of(KINDS, sentence) and any_of(notes, sentence)
        for text in dossier.project.prose()
        for sentence in sentences(text.raw)
    )
