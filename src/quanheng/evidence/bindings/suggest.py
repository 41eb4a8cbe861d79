"""How unbound values may be computed, by name and unit (取数建议)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quanheng.core.bilingual import Words, joined
from quanheng.core.budget import BudgetColumn, BudgetRow
from quanheng.core.computed.binding import Binding
from quanheng.core.computed.binding_record import read_binding
from quanheng.core.computed.measured import Computed
from quanheng.core.expression import Blank, Duration, Number, Span
from quanheng.core.grammar.units import read_unit
from quanheng.core.indicator import Indicator
from quanheng.core.report import Project
from quanheng.evidence.bindings.compute import Ground, compute
from quanheng.evidence.bindings.named import NamedBinding, cell_name
from quanheng.evidence.bindings.narrowing import limits_named, said_of_limits
from quanheng.evidence.bindings.project import bound_cells, bound_rows, typed_actual
from quanheng.evidence.measures.base.percent import PERCENT
from quanheng.law.book import Law, Value
from quanheng.scoring.units import unit_of

SUGGESTED = "evidence.suggested_bindings"
_SPENT = BudgetRow.SPENT, BudgetColumn.TOTAL


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A binding that a person may confirm (取数建议).

    Attributes:
        named: The binding with its value; not confirmed.
        why: Why it is proposed.
        computed: The value computed by it.
    """

    named: NamedBinding
    why: Words
    computed: Computed


@dataclass(frozen=True, slots=True)
class Unbound:
    """A row for which nothing is proposed (没有建议的指标)."""

    indicator: Indicator
    why: Words


def suggest(
    project: Project, named: Sequence[NamedBinding], ground: Ground, law: Law
) -> Iterator[Suggestion | Unbound]:
    """A proposal for every value without a binding, or why there is none.

    Of several that fit a name the first that gives a value is taken.
    """
    bound = {at for at, _ in bound_rows(project, named)}
    yield from _money(project, named, ground)
    for at, row in enumerate(project.indicators):
        if at in bound or row.is_execution:
            continue
        if not isinstance(row.target.value if row.target else Blank(""), _COMPARABLE):
            yield Unbound(row, _NO_FIGURE)
            continue
        found = tuple(_candidates(row, ground, law))
        with_value = (one for one in found if not one.computed.why)
        chosen = next(with_value, found[0] if found else None)
        yield chosen or Unbound(row, _NO_WORDS)


_COMPARABLE = (Number, Duration, Span)
_NO_FIGURE = Words(
    "目标值不是数值，取数结果无法与目标比较",
    "the target is no figure, so a computed value could not be compared with it",
)
_NO_WORDS = Words(
    "名称和单位无对应的台账", "no register goes with the name and the unit"
)


def _money(
    project: Project, named: Sequence[NamedBinding], ground: Ground
) -> Iterator[Suggestion]:
    budget = project.budget
    if budget is None or _SPENT not in budget.cells:
        return
    if _SPENT in dict(bound_cells(project, named)):
        return
    cell, head = budget.cells[_SPENT], budget.unit_name
    binding = Binding("spending", "sum", "amount", unit=head, confirmed=False)
    name = cell_name(_SPENT)
    yield Suggestion(
        NamedBinding("", _SPENT, binding),
        Words("全年执行数是支出合计", "money spent is the sum of what was paid"),
        compute(name, cell, binding, ground, head),
    )


def _candidates(row: Indicator, ground: Ground, law: Law) -> Iterator[Suggestion]:
    units = tuple(_units(row))
    for record in law.records(SUGGESTED):
        words = _words_found(row.title, record)
        wanted = _texts(record.get("units", ()))
        unit = next((unit for unit in units if unit in wanted), "")
        if words is None or (wanted and units and not unit):
            continue
        plain = _plain(record["binding"])
        binding = replace(read_binding(plain, SUGGESTED), confirmed=False)
        added = tuple(limits_named(row.title, binding))
        binding = replace(binding, where=(*binding.where, *added))
        limits = said_of_limits(row.title, binding, added, law)
        why = joined((_why(words, unit), limits))
        for tried in _in_units(binding, units):
            yield Suggestion(
                NamedBinding(row.name.raw, None, tried),
                why,
                compute(row.title, typed_actual(row), tried, ground, row.unit_in_name),
            )


def _in_units(binding: Binding, units: Sequence[str]) -> Iterator[Binding]:
    """In the row's own unit where the measure gives it, else in its own."""
    if units and units[0] != PERCENT:
        yield replace(binding, unit=units[0])
    yield binding


def _units(row: Indicator) -> Iterator[str]:
    """The units of name, target and actual, as written there."""
    if row.unit_in_name and read_unit(row.unit_in_name):
        yield row.unit_in_name
    for cell in (row.target, row.actual):
        if cell is not None and (unit := unit_of(cell.value)):
            yield unit.symbol


def _words_found(name: str, record: Mapping[str, Value]) -> tuple[str, ...] | None:
    """The words of the first list that all stand in a name."""
    lists = record["names"]
    assert isinstance(lists, Sequence)  # noqa: S101 - as the parameter has it
    found = (_texts(words) for words in lists)
    return next((words for words in found if all(w in name for w in words)), None)


def _texts(value: Value) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, Sequence):
        return (str(value),)
    return tuple(str(word) for word in value)


def _plain(value: Value) -> dict[str, object]:
    """A mapping of the law as plain data: texts, lists and mappings."""
    assert isinstance(value, Mapping)  # noqa: S101 - as the parameter has it
    return {
        key: _plain(said)
        if isinstance(said, Mapping)
        else list(_texts(said))
        if isinstance(said, Sequence) and not isinstance(said, str)
        else str(said)
        for key, said in value.items()
    }


def _why(words: Sequence[str], unit: str) -> Words:
    said = "”“".join(words)
    zh, en = f"名称含“{said}”", f"the name has “{said}”"
    if unit:
        zh, en = f"{zh}，单位为{unit}", f"{en}, the unit is {unit}"
    return Words(zh, en)
