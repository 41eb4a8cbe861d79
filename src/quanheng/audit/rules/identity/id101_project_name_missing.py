"""ID101 project-name-missing (项目名称缺失)."""

import re
from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, NotApplicable, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import filled, text_of
from quanheng.language.words import any_of

FORM_TITLES = "words.form_titles"
WHOLE_DEPARTMENT = "words.whole_department"

_INSIGNIFICANT: Final = re.compile(
    r"[\s《》“”\"「」（）()：:—_\-]|(?:19|20)\d{2}\s*年?度?|\d+"
)


@rule(
    code="ID101",
    name="project-name-missing",
    title=Words("项目名称缺失", "Project name missing"),
    message=Words("没有填写项目名称，应补充", "the project is not named"),
    variants={
        "title": Words(
            "项目名称填为“{name}”，应填写具体项目名称",
            "the project's name is given as “{name}”, which names no project",
        )
    },
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "附1 自评表"),),
    law=(FORM_TITLES, WHOLE_DEPARTMENT),
)
def project_name_missing(dossier: Dossier) -> Iterator[Answer]:
    """The project's name (项目名称) is empty, or only the title of the form.

    Why it matters:
        Without its name a report can't be laid beside its budget.

    What it leaves alone:
        The evaluation of a whole department; a name that the text or the conclusion
        gives: the reading takes it from there.
    """
    project = dossier.project
    name = project.name
    words = dossier.law.words(WHOLE_DEPARTMENT)
    heads = [text_of(name), text_of(project.conclusion), text_of(project.annex)]
    heads += [f"{s.heading.raw}\n{s.text}" for s in project.sections if s.level == 0]
    if any_of(words, "\n".join(heads)):
        yield NotApplicable(
            Words("部门整体支出自评", "the evaluation of a whole department")
        )
        return
    if name is None or not filled(name):
        yield Hit(at=name.at if name else project.at, quote=text_of(name))
        return
    if _INSIGNIFICANT.sub("", name.raw) in ("", *dossier.law.words(FORM_TITLES)):
        says = {"name": name.raw}
        yield Hit(at=name.at, quote=name.raw, says=says, variant="title")
