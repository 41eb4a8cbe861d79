from collections.abc import Iterator, Sequence

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    Answer,
    Edit,
    Fixing,
    Hit,
    Severity,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words, listed
from quanheng.core.field import filled
from quanheng.scoring.total import bare_grade, grades_of, standard_grade

NAMES = "self_evaluation.grade_names"


@rule(
    code="SC202",
    name="grade-term-irregular",
    title=Words("评价等级用词不规范", "Grade term not in the list"),
    message=Words(
        "评价等级“{stated}”用词不规范，应为“{right}”（等级分为{names}）",
        "the grade reads “{stated}”; the listed words are {names}: “{right}”",
    ),
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "第十八条"),),
    law=(NAMES, "self_evaluation.grade_bounds", "words.grade_synonyms"),
    fixing=Fixing.SAFE,
)
def grade_term_irregular(dossier: Dossier) -> Iterator[Answer]:
    """The grade is a synonym of a listed word, such as 优秀 for 优 (评级用词).

    Why it matters:
        Grades are counted and compared by their word.

    What it leaves alone:
        优秀 as praise elsewhere in the text; a word on the list in force in the
        region. Where the grade does not match the total either, SC201 names the right
        one and no fix is offered here.
    """
    project, law = dossier.project, dossier.law
    if project.grade is None or not filled(project.grade):
        yield not_applicable("未填写评价等级", "there is no grade")
        return
    stated = bare_grade(project.grade.raw)
    right = standard_grade(stated, law)
    if right is None or _is_listed(stated, dossier):
        return
    total = project.total.number if project.total else None
    fits = total is None or right in grades_of(total, law)
    yield Hit.on(
        project.grade,
        {"stated": stated, "names": listed(law.words(NAMES)), "right": right},
        edits=(Edit.on(project.grade, right, safe=True),) if fits else (),
    )


def _is_listed(word: str, dossier: Dossier) -> bool:
    """Whether the word is on some version of the list that may apply."""
    return any(
        isinstance(version.value, Sequence) and word in version.value
        for version in dossier.law.versions(NAMES)
    )
