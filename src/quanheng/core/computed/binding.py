"""How a value is computed from a register (取数方式)."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Condition:
    """A limit on the entries that count (筛选条件).

    Attributes:
        field: Name of a register's field, as in its kind.
        values: The allowed values of the field.
    """

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Binding:
    """How a value is computed instead of typed (实际值取数).

    In a record: ``{from: materials, measure: sum, of: copies, where: {kind: 手册}}``.

    Attributes:
        register: Name of the register: ``activities``.
        measure: Name of the measure: ``count``.
        of: The field that is measured, empty where the measure needs none.
        where: Which entries count; every condition must hold.
        unit: Unit that the value is given in; empty = the measure's own.
        options: Further arguments of the measure by name: ``{limit: "14"}``.
        confirmed: Whether a person has agreed to it; a suggestion is not.
    """

    register: str
    measure: str
    of: str = ""
    where: tuple[Condition, ...] = ()
    unit: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    confirmed: bool = True
