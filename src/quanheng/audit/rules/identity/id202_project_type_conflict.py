from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.texts.project_type import (
    EXCLUSIVE,
    RECURRING,
    TYPE_LABELS,
    TYPES,
    TypeWords,
    has_boxes,
    stated_types,
    ticked_options,
    type_cell,
)
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words, listed
from quanheng.core.field import Field, filled, text_of
from quanheng.core.indicator import Indicator, LevelOne
from quanheng.language.words import those_in


@rule(
    code="ID202",
    name="project-type-conflict",
    title=Words(
        "项目属性未填或与指标不一致",
        "Project type missing or in conflict with the indicators",
    ),
    message=Words(
        "未选择项目属性，应勾选其中一项",
        "no project type is chosen; one of the options should be",
    ),
    variants={
        "several": Words(
            "项目属性同时选择“{chosen}”，应只选其中一项",
            "the project type is both “{chosen}”; only one of them can hold",
        ),
        "recurring": Words(
            "项目属性为一次性，但“{name}”按“{word}”设置，两者应一致",
            "the project is one-off, but “{name}” is set for “{word}”",
        ),
    },
    severity=Severity.WARNING,
    basis=(("practice", "自评表审核中的常见问题"),),
    law=(TYPE_LABELS, TYPES, RECURRING),
)
def project_type_conflict(dossier: Dossier) -> Iterator[Answer]:
    """The project type (项目属性) is not chosen, chosen twice, or not that of the rows.

    Why it matters:
        A one-off project may not come back next year, and a recurring one needs
        indicators of lasting effect.

    What it leaves alone:
        Forms without the cell, and forms in which not even the project is named;
        options of two questions in one cell (新增 and 经常性); costs and benefits of a
        one-off project, as the upkeep of what was built.

    Catalogue:
        A continuing project that does not mention its earlier years is no fault: few
        forms have a place for them.
    """
    project, law = dossier.project, dossier.law
    cell = type_cell(project, law)
    if cell is None or not filled(project.name):
        yield not_applicable(
            "表中无项目属性栏或为空白表",
            "the form has no cell for the project type, or is blank",
        )
        return
    chosen = ticked_options(cell.raw) if filled(cell) else ()
    if not chosen:
        yield Hit.on(cell)
        return
    types = stated_types(project, law)
    if has_boxes(cell.raw) and any(pair <= types for pair in EXCLUSIVE):
        says = {"chosen": listed(chosen)}
        yield Hit.on(cell, says, variant="several")
    elif TypeWords.ONE_OFF in types:
        yield from _recurring_rows(dossier, cell)


def _recurring_rows(dossier: Dossier, cell: Field) -> Iterator[Hit]:
    words = dossier.law.words(RECURRING)
    for row in dossier.project.indicators:
        found = those_in(words, _asked(row))
        if row.level_one is LevelOne.OUTPUT and found and not row.is_cost:
            yield Hit.on(
                row.name,
                {"name": row.title, "word": found[0]},
                also=(cell.at,),
                variant="recurring",
            )


def _asked(row: Indicator) -> str:
    return f"{row.name.raw}，{text_of(row.target)}"
