from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import text_of
from quanheng.core.report import Project
from quanheng.language.patterns.document_numbers import numbers_in, titles_in
from quanheng.language.similarity import bare
from quanheng.language.words import any_of
from quanheng.law.book import Law

AUTHORITIES: Final = "words.authority_endings"
GENERAL_BASIS: Final = "words.general_basis"
MEETINGS: Final = "words.meetings"
_SHORTEST_NAME: Final = 4


@rule(
    code="LB102",
    name="only-internal-documents",
    title=Words("立项依据层级不足", "Only the unit's own documents cited"),
    message=Words(
        "立项依据仅列{unit}自行制发的{titles}，应补充上级或财政部门文件",
        "the basis cites only documents of {unit} itself, {titles}; one of a higher "
        "level or of the finance authority should be added",
    ),
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(AUTHORITIES, GENERAL_BASIS, MEETINGS),
    judges_whole=True,
)
def only_internal_documents(dossier: Dossier) -> Iterator[Answer]:
    """All documents of the basis (立项依据) were issued by the unit itself.

    Why it matters:
        A unit can't assign itself a task and the money for it.

    What it leaves alone:
        Titles that do not begin with the unit's name, whose issuer is unknown;
        government, party and congress bodies, which make policy themselves; laws,
        policies and minutes in the basis; numbered documents of other issuers
        anywhere in the text.

    Catalogue:
        There is no register of the units' issuing codes, so the issuer is taken from
        the title.
    """
    project, law = dossier.project, dossier.law
    basis, unit = project.overview.basis, bare(text_of(project.unit))
    titles = [cited.title for cited in titles_in(text_of(basis))]
    if basis is None or not titles or len(unit) < _SHORTEST_NAME:
        yield not_applicable(
            "未引用依据文件或未填写实施单位", "no basis or no unit is named"
        )
        return
    is_own = all(bare(title).startswith(unit) for title in titles)
    if not is_own or unit.endswith(law.words(AUTHORITIES)):
        return
    if _names_policy(basis.raw, law) or _cites_others(project, unit):
        return
    yield Hit.on(
        basis, {"unit": unit, "titles": "".join(f"《{title}》" for title in titles)}
    )


def _names_policy(text: str, law: Law) -> bool:
    return any_of(law.words(GENERAL_BASIS), text) or any_of(law.words(MEETINGS), text)


def _cites_others(project: Project, unit: str) -> bool:
    """Whether a numbered document that is not the unit's own is cited anywhere."""
    for text in project.texts():
        cited = tuple(titles_in(text.raw))
        if any(not bare(each.title).startswith(unit) for each in cited):
            return True
        if not cited and any(numbers_in(text.raw)):
            return True
    return False
