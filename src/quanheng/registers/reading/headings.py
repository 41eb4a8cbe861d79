"""The headings of a table and the fields that they name (表头)."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypeAlias

from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError
from quanheng.core.grammar.units import read_unit
from quanheng.core.quantity import Unit
from quanheng.language.similarity import bare, similarity
from quanheng.registers.kind import FieldType, RegisterField, RegisterKind
from quanheng.registers.reading.values.numbers import column_scale
from quanheng.registers.register import Noted

MOST_ROWS_ABOVE: Final = 30
"""Rows searched for a heading, which may be below titles and notes."""
_FEWEST_COLUMNS: Final = 2
_ALIKE: Final = Decimal("0.4")
_BRACKETS: Final = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|【([^【】]*)】")
_NUMERIC: Final = frozenset({FieldType.COUNT, FieldType.NUMBER, FieldType.MONEY})
_Names: TypeAlias = Mapping[str, RegisterField]
_ROW_NUMBERS: Final = frozenset({"序号", "no", "行号"})
"""Columns that only count the rows."""


@dataclass(frozen=True, slots=True)
class HeadedColumn:
    """A column whose field is known (已识别的列).

    Attributes:
        index: Its place in a row, from 0.
        field: Its field.
        unit: Unit in its heading, if any.
    """

    index: int
    field: RegisterField
    unit: Unit | None


@dataclass(frozen=True, slots=True)
class Header:
    """The heading of a table (表头).

    Attributes:
        index: Its row, from 0.
        columns: The columns that are read.
        noted: Notes on the other columns.
    """

    index: int
    columns: tuple[HeadedColumn, ...]
    noted: tuple[Noted, ...]


def find_header(kind: RegisterKind, rows: Sequence[Sequence[str]]) -> Header:
    """The heading among the first rows of a table.

    Raises:
        QuanhengError: There is none, or required columns are missing.
    """
    names = _names(kind)
    found = [_columns(names, row) for row in rows]
    best = max(range(len(rows)), key=lambda index: len(found[index]), default=0)
    if not rows or len(found[best]) < _FEWEST_COLUMNS:
        raise _no_header(kind)
    columns = found[best]
    noted = tuple(_unread(kind, names, rows[best], columns))
    _check_required(kind, columns, noted)
    _check_units(columns)
    return Header(best, columns, noted)


def counts_rows(heading: str) -> bool:
    """Whether a column of this heading only counts the rows (序号)."""
    return _key(heading) in _ROW_NUMBERS


def _names(kind: RegisterKind) -> _Names:
    """Name → field; titles take precedence over synonyms."""
    names: dict[str, RegisterField] = {}
    for field in kind.fields:
        for name in (field.title.zh, field.title.en, field.name):
            names[_key(name)] = field
    for field in kind.fields:
        for name in field.synonyms:
            names.setdefault(_key(name), field)
    return names


def _key(text: str) -> str:
    return bare(unicodedata.normalize("NFKC", text)).casefold().replace(" ", "")


def _columns(names: _Names, row: Sequence[str]) -> tuple[HeadedColumn, ...]:
    """The known columns, each field once, preferably the column with its title."""
    claims: dict[str, HeadedColumn] = {}
    by_title: set[str] = set()
    for index, text in enumerate(row):
        found = _field(names, text)
        if found is None:
            continue
        field, unit = found
        is_title = _key(_bare_heading(text)) == _key(field.title.zh)
        if field.name not in claims or (is_title and field.name not in by_title):
            claims[field.name] = HeadedColumn(index, field, unit)
        if is_title:
            by_title.add(field.name)
    return tuple(sorted(claims.values(), key=lambda column: column.index))


def _bare_heading(text: str) -> str:
    return _BRACKETS.sub("", unicodedata.normalize("NFKC", text))


def _field(names: _Names, text: str) -> tuple[RegisterField, Unit | None] | None:
    plain = unicodedata.normalize("NFKC", text)
    field = names.get(_key(plain)) or names.get(_key(_bare_heading(plain)))
    if field is None:
        return None
    return field, _unit(plain) if field.type in _NUMERIC else None


def _unit(text: str) -> Unit | None:
    """The unit in brackets behind a heading: 金额（万元）."""
    inside = ("".join(filter(None, match)) for match in _BRACKETS.findall(text))
    return next(filter(None, map(read_unit, inside)), None)


def _unread(
    kind: RegisterKind,
    names: _Names,
    row: Sequence[str],
    columns: Sequence[HeadedColumn],
) -> Iterator[Noted]:
    taken = {column.index for column in columns}
    present = {column.field.name for column in columns}
    for index, text in enumerate(row):
        title = " ".join(text.split())
        if index in taken or not title or counts_rows(title):
            continue
        if _field(names, title):
            reason = Words(
                "与另一列是同一项，未读取", "the same as another column; not read"
            )
        else:
            reason = _unknown(kind, title, present)
        yield Noted(title, reason)


def _unknown(kind: RegisterKind, title: str, present: set[str]) -> Words:
    near = _nearest(kind, title, present)
    if near is None:
        return Words("无法识别的列，未读取", "an unknown column; not read")
    return Words(
        f"无法识别的列，未读取；是否为“{near.title.zh}”",
        f"an unknown column; not read; is it “{near.title.zh}” ({near.title.en})?",
    )


def _nearest(kind: RegisterKind, title: str, present: set[str]) -> RegisterField | None:
    absent = [field for field in kind.fields if field.name not in present]
    likeness = {
        field.name: max(
            similarity(title, name) for name in (field.title.zh, *field.synonyms)
        )
        for field in absent
    }
    best = max(absent, key=lambda field: likeness[field.name], default=None)
    return best if best and likeness[best.name] >= _ALIKE else None


def _check_required(
    kind: RegisterKind, columns: Sequence[HeadedColumn], noted: Sequence[Noted]
) -> None:
    present = {column.field.name for column in columns}
    missing = [f for f in kind.fields if f.required and f.name not in present]
    if not missing:
        return
    zh = "、".join(field.title.zh for field in missing)
    en = ", ".join(f"{field.title.zh} ({field.title.en})" for field in missing)
    others = "、".join(note.field for note in noted)
    raise QuanhengError(
        Words(f"缺少必填列：{zh}", f"required columns are missing: {en}"),
        Words(
            f"未识别的列：{others}" if others else "请按模板补充上述各列",
            f"columns not known: {others}" if others else "see the template",
        ),
    )


def _check_units(columns: Sequence[HeadedColumn]) -> None:
    for column in columns:
        if column.unit and column_scale(column.field, column.unit) is None:
            raise _wrong_unit(column.field, column.unit)


def _no_header(kind: RegisterKind) -> QuanhengError:
    required = "、".join(field.title.zh for field in kind.fields if field.required)
    return QuanhengError(
        Words(
            f"前{MOST_ROWS_ABOVE}行未找到{kind.title.zh}的表头",
            f"no heading of {kind.title.en.lower()} in the first "
            f"{MOST_ROWS_ABOVE} rows",
        ),
        Words(
            f"表头至少应有：{required}；可用 quanheng evidence new 生成模板",
            f"it needs at least: {required}; quanheng evidence new writes a template",
        ),
    )


def _wrong_unit(field: RegisterField, unit: Unit) -> QuanhengError:
    title, own = field.title.zh, field.unit
    return QuanhengError(
        Words(
            f"“{title}”列的单位是{unit.symbol}，应为{own}",
            f"the column “{title}” is in {unit.symbol}, it should be in {own}",
        )
    )
