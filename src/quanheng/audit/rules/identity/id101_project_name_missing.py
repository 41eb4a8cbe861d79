import re
from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import Field, filled, text_of
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
    message=Words("未填写项目名称，应补充", "the project is not named"),
    variants={
        "title": Words(
            "项目名称填为“{name}”，应填写具体项目名称",
            "the project's name is given as “{name}”, which names no project",
        )
    },
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "附1 自评表"),),
    law=(FORM_TITLES, WHOLE_DEPARTMENT),
    judges_whole=True,
)
def project_name_missing(dossier: Dossier) -> Iterator[Answer]:
    """The project's name (项目名称) is empty, or only the title of the form.

    Why it matters:
        Without its name a report can't be matched with its budget.

    What it leaves alone:
        The evaluation of a whole department; a title that holds the name. A name
        that only the conclusion gives is info.
    """
    project = dossier.project
    name = project.name
    words = dossier.law.words(WHOLE_DEPARTMENT)
    heads = (name, project.title, project.conclusion, project.annex)
    if any_of(words, "\n".join(map(text_of, heads))):
        yield not_applicable(
            "属部门整体支出自评", "the evaluation of a whole department"
        )
        return
    titles = dossier.law.words(FORM_TITLES)
    if name is None or not filled(name):
        if name is not None or not _names_something(project.title, titles):
            place = name or project.title or project.head
            is_told = "项目" in text_of(project.conclusion)
            severity = Severity.INFO if is_told else None
            yield Hit.on(place, severity=severity)
    elif not _names_something(name, titles):
        says = {"name": name.raw}
        yield Hit.on(name, says, variant="title")


def _names_something(field: Field | None, titles: tuple[str, ...]) -> bool:
    """Whether a text holds more than the words of a form's title."""
    return _INSIGNIFICANT.sub("", text_of(field)) not in ("", *titles)
