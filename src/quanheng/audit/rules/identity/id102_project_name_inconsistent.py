import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import Field, filled

GENERIC_PROJECTS = "words.generic_projects"
UNIT_ENDINGS = "words.unit_endings"
SHORT_FORM = "以下简称"

_NAMED: Final = re.compile(
    r"([^，,。；;：:\s“”\"《》]{2,60}?项目)(?:20\d{2}年度?)?(?:支出)?(?:绩效)?"
    r"(?:自评|自我评价)"
)
_INSIGNIFICANT: Final = re.compile(
    r"[\s《》“”\"'‘’「」()\[\]]|(?:19|20)\d{2}\s*年?度?|[A-Z]*\d{6,}-?"
)
_TAIL: Final = re.compile(r"(?:项目|经费|资金|专项|补助|支出)+$")


@rule(
    code="ID102",
    name="project-name-inconsistent",
    title=Words("项目名称前后不一致", "Project name differs between places"),
    message=Words(
        "项目名称为“{name}”，评价结论写为“{other}”，应一致",
        "the project is “{name}”, but the conclusion calls it “{other}”",
    ),
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "附1 自评表"), ("财预〔2020〕10号", "第二十一条")),
    law=(GENERIC_PROJECTS, UNIT_ENDINGS),
)
def project_name_inconsistent(dossier: Dossier) -> Iterator[Answer]:
    """The conclusion names another project than the form (项目名称).

    Why it matters:
        A conclusion taken over from another report belongs to another project.

    What it leaves alone:
        Years, quotes, codes and the words 项目, 经费, 资金 at the end; a name that
        contains the other; short forms that the text introduces; words for any
        project (部门预算项目) and a unit in place of the project.

    Catalogue:
        Titles and annexes are not compared, since they name the unit as often as the
        project. No edit is offered: which of two names is right isn't known.
    """
    project = dossier.project
    name = project.name
    if name is None or not filled(name):
        yield not_applicable("未填写项目名称", "the project is not named")
        return
    sentence = project.conclusion
    other = _named_in(sentence, dossier)
    if sentence is None or not other or SHORT_FORM in sentence.raw:
        return
    own, named = _core(name.raw), _core(other)
    if own and own not in named and named not in own:
        yield Hit.on(sentence, {"name": name.raw, "other": other}, also=(name.at,))


def _named_in(sentence: Field | None, dossier: Dossier) -> str:
    """The project that the conclusion names, empty for none or a general word."""
    match = _NAMED.search(sentence.raw) if sentence else None
    if match is None:
        return ""
    law = dossier.law
    core = _core(match[1])
    is_general = match[1].endswith(law.words(GENERIC_PROJECTS)) or core.endswith(
        law.words(UNIT_ENDINGS)
    )
    return match[1] if core and not is_general else ""


def _core(name: str) -> str:
    """A name without what may differ: marks, years, codes, 项目 at the end."""
    bare = _INSIGNIFICANT.sub("", unicodedata.normalize("NFKC", name))
    return _TAIL.sub("", bare)
