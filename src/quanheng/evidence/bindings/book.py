"""Bindings and closed registers as a workbook (绑定.xlsx).

The same as ``bindings.yaml`` and ``closed`` in ``evidence.yaml``, for people who prefer
a workbook to YAML: one row for each value, with a pick list for the confirmation. Its
rows become the same plain data as the entries of ``bindings.yaml``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from quanheng.core.bilingual import COLON, Words, joined
from quanheng.core.budget import BudgetColumn, BudgetRow
from quanheng.core.computed.binding import Binding
from quanheng.core.computed.binding_record import KEYS, binding_data
from quanheng.core.computed.measured import Computed
from quanheng.core.errors import UnreadableFileError
from quanheng.evidence.bindings.named import (
    BUDGET,
    INDICATOR,
    NamedBinding,
    cell_name,
    named_binding,
)
from quanheng.evidence.measures.base.catalogue import measure_named, measure_names
from quanheng.readers.workbook.stored_values import stored_sheets
from quanheng.registers.kind import RegisterKind
from quanheng.registers.kinds import kinds
from quanheng.registers.reading.values.choices import NO, YES
from quanheng.writers.sheet import Column, Entry, Sheet, write_sheets

BOOK_NAME: Final = "绑定.xlsx"
VALUES: Final = "取数方式"
STATES: Final = "登记情况"
_CONFIRMED: Final = "确认"
_CLOSED: Final = "登记完毕"
_MONEY: Final = "资金"
_INDICATOR: Final = "指标"
_COLUMNS: Final = (
    Column("类别", 7, centred=True),
    Column("指标或栏目", 24),
    Column("填报值", 11),
    Column("台账", 16),
    Column("计量方法", 14),
    Column("计量字段", 14),
    Column("筛选条件", 26),
    Column("单位", 8, centred=True),
    Column("其他参数", 22),
    Column("取数结果", 12),
    Column("说明", 34),
    Column(_CONFIRMED, 8, centred=True, to_fill=True, choices=(YES, NO)),
)
_STATE_COLUMNS: Final = (
    Column("台账", 24),
    Column("已登记条数", 12, centred=True),
    Column(_CLOSED, 12, centred=True, to_fill=True, choices=(YES, NO)),
)
_CELLS: Final = {
    cell_name((row, column)): f"{row}.{column}"
    for row in BudgetRow
    for column in BudgetColumn
}
_NOTHING: Final = "（空）"
"""How a condition is written that fits blank fields."""
_PAIRS: Final = Words("应写为“层级=省级、市级；是否入选=是”", "name=value；…")
_SIGNS: Final = re.compile("[；、=“”]")
_PART: Final = re.compile("“([^”]*)”|([^；、=]+)")


@dataclass(frozen=True, slots=True)
class BookLine:
    """A row of the workbook: a value and its binding (取数方式一行).

    Attributes:
        name: Name of the value: an indicator's, 全年执行.
        typed: The text in the report.
        named: The binding; None where nothing is proposed.
        computed: The computed value.
        why: Why this binding is proposed, or why there is none.
    """

    name: str
    typed: str
    named: NamedBinding | None
    computed: Computed | None
    why: Words


@dataclass(frozen=True, slots=True)
class BindingsBook:
    """The content of the workbook (绑定工作簿).

    Attributes:
        bindings: Its bindings, confirmed or not.
        closed: Names of the registers that are closed.
    """

    bindings: tuple[NamedBinding, ...] = ()
    closed: frozenset[str] = frozenset()


def write_book(
    lines: Iterable[BookLine], counts: Mapping[str, int], closed: Iterable[str]
) -> bytes:
    """The workbook of some values and registers, given as names with entry counts."""
    states = [
        (kinds()[name].title.zh, count, _yes_no(name in set(closed)))
        for name, count in counts.items()
    ]
    sheets = (
        Sheet(VALUES, _COLUMNS, [_cells(line) for line in lines]),
        Sheet(STATES, _STATE_COLUMNS, states),
    )
    return write_sheets(sheets, VALUES)


def read_book(data: bytes) -> BindingsBook:
    """The bindings and closed registers in a workbook.

    Raises:
        UnreadableFileError: It is damaged, or a row is wrong.
    """
    bindings: list[NamedBinding] = []
    closed: list[str] = []
    for sheet in stored_sheets(data):
        if sheet.name == VALUES:
            bindings.extend(filter(None, map(_binding, *_rows(sheet.rows, _CONFIRMED))))
        elif sheet.name == STATES:
            closed.extend(filter(None, map(_closed, *_rows(sheet.rows, _CLOSED))))
    return BindingsBook(tuple(bindings), frozenset(closed))


def _rows(
    rows: Iterable[Sequence[str]], head_cell: str
) -> tuple[list[int], list[dict[str, str]]]:
    """Numbers of the rows below the heading, and each row as heading → cell."""
    head: list[str] = []
    found: dict[int, dict[str, str]] = {}
    for number, row in enumerate(rows, 1):
        cells = [cell.strip() for cell in row]
        if not head and head_cell in cells:
            head = cells
        elif head and any(cells):
            found[number] = dict(zip(head, cells, strict=False))
    return list(found), list(found.values())


def _cells(line: BookLine) -> Sequence[Entry]:
    named, measured = line.named, line.computed.measured if line.computed else None
    kind = _MONEY if named and named.cell else _INDICATOR
    said = _said(named.binding) if named else ("",) * 6
    return (
        kind,
        line.name,
        line.typed,
        *said,
        measured.text if measured else "",
        line.why.zh,
        _yes_no(bool(named and named.binding.confirmed)),
    )


def _said(binding: Binding) -> tuple[str, str, str, str, str, str]:
    """Register, measure, field, conditions, unit and options in words."""
    kind = kinds().get(binding.register)
    data = binding_data(binding)
    options = {k: v for k, v in data.items() if k not in (*KEYS, "confirmed")}
    return (
        kind.title.zh if kind else binding.register,
        _measures().get(binding.measure, binding.measure),
        _title(kind, binding.of),
        "；".join(
            f"{_title(kind, c.field)}={'、'.join(map(_quoted, c.values))}"
            for c in binding.where
        ),
        binding.unit,
        "；".join(f"{key}={_option(kind, said)}" for key, said in options.items()),
    )


def _binding(number: int, row: Mapping[str, str]) -> NamedBinding | None:
    """The binding in a row; None where it names no register and confirms nothing."""
    place = Words(f"{BOOK_NAME} 第{number}行", f"{BOOK_NAME} row {number}")
    confirmed = _as_bool(row.get(_CONFIRMED, ""), place)
    name, register = row.get("指标或栏目", ""), row.get("台账", "")
    if not register and not confirmed:
        return None
    by_title = {kind.title.zh: kind for kind in kinds().values()}
    kind = by_title.get(register) or kinds().get(register)
    measures = {title: name for name, title in _measures().items()}
    measure = row.get("计量方法", "")
    is_money = row.get("类别") == _MONEY
    entry: dict[str, object] = {
        BUDGET if is_money else INDICATOR: _CELLS.get(name, name) if is_money else name,
        "from": kind.name if kind else register,
        "measure": measures.get(measure, measure),
        "of": _field(kind, row.get("计量字段", "")),
        "where": dict(_conditions(kind, row.get("筛选条件", ""), place)),
        "unit": row.get("单位", ""),
        "confirmed": "true" if confirmed else "false",
    }
    for key, parts in _pairs(row.get("其他参数", ""), place):
        values = [said if quoted else _field(kind, said) for said, quoted in parts]
        entry[key] = values[0] if len(values) == 1 else values
    return named_binding(entry, place)


def _conditions(
    kind: RegisterKind | None, text: str, place: Words
) -> Iterator[tuple[str, list[str]]]:
    for title, parts in _pairs(text, place):
        values = [
            "" if said == _NOTHING and not quoted else said for said, quoted in parts
        ]
        yield _field(kind, title), values


def _pairs(text: str, place: Words) -> Iterator[tuple[str, list[tuple[str, bool]]]]:
    """``层级=省级、市级；…`` as names with their values and whether each is quoted."""
    rest = text
    while rest.strip():
        name, equals, after = rest.partition("=")
        values: list[tuple[str, bool]] = []
        at = 0
        while found := _PART.match(after, at):
            quoted = found[1] is not None
            values.append((found[1] if quoted else found[2].strip(), quoted))
            at = found.end()
            if after[at : at + 1] != "、":
                break
            at += 1
        if not equals or not values or after[at : at + 1] not in ("", "；"):
            raise _wrong(place, _PAIRS)
        yield name.strip(), values
        rest = after[at + 1 :]


def _closed(number: int, row: Mapping[str, str]) -> str | None:
    place = Words(f"{BOOK_NAME} {STATES}第{number}行", f"{BOOK_NAME} row {number}")
    if not _as_bool(row.get(_CLOSED, ""), place):
        return None
    title = row.get("台账", "")
    for kind in kinds().values():
        if title in (kind.title.zh, kind.name):
            return kind.name
    unknown = Words(f"无此台账：“{title}”", f"there is no register “{title}”")
    raise _wrong(place, unknown)


def _as_bool(said: str, place: Words) -> bool:
    if said not in ("", YES, NO):
        fault = Words(f"“{said}”应为“{YES}”或“{NO}”", f"write {YES} or {NO}")
        raise _wrong(place, fault)
    return said == YES


def _yes_no(value: bool) -> str:
    return YES if value else NO


def _measures() -> dict[str, str]:
    """Name of a measure → its title."""
    return {name: measure_named(name).title.zh for name in measure_names()}


def _title(kind: RegisterKind | None, name: str) -> str:
    titles = {field.name: field.title.zh for field in kind.fields} if kind else {}
    return titles.get(name, name)


def _field(kind: RegisterKind | None, title: str) -> str:
    names = {field.title.zh: field.name for field in kind.fields} if kind else {}
    return names.get(title, title)


def _quoted(value: str) -> str:
    if not value:
        return _NOTHING
    return f"“{value}”" if _SIGNS.search(value) or value == _NOTHING else value


def _option(kind: RegisterKind | None, said: str) -> str:
    """An option in words; a text that could be taken for a column is quoted."""
    title = _title(kind, said)
    if title == said and (_field(kind, said) != said or _SIGNS.search(said)):
        return f"“{said}”"
    return title


def _wrong(place: Words, fault: Words) -> UnreadableFileError:
    return UnreadableFileError(joined((place, fault), COLON))
