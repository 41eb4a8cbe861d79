import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import filled, text_of
from quanheng.core.report import Chapter

UNIT_ENDINGS = "words.unit_endings"
UNIT_ROLES = "words.unit_roles"

_ACCOUNT: Final = (Chapter.BASICS, Chapter.PERFORMANCE, Chapter.ANALYSIS, Chapter.OTHER)


@rule(
    code="ID103",
    name="department-or-unit-missing",
    title=Words("主管部门或实施单位缺失", "Department or implementing unit missing"),
    message=Words(
        "报告未注明主管部门和实施单位，应补充",
        "neither the department nor the implementing unit is named anywhere",
    ),
    variants={
        "department": Words("未填写主管部门，应补充", "the department cell is empty"),
        "unit": Words("未填写实施单位，应补充", "the implementing unit cell is empty"),
    },
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "附1 自评表"),),
    law=(UNIT_ENDINGS, UNIT_ROLES),
    judges_whole=True,
)
def department_or_unit_missing(dossier: Dossier) -> Iterator[Answer]:
    """The department (主管部门) or the implementing unit (实施单位) is not named.

    Why it matters:
        Whoever spends evaluates: without the unit nobody answers for the figures.

    What it leaves alone:
        A form with one cell for both; a unit equal to its department; a title or a
        text that says who carries the project out. Swapped cells need a register of
        units, and a submission that names the unit needs its workflow: both come with
        those inputs.
    """
    project = dossier.project
    cells = {"department": project.department, "unit": project.unit}
    named = [cell for cell in cells.values() if filled(cell)]
    empty = {
        name: cell
        for name, cell in cells.items()
        if cell is not None and not filled(cell)
    }
    if len(named) == len(cells) or (named and not empty):
        return
    if not named and _names_its_unit(dossier):
        return
    if named:
        for name, cell in empty.items():
            yield Hit.on(cell, variant=name)
        return
    place = next(iter(empty.values()), None) or project.head
    yield Hit.on(
        place, also=tuple(cell.at for cell in empty.values() if cell is not place)
    )


def _names_its_unit(dossier: Dossier) -> bool:
    law = dossier.law
    pattern = _unit_at_work(law.words(UNIT_ENDINGS), law.words(UNIT_ROLES))
    return any(
        pattern.search(paragraph.raw)
        for paragraph in dossier.project.paragraphs(*_ACCOUNT)
    ) or _is_titled(dossier)


def _is_titled(dossier: Dossier) -> bool:
    """Whether the title above the first chapter names a unit: 平川县图书馆…报告."""
    pattern = _unit_of_place(dossier.law.words(UNIT_ENDINGS))
    title = text_of(dossier.project.title)
    return pattern.search(title) is not None or any(
        pattern.search(f"{section.heading.raw}\n{section.text}")
        for section in dossier.project.sections
        if section.level == 0
    )


@lru_cache(maxsize=8)
def _unit_of_place(endings: tuple[str, ...]) -> re.Pattern[str]:
    ending = "|".join(sorted(map(re.escape, endings), key=len, reverse=True))
    return re.compile(rf"[省市区县旗州盟镇乡][一-鿿]{{0,12}}?(?:{ending})")


@lru_cache(maxsize=8)
def _unit_at_work(endings: tuple[str, ...], roles: tuple[str, ...]) -> re.Pattern[str]:
    """``由平川县图书馆负责实施`` or ``实施单位：平川县图书馆``."""
    ending = "|".join(sorted(map(re.escape, endings), key=len, reverse=True))
    role = "|".join(map(re.escape, roles))
    adverb = "具体|统一|共同|全面|主要|牵头|等单位|等部门"
    return re.compile(
        rf"(?<=[一-鿿]{{2}})(?:{ending})(?:[（(][^（()）]*[)）])?(?:{adverb})?(?:{role})"
        rf"|(?:{role}|主体|责任)(?:单位|部门|主体)(?:为|是|[:：])\s*[一-鿿]{{2,}}"
    )
