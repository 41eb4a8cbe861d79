from collections.abc import Iterator
from decimal import Decimal

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    Answer,
    Edit,
    Fixing,
    Hit,
    Severity,
    insufficient,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.field import Field, filled
from quanheng.core.quantity import plain
from quanheng.scoring.total import grade_of, grades_of, standard_grade


@rule(
    code="SC201",
    name="grade-mismatch",
    title=Words("评价等级与总分不符", "Grade does not match the score"),
    message=Words(
        "总分{total}分，评价等级填为“{stated}”，应为“{right}”",
        "the total is {total} and the grade “{stated}”; it should be “{right}”",
    ),
    variants={
        "missing": Words(
            "总分{total}分，未填写评价等级，应为“{right}”",
            "the total is {total} without a grade; it should be “{right}”",
        ),
    },
    severity=Severity.ERROR,
    basis=(
        ("财预〔2020〕10号", "第十八条"),
        ("practice", "省级财政信息系统的做法"),
    ),
    law=(
        "self_evaluation.grade_bounds",
        "self_evaluation.grade_names",
        "words.grade_synonyms",
    ),
    fixing=Fixing.SAFE,
)
def grade_mismatch(dossier: Dossier) -> Iterator[Answer]:
    """The grade does not match the stated total (评级).

    Why it matters:
        The grade decides what the result is used for, from support to a cut.

    What it leaves alone:
        A synonym of the right grade, where only the word is wrong (SC202); a total
        that is itself wrong (SC104, SC203), as the grade follows the stated one; a
        grade that some version of the bounds would give; forms without a grade.
    """
    project = dossier.project
    if project.total is None or project.total.number is None:
        yield not_applicable("无总分", "there is no total")
        return
    total = project.total.number
    if project.grade is not None and filled(project.grade):
        yield from _compare(project.grade, total, dossier)
        return
    place = project.grade or project.conclusion
    if place is None:
        yield not_applicable("表中无评价等级栏", "the form asks for no grade")
        return
    says = {"total": plain(total), "right": grade_of(total, dossier.law)}
    yield Hit.on(place, says, variant="missing")


def _compare(grade: Field, total: Decimal, dossier: Dossier) -> Iterator[Answer]:
    stated = standard_grade(grade.raw, dossier.law)
    if stated is None:
        yield insufficient("评价等级用词无法识别", "the grade is no known word")
        return
    if stated in grades_of(total, dossier.law):
        return
    right = grade_of(total, dossier.law) or ""
    yield Hit.on(
        grade,
        {"total": plain(total), "stated": grade.raw, "right": right},
        edits=(Edit.on(grade, right, safe=True),),
    )
