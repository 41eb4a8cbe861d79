import re
from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    Answer,
    Edit,
    Fixing,
    Hit,
    Need,
    Severity,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.field import Field, filled
from quanheng.core.report import Project

PATTERN = "self_evaluation.project_code_pattern"
LABELS = "words.project_code_labels"


@rule(
    code="ID106",
    name="project-code-wrong",
    title=Words(
        "项目编码格式不符或与批复不符", "Project code malformed or not the approved one"
    ),
    message=Words(
        "项目编码为“{code}”，批复为“{approved}”，应以批复为准",
        "the project code is “{code}”; “{approved}” was approved",
    ),
    variants={
        "malformed": Words(
            "项目编码“{code}”不符合规定格式",
            "the project code “{code}” does not follow the prescribed pattern",
        )
    },
    severity=Severity.WARNING,
    basis=(("practice", "一般做法"),),
    law=(PATTERN, LABELS),
    needs=Need.APPROVED_TARGETS,
    fixing=Fixing.UNSAFE,
)
def project_code_wrong(dossier: Dossier) -> Iterator[Answer]:
    """The project code is not the approved one or is malformed (项目编码).

    Why it matters:
        Systems join approval, payments and evaluation by the code.

    What it leaves alone:
        Forms without a code and empty ones; a pattern where the region has none. A
        code that was split or merged comes with the workflow.
    """
    labels = dossier.law.words(LABELS)
    code = _code(dossier.project, labels)
    approved = _code(dossier.approved.project, labels) if dossier.approved else None
    pattern = dossier.law.value(PATTERN)
    if code is None or (approved is None and pattern is None):
        yield not_applicable(
            "无项目编码，或批复和规定均无可比对的编码",
            "there is no project code, or nothing to compare it with",
        )
        return
    plain = _plain(code)
    if approved is not None and plain != _plain(approved):
        yield Hit.on(
            code,
            {"code": code.raw, "approved": approved.raw},
            edits=(Edit.on(code, approved.raw, safe=False),),
        )
    elif isinstance(pattern, str) and re.fullmatch(pattern, plain) is None:
        yield Hit.on(code, {"code": code.raw}, variant="malformed")


def _code(project: Project, labels: tuple[str, ...]) -> Field | None:
    """The code as filled in, None without one."""
    found = (r.text for r in project.remarks if r.label.raw.endswith(labels))
    return next((text for text in found if filled(text)), None)


def _plain(code: Field) -> str:
    return "".join(code.raw.split()).upper()
