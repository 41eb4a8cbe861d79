"""Every bound value of a project, computed (项目取数)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quanheng.core.binding import Binding
from quanheng.core.field import Field
from quanheng.core.indicator import Indicator
from quanheng.core.measured import Computed
from quanheng.core.report import Project
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
    return ProjectValues(
        {
            at: compute(row.title, typed_actual(row), binding, ground, row.unit_in_name)
            for at, (row, binding) in bound_rows(project, named)
            if binding.confirmed
        },
        tuple(
            compute(
                cell_name(cell),
                project.budget.cells[cell],
                binding,
                ground,
                project.budget.unit_name,
            )
            for cell, binding in bound_cells(project, named)
            if binding.confirmed and project.budget
        ),
    )


def typed_actual(row: Indicator) -> Field:
    """The cell of the actual, a blank one at the row where the form has none."""
    return row.actual if row.actual is not None else Field("", row.at)


def bound_rows(
    project: Project, named: Sequence[NamedBinding]
) -> Iterator[tuple[int, tuple[Indicator, Binding]]]:
    """The rows with a binding, confirmed or not, by position."""
    by_name = {
        bare(entry.indicator): entry.binding for entry in named if entry.indicator
    }
    for at, row in enumerate(project.indicators):
        own = row.actual.binding if row.actual else None
        found = own or by_name.get(bare(row.name.raw)) or by_name.get(bare(row.title))
        if found:
            yield at, (row, found)


def bound_cells(
    project: Project, named: Sequence[NamedBinding]
) -> Iterator[tuple[BudgetCell, Binding]]:
    """The cells of the budget with a binding, confirmed or not."""
    given = {entry.cell: entry.binding for entry in named if entry.cell}
    for cell, typed in project.budget.cells.items() if project.budget else ():
        if found := typed.binding or given.get(cell):
            yield cell, found


def belongs_to(entry: NamedBinding, project: Project) -> bool:
    """Whether a project has the value that a binding is for."""
    if entry.cell:
        return project.budget is not None and entry.cell in project.budget.cells
    names = {bare(text) for row in project.indicators for text in _names(row)}
    return bare(entry.indicator) in names


def _names(row: Indicator) -> tuple[str, str]:
    return row.name.raw, row.title
