"""A field added up over the entries, in the unit that is asked for (合计)."""

from decimal import Decimal

from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import Measured
from quanheng.core.errors import QuanhengError
from quanheng.core.grammar.units import read_unit
from quanheng.core.quantity import plain
from quanheng.evidence.measures.base.ask import Ask
from quanheng.evidence.measures.base.entries import Entries
from quanheng.evidence.measures.base.measure import NUMBERS, Measure
from quanheng.evidence.measures.base.total import total
from quanheng.evidence.measures.base.units import in_unit
from quanheng.registers.kind import FieldType


def sum_of(ask: Ask) -> Measured:
    """The sum of a field; entries in a unit that does not convert are left out."""
    field = ask.field(ask.binding.of, *NUMBERS)
    entries = Entries(ask)
    entries.filled(field.name)
    units = ask.named("units", FieldType.TEXT, FieldType.CHOICE)
    if units is None:
        added = total(entries.values(field.name))
        value, unit = in_unit(added, field.unit, ask.binding.unit)
    else:
        value, unit = _over_units(ask, entries, field.name, units.name)
    said = f"{plain(value)}{unit}"
    return entries.measured(
        value,
        unit,
        Words(
            f"{len(entries)}条记录的{field.title.zh}合计{said}",
            f"{field.title.en} of {len(entries)} entries, added up: {said}",
        ),
    )


def _over_units(
    ask: Ask, entries: Entries, name: str, units: str
) -> tuple[Decimal, str]:
    """The sum of values that each name their unit (公斤, 吨)."""
    entries.filled(units)
    found = sorted(set(entries.values(units)))
    wanted = ask.binding.unit or (found[0] if len(found) == 1 else "")
    if not wanted and found:
        raise QuanhengError(
            Words(
                f"记录有多种计量单位：{'、'.join(found)}",
                f"the entries name several units: {', '.join(found)}",
            ),
            Words("请在取数方式中写明 unit", "name the unit in the binding"),
        )
    fitting = {unit for unit in found if _converts(unit, wanted)}
    entries.keep(
        [unit in fitting for unit in entries.values(units)],
        Words(f"计量单位无法换算为{wanted}", f"the unit does not convert to {wanted}"),
    )
    by_unit: dict[str, list[Decimal]] = {unit: [] for unit in fitting}
    pairs = zip(entries.values(units), entries.values(name), strict=True)
    for unit, value in pairs:
        by_unit[unit].append(value)
    sums = (in_unit(total(v), unit, wanted)[0] for unit, v in sorted(by_unit.items()))
    return total(sums), wanted


def _converts(one: str, other: str) -> bool:
    unit, wanted = read_unit(one), read_unit(other)
    return one == other or bool(unit and wanted and unit.converts_to(wanted))


MEASURE = Measure(
    name="sum",
    title=Words("合计", "sum"),
    formula=Words("Σ 字段值，换算为所需单位", "Σ of a field, converted to the unit"),
    source=Words(
        "财预〔2020〕10号：预算执行数、成本、数量指标",
        "the amounts that were spent, made or reached",
    ),
    compute=sum_of,
    of=NUMBERS,
    options={
        "units": Words(
            "写明各条记录计量单位的字段", "the field that says the unit of an entry"
        )
    },
)
