"""Every bound value of a project, computed (项目取数)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quanheng.core.computed.measured import Computed
from quanheng.core.field import Field
from quanheng.core.indicator import Indicator
from quanheng.core.report import Project
from quanheng.evidence.bindings.chosen import Chosen, chosen
from quanheng.evidence.bindings.compute import Ground, compute
from quanheng.evidence.bindings.named import BudgetCell, NamedBinding, cell_name
from quanheng.language.similarity import bare


@dataclass(frozen=True)
class ProjectValues:
    """What was computed for a project (项目取数结果).

    Attributes:
        indicators: Position of a row → its value.
        money: The values of cells of the budget.
    """

    indicators: Mapping[int, Computed] = field(default_factory=dict)
    money: tuple[Computed, ...] = ()


def values_of(
    project: Project, named: Sequence[NamedBinding], ground: Ground
) -> ProjectValues:
    """Compute what the record itself binds, then what the folder does.

    Only confirmed bindings count; one in the record leads.
    """
    budget = project.budget
    return ProjectValues(
        {
            at: _value(row.title, typed_actual(row), found, ground, row.unit_in_name)
            for at, (row, found) in bound_rows(project, named)
            if found.binding.confirmed
        },
        tuple(
            _value(cell_name(cell), budget.cells[cell], found, ground, budget.unit_name)
            for cell, found in bound_cells(project, named)
            if found.binding.confirmed and budget
        ),
    )


def values_alone(named: Sequence[NamedBinding], ground: Ground) -> Iterator[Computed]:
    """Compute the confirmed bindings of a folder without a report."""
    by_value: dict[object, list[NamedBinding]] = defaultdict(list)
    for entry in named:
        by_value[entry.cell or bare(entry.indicator)].append(entry)
    for entries in by_value.values():
        found = chosen(entries)
        if found.binding.confirmed:
            yield _value(entries[0].name, Field(""), found, ground)


def _value(
    name: str, typed: Field, found: Chosen, ground: Ground, head_unit: str = ""
) -> Computed:
    if found.conflict:
        return Computed(name, typed, found.binding, None, found.conflict, head_unit)
    return compute(name, typed, found.binding, ground, head_unit)


def typed_actual(row: Indicator) -> Field:
    """The cell of the actual, a blank one at the row where the form has none."""
    return row.actual if row.actual is not None else Field("", row.at)


def bound_rows(
    project: Project, named: Sequence[NamedBinding]
) -> Iterator[tuple[int, tuple[Indicator, Chosen]]]:
    """The rows with a binding, confirmed or not, by position."""
    by_name: dict[str, list[NamedBinding]] = defaultdict(list)
    for entry in named:
        if entry.indicator:
            by_name[bare(entry.indicator)].append(entry)
    for at, row in enumerate(project.indicators):
        own = row.actual.binding if row.actual else None
        names = dict.fromkeys(map(bare, _names(row)))
        given = [entry for name in names for entry in by_name.get(name, ())]
        if own or given:
            yield at, (row, Chosen(own) if own else chosen(given))


def bound_cells(
    project: Project, named: Sequence[NamedBinding]
) -> Iterator[tuple[BudgetCell, Chosen]]:
    """The cells of the budget with a binding, confirmed or not."""
    for cell, typed in project.budget.cells.items() if project.budget else ():
        given = [entry for entry in named if entry.cell == cell]
        if typed.binding or given:
            yield cell, Chosen(typed.binding) if typed.binding else chosen(given)


def belongs_to(entry: NamedBinding, project: Project) -> bool:
    """Whether a project has the value that a binding is for."""
    if entry.cell:
        return project.budget is not None and entry.cell in project.budget.cells
    names = {bare(text) for row in project.indicators for text in _names(row)}
    return bare(entry.indicator) in names


def _names(row: Indicator) -> tuple[str, str]:
    return row.name.raw, row.title
