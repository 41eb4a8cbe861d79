import re
from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import Field
from quanheng.core.report import Project
from quanheng.language.words import those_in

PLACEHOLDER = "words.placeholder"

_CROSSES: Final = re.compile(r"×{2,}|(?<![A-Za-z0-9\-])[xX]{2,}(?![A-Za-z0-9\-])")


@rule(
    code="ID301",
    name="placeholder-left",
    title=Words("残留模板提示内容", "Template placeholder left in"),
    message=Words(
        "留有模板提示内容“{text}”，应填写实际内容",
        "the template's placeholder “{text}” was left in",
    ),
    severity=Severity.WARNING,
    basis=(("practice", "自评表审核中的常见问题"),),
    law=(PLACEHOLDER,),
)
def placeholder_left(dossier: Dossier) -> Iterator[Answer]:
    """A placeholder of the template (×××, 请填写) is left in the report.

    Why it matters:
        Where the template's words are left, the unit hasn't answered.

    What it leaves alone:
        Masked personal data in reports to be published; a multiplication sign
        between numbers; product models.
    """
    fields = tuple(_fields(dossier.project))
    whole = "\n".join(field.raw for field in fields)
    # Most words occur nowhere: one look at the whole text saves one at every field.
    words = tuple(w for w in dossier.law.words(PLACEHOLDER) if w in whole)
    if not words and not _CROSSES.search(whole):
        return
    for field in fields:
        found = those_in(words, field.raw)
        if not found and not dossier.for_disclosure:
            found = tuple(_CROSSES.findall(field.raw))
        if found:
            yield Hit.on(field, {"text": found[0]})


def _fields(project: Project) -> Iterator[Field]:
    seen = set()
    cells = [project.name, project.year, project.department, project.unit]
    for row in project.indicators:
        cells += [row.name, row.target, row.actual]
    for field in (*project.prose(), *(cell for cell in cells if cell)):
        if field.raw and field.at not in seen:
            seen.add(field.at)
            yield field
