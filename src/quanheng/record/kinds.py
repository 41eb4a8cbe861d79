"""Kinds of values in a record, with their readers and writers (数据类型)."""

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, Final, NamedTuple, TypeVar

from quanheng.core.bilingual import NO_WORDS, Words, listed
from quanheng.core.budget import BudgetColumn, BudgetRow
from quanheng.core.computed.binding_record import read_binding
from quanheng.core.errors import UnreadableFileError
from quanheng.core.field import Field
from quanheng.core.quantity import plain
from quanheng.core.refusals import unexpected
from quanheng.core.report import Chapter
from quanheng.core.source import Source
from quanheng.core.unread import Unread

_MAPPINGS: Final = (dict, Mapping)
"""The common type first: a check of an abstract class is slow."""
_BOUND: Final = {"binding", "from", "measure"}
"""Keys of a binding in the object of a value."""
_WRITTEN: Final = {"raw", "value", "unit", "at", "also", "binding", "seen", "margin"}
"""Keys of a value as ``convert --to json`` writes it."""
_OF_PLACES: Final = {"text", "path"}
_COLUMNS: Final = {
    *("level1", "level2", "level3", "weight", "target", "actual"),
    *("completion", "score", "reason"),
}
"""Columns of an indicator table that may have a label."""
_MOST_DIGITS: Final = 9
"""Of a number of rows, points or millimetres."""
_NOT_COMPUTED: Final = Words(
    "填写的值：此处无法取数", "a value: nothing is computed here"
)

Money = Mapping[tuple[BudgetRow, BudgetColumn], Field]
Member = TypeVar("Member", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Style:
    """How a record is written (写法).

    Attributes:
        field: Writes a field; its argument is None if the form has no such cell.
        lang: Language of the places; empty if no places are written.
    """

    field: Callable[[Field | None], Any]
    lang: str = ""


def _unchanged(value: Any, style: Style) -> Any:
    return value


class Kind(NamedTuple):
    """A kind of value.

    Attributes:
        load: Plain data and their path → the value; None for no value. Other data are
            refused with the path.
        dump: The value → plain data.
    """

    load: Callable[[Any, str], Any]
    dump: Callable[[Any, Style], Any] = _unchanged


def list_of(kind: Kind) -> Kind:
    """A list of values of one kind without nulls (列表)."""

    def load(data: Any, path: str) -> Any:
        if not isinstance(data or (), list | tuple):
            raise wrong(path, Words("列表", "a list"))
        items = enumerate(data or ())
        loaded = (kind.load(item, f"{path}[{number}]") for number, item in items)
        return tuple(item for item in loaded if item is not None)

    return Kind(load, lambda value, style: [kind.dump(item, style) for item in value])


def optional(kind: Kind) -> Kind:
    """A value that may be absent: null, or an empty mapping."""
    return Kind(
        lambda data, path: kind.load(data, path) if data else None,
        lambda value, style: None if value is None else kind.dump(value, style),
    )


def choice(kind: type[Member], default: Member) -> Kind:
    """A member of an enumeration."""
    return Kind(
        lambda data, path: member(kind, _text(data, path), path) if data else default,
        lambda value, style: value.value,
    )


def load_place(data: Any, path: str) -> Source:
    """The place in the data; by default that of the surrounding mapping."""
    if isinstance(data, Source):
        return data
    if isinstance(data, _MAPPINGS):
        refuse_unknown(data, _OF_PLACES, path)
        data = data.get("path", data.get("text"))
    if data is None:
        return Source(key=path.rpartition(".")[0])
    return Source.parse(str(data))


def place(at: Source, lang: str) -> dict[str, str]:
    """A place for people and for machines."""
    return {"text": at.text(lang), "path": at.path}


PLACE: Final = Kind(load_place, lambda value, style: place(value, style.lang))
PLACES: Final = list_of(PLACE)


def as_field(data: Any, path: str) -> Field | None:
    """A text, a field, or a field's object in the JSON of ``convert``."""
    if isinstance(data, Field):
        return data
    if isinstance(data, _MAPPINGS):
        if not _BOUND.isdisjoint(data):
            raise wrong(path, _NOT_COMPUTED)
        refuse_unknown(data, _WRITTEN, path)
        return _placed(data, path)
    if isinstance(data, list | tuple):
        raise wrong(path, Words("文字或数值", "a text or number"))
    return None if data is None else Field(str(data), Source(key=path))


def _placed(data: Mapping[str, Any], path: str) -> Field | None:
    raw, at, also = data.get("raw"), data.get("at"), data.get("also")
    # Who corrects a record writes the value and may leave what was seen.
    seen = _text(data.get("seen"), path) if not raw else ""
    raw = "" if seen else raw
    if raw is None or at is None or not isinstance(raw, str):
        typed = as_field(raw, path)
        return replace(typed, seen=seen) if typed and seen else typed
    places = PLACES.load(also, f"{path}.also") if also else ()
    return Field(raw, load_place(at, f"{path}.at"), places, seen=seen)


def as_named(data: Any, path: str) -> Field:
    """A value that is never absent; empty if the record leaves it out."""
    return as_field(data, path) or Field("", Source(key=path))


def as_bindable(data: Any, path: str) -> Field | None:
    """A value that may be computed: ``{raw: 2次, from: cases, measure: count}``."""
    if not isinstance(data, _MAPPINGS) or _BOUND.isdisjoint(data):
        return as_field(data, path)
    binding = data.get("binding")
    if binding is None:
        binding = {
            k: said for k, said in data.items() if k not in ("raw", "at", "seen")
        }
    else:
        refuse_unknown(data, _WRITTEN, path)
    typed = _placed(data, path) or as_named(None, path)
    said = as_mapping(binding, f"{path}.binding")
    return replace(typed, binding=read_binding(said, path))


def _labels(data: Any, path: str) -> dict[str, Field]:
    said = as_mapping(data, path)
    refuse_unknown(said, _COLUMNS, path)
    fields = ((name, as_field(said[name], below(path, name))) for name in said)
    return {name: field for name, field in fields if field is not None}


def _cells(data: Any, path: str) -> Money:
    cells = {}
    for name, columns in as_mapping(data, path).items():
        inner = below(path, name)
        for key, said in as_mapping(columns, inner).items():
            at = below(inner, key)
            where = member(BudgetRow, name, at), member(BudgetColumn, key, at)
            if (cell := as_bindable(said, at)) is not None:
                cells[where] = cell
    return cells


def _rows(value: Money, style: Style) -> dict[str, dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = {}
    for (row, column), cell in value.items():
        rows.setdefault(row.value, {})[column.value] = style.field(cell)
    return rows


def _unused(data: Any, path: str) -> Field:
    said = as_mapping(data, path)
    refuse_unknown(said, {"text", "at"}, path)
    return as_named({"raw": said.get("text"), "at": said.get("at")}, path)


def _unread(data: Any, path: str) -> Unread:
    said = as_mapping(data, path)
    known = {*_OF_PLACES, "why", "reason", "unseen", "seen", "guess"}
    refuse_unknown(said, known, path)
    at = {key: said[key] for key in ("text", "path") if key in said}
    return Unread(
        load_place(at, path),
        _words(said.get("reason"), f"{path}.reason"),
        _flag(said.get("unseen"), path),
        _text(said.get("seen"), path),
        _words(said.get("guess"), f"{path}.guess"),
    )


def _words(data: Any, path: str) -> Words:
    """A text in both languages, or one text for both."""
    if isinstance(data, str):
        return Words(data, data)
    said = as_mapping(data, path)
    return Words(*(_text(said.get(lang), path) for lang in ("zh", "en")))


def _unread_data(value: Unread, style: Style) -> dict[str, Any]:
    said = {
        **place(value.at, style.lang),
        "why": value.why.text(style.lang),
        "reason": {"zh": value.why.zh, "en": value.why.en},
        "unseen": value.unseen,
    }
    if value.seen:
        said["seen"] = value.seen
    if value.guess != NO_WORDS:
        said["guess"] = {"zh": value.guess.zh, "en": value.guess.en}
    return said


def _flag(data: Any, path: str) -> bool:
    return _text(data, path).lower() == "true"


def _text(data: Any, path: str) -> str:
    field = as_field(data, path)
    return field.raw if field else ""


def _number(data: Any, path: str) -> Decimal:
    try:
        said = Decimal(_text(data, path) or 0)
    except InvalidOperation:
        said = Decimal("NaN")
    if not said.is_finite() or said.adjusted() > _MOST_DIGITS:
        raise wrong(path, Words("数字", "a number"))
    return said


def _whole(data: Any, path: str) -> int:
    number = _number(data, path)
    if number != int(number) or number < 0:
        raise wrong(path, Words("整数", "a whole number"))
    return int(number)


def _level(data: Any, path: str) -> int:
    level = _text(data, path) or "0"
    if level not in "01234":
        raise wrong(path, Words("0 到 4 的数字", "a number from 0 to 4"))
    return int(level)


def member(kind: type[Member], value: Any, path: str) -> Member:
    """The member of an enumeration that a text names.

    Raises:
        UnreadableFileError: It names none.
    """
    if value in kind.__members__.values():
        return kind(value)
    known = listed(kind)
    raise wrong(path, Words(f"以下之一：{known.zh}", f"one of {known.en}"))


def as_mapping(data: Any, path: str) -> Mapping[str, Any]:
    """Data as a mapping; empty for None.

    Raises:
        UnreadableFileError: They are no mapping.
    """
    if data is not None and not isinstance(data, _MAPPINGS):
        raise wrong(path, Words("键值结构", "a mapping"))
    return data or {}


def refuse_unknown(data: Mapping[str, Any], known: Set[str], path: str) -> None:
    """Refuse a mapping with unknown keys.

    Raises:
        UnreadableFileError: It has one; the hint names similar known keys.
    """
    if data.keys() <= known:
        return
    key = next(key for key in data if key not in known)
    at = below(path, key)
    near = listed(get_close_matches(str(key), known, 1) or sorted(known))
    raise UnreadableFileError(
        Words(f"{at}：未知栏目", f"{at}: unknown key"),
        Words(f"可用栏目：{near.zh}", f"known: {near.en}"),
    )


def below(path: str, key: str) -> str:
    """The path of a key in the mapping at a path."""
    return f"{path}.{key}" if path else str(key)


def wrong(path: str, expected: Words) -> UnreadableFileError:
    """The error for data of another shape than expected."""
    return unexpected(Words(path or "文件", path or "the file"), expected)


def _of_style(value: Field | None, style: Style) -> Any:
    return style.field(value)


BINDABLE: Final = Kind(as_bindable, _of_style)
LABELS: Final = Kind(
    _labels, lambda value, style: {k: style.field(v) for k, v in value.items()}
)
CELLS: Final = Kind(_cells, _rows)
LEVEL: Final = Kind(_level)
CHAPTER: Final = choice(Chapter, Chapter.OTHER)
UNUSED: Final = list_of(
    Kind(
        _unused,
        lambda value, style: {"text": value.raw, "at": place(value.at, style.lang)},
    )
)
UNREAD: Final = list_of(Kind(_unread, _unread_data))
TABLE_PLACE: Final = Kind(
    lambda data, path: load_place(
        data or Source(key=path.replace("table_at", "indicators")), path
    ),
    PLACE.dump,
)
BY_TYPE: Final[Mapping[Any, Kind]] = {
    Field | None: Kind(as_field, _of_style),
    Field: Kind(as_named, _of_style),
    Source: PLACE,
    str: Kind(_text),
    bool: Kind(_flag),
    int: Kind(_whole),
    Decimal: Kind(_number, lambda value, style: plain(value)),
}
"""Type → kind of its values."""
