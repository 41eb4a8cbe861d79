from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.expression import Deadline, Duration, Expression, Number, Sign
from quanheng.core.field import Field
from quanheng.core.indicator import Indicator
from quanheng.core.quantity import Quantity, Unit
from quanheng.language.similarity import bare

_Key: TypeAlias = tuple[str, str]
_COLUMNS: Final = ("weight", "target", "actual", "score")
_PLAIN_SIGNS: Final = (None, Sign.EQUAL)


def _message(zh: str, en: str) -> Words:
    return Words(
        f"附件表“{{name}}”的{zh}为“{{annex}}”，正文分表为“{{section}}”，两处应一致",
        f"the annex has {en} “{{annex}}” for “{{name}}”, the table in the text "
        "“{section}”; both should agree",
    )


@rule(
    code="CS104",
    name="annex-cell-differs",
    title=Words("附件表与正文分表数据不同", "Annex differs from the text table"),
    message=_message("权重", "weight"),
    variants={
        "target": _message("目标值", "target"),
        "actual": _message("实际值", "actual"),
        "score": _message("得分", "score"),
    },
    severity=Severity.ERROR,
    basis=(("财预〔2020〕10号", "第二十一条"),),
)
def annex_cell_differs(dossier: Dossier) -> Iterator[Answer]:
    """A cell of the annex differs from its twin in the text tables (附件与正文不符).

    Why it matters:
        One of two values of one cell is wrong, and both are signed.

    What it leaves alone:
        One value written in two ways (100%, 100.00%; 2, 2次; 95%, ≥95%); a cell that
        is empty in one place; an indicator that is in one place only, or there twice.
    """
    project = dossier.project
    if not project.section_tables or not project.table:
        yield not_applicable(
            "无可比对的正文分表和附件表", "there are no two tables to compare"
        )
        return
    twins = _by_name(row for table in project.section_tables for row in table.rows)
    year = project.evaluation_year
    for key, row in _by_name(project.table.rows).items():
        if twin := twins.get(key):
            yield from _differences(row, twin, year)


def _by_name(rows: Iterable[Indicator]) -> dict[_Key, Indicator]:
    """The rows by name and level two; names that occur twice are left out."""
    keyed = [(_key(row), row) for row in rows]
    counts = Counter(key for key, _ in keyed)
    return {key: row for key, row in keyed if counts[key] == 1 and key[0]}


def _key(row: Indicator) -> _Key:
    two = row.level_two
    return bare(row.title), two.value if two else ""


def _differences(row: Indicator, twin: Indicator, year: int | None) -> Iterator[Hit]:
    for column in _COLUMNS:
        annex, section = getattr(row, column), getattr(twin, column)
        if annex is None or section is None or annex.is_blank or section.is_blank:
            continue
        if not _same(annex, section, year):
            yield Hit.on(
                annex,
                {"name": row.title, "annex": annex.raw, "section": section.raw},
                also=(section.at,),
                variant="" if column == "weight" else column,
            )


def _same(annex: Field, section: Field, year: int | None) -> bool:
    if annex.raw == section.raw:
        return True
    values = annex.read(year), section.read(year)
    sizes = [_size(value) for value in values]
    if sizes[0] is not None and sizes[1] is not None:
        return _same_sign(*values) and _same_size(sizes[0], sizes[1])
    if isinstance(values[0], Deadline) and isinstance(values[1], Deadline):
        return values[0].day == values[1].day
    one, other = bare(annex.raw), bare(section.raw)
    return bool(one) and bool(other) and (one in other or other in one)


def _size(value: Expression) -> Quantity | None:
    return value.quantity if isinstance(value, Number | Duration) else None


def _same_sign(one: Expression, other: Expression) -> bool:
    signs = [v.sign if isinstance(v, Number | Duration) else None for v in (one, other)]
    return signs[0] == signs[1] or any(sign in _PLAIN_SIGNS for sign in signs)


def _same_size(one: Quantity, other: Quantity) -> bool:
    """Equal, where a bare number takes the other's unit."""
    unit: Unit = one.unit if one.unit.symbol else other.unit
    there = other.in_unit(unit).to(one.in_unit(unit).unit)
    return there is not None and there.value == one.value
