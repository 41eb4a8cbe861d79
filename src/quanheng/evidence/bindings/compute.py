"""Binding + registers → the computed value (取数)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from quanheng.core.bilingual import Words
from quanheng.core.computed.binding import Binding
from quanheng.core.computed.measured import Computed
from quanheng.core.errors import QuanhengError
from quanheng.core.field import Field
from quanheng.evidence.bindings.agreement import Tolerances
from quanheng.evidence.completeness import Completeness, unread_in_words
from quanheng.evidence.measures.base.ask import Ask, Limits
from quanheng.evidence.measures.base.catalogue import measure_named
from quanheng.registers.kinds import kinds
from quanheng.registers.register import Register


@dataclass(frozen=True)
class Ground:
    """The basis for computing values (取数来源).

    Attributes:
        registers: Name of a kind → the register.
        period: First and last day that count; None where the year is unknown.
        limits: Figures of the law.
        tolerances: How far a typed value may be off.
        completeness: Whether the registers are complete.
    """

    registers: Mapping[str, Register]
    period: tuple[date, date] | None
    limits: Limits
    tolerances: Tolerances = field(default_factory=Tolerances)
    completeness: Completeness = field(default_factory=Completeness)


def compute(
    name: str, typed: Field, binding: Binding, ground: Ground, head_unit: str = ""
) -> Computed:
    """A computed value, or the reason why there is none."""
    try:
        register = _register(binding, ground)
        ask = Ask(register, binding, ground.period, ground.limits, ground.registers)
        measured = measure_named(binding.measure).of_register(ask)
    except QuanhengError as error:
        why = error.words
        return Computed(name, typed, binding, None, why, head_unit)
    names = (binding.register, *sorted(measured.also))
    return Computed(
        name,
        typed,
        binding,
        measured,
        measured.formula if measured.value is None else None,
        head_unit,
        allowed=ground.tolerances.of(measured.unit),
        doubts=tuple(d for n in names for d in ground.completeness.doubts(n)),
        unread=unread_in_words([ground.registers[name] for name in names]),
    )


def _register(binding: Binding, ground: Ground) -> Register:
    if binding.register in ground.registers:
        return ground.registers[binding.register]
    kind = kinds().get(binding.register)
    if kind is None:
        known = "、".join(kinds())
        raise QuanhengError(
            Words(
                f"无名称为“{binding.register}”的台账种类",
                f"there is no kind of register “{binding.register}”",
            ),
            Words(f"可用：{known}", f"kinds: {', '.join(kinds())}"),
        )
    raise QuanhengError(
        Words(
            f"佐证文件夹中无{kind.title.zh}（{kind.name}）",
            f"the evidence folder has no register {kind.name}",
        )
    )
