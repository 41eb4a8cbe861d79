"""Which file proves which entries and which indicators (佐证对应)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Final
from unicodedata import normalize

from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import Computed
from quanheng.core.days import as_day
from quanheng.evidence.proof import Link
from quanheng.registers.kind import FieldType, RegisterKind
from quanheng.registers.register import Register

_ABSENT: Final = Words("文件夹中无此文件", "the folder has no such file")
_SEVERAL: Final = Words(
    "有多个同名文件，请写明子文件夹", "several files have the name; write the folder"
)


@dataclass(frozen=True, slots=True)
class Unfound:
    """A file that an entry names but the folder does not have (缺少的佐证).

    Attributes:
        register: Name of the register.
        row: Row of the entry.
        name: The file as named in the entry.
        reason: The fault.
    """

    register: str
    row: int
    name: str
    reason: Words


@dataclass(frozen=True)
class Linked:
    """Files and what they prove (佐证对应).

    Attributes:
        links: Path → what it proves.
        unfound: Files that are named but missing.
        bare: Name of a register → rows of entries that name no file, where the
            register has a column for them.
    """

    links: Mapping[str, tuple[Link, ...]]
    unfound: tuple[Unfound, ...]
    bare: Mapping[str, Sequence[int]]


def link_files(registers: Iterable[Register], paths: Collection[str]) -> Linked:
    """Find the files that entries name, by path or by name alone."""
    places = _Places(paths)
    links: defaultdict[str, list[Link]] = defaultdict(list)
    unfound: list[Unfound] = []
    bare: dict[str, Sequence[int]] = {}
    for register in registers:
        columns = _file_columns(register)
        kept = []
        for at, row in enumerate(register.rows):
            names = [name for column in columns for name in column[at] or ()]
            if not names:
                kept.append(row)
            for name in dict.fromkeys(names):
                found = places.find(name)
                if isinstance(found, str):
                    links[found].append(_link(register, at))
                else:
                    unfound.append(Unfound(register.kind.name, row, name, found))
        if columns and kept:
            bare[register.kind.name] = kept
    return Linked({k: tuple(v) for k, v in links.items()}, tuple(unfound), bare)


def indicator_links(
    linked: Mapping[str, tuple[Link, ...]], computed: Iterable[Computed]
) -> Iterator[tuple[str, Link]]:
    """Links of the files of entries to the indicators computed from the entries."""
    by_entry: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for path, links in linked.items():
        for link in links:
            by_entry[link.register, link.row].append(path)
    for value in computed:
        link = Link(indicator=value.name)
        entries = _entries_behind(value)
        paths = {path for entry in entries for path in by_entry.get(entry, ())}
        yield from ((path, link) for path in sorted(paths))


def _entries_behind(value: Computed) -> Iterator[tuple[str, int]]:
    if value.measured is None:
        return
    own = {value.binding.register: value.measured.used}
    for rows in (own, value.measured.also):
        for register, numbers in rows.items():
            yield from ((register, number) for number in numbers)


def _file_columns(register: Register) -> list[Sequence[tuple[str, ...] | None]]:
    return [
        register.columns[field.name]
        for field in register.kind.fields
        if field.type is FieldType.FILES and field.name in register.columns
    ]


def _link(register: Register, at: int) -> Link:
    days = list(_days(register, register.kind, at))
    return Link(
        register=register.kind.name,
        row=register.rows[at],
        day=min(days, default=None),
        until=max(days, default=None),
    )


def _days(register: Register, kind: RegisterKind, at: int) -> Iterator[date]:
    """The day of an entry and those that follow it: its end, its answer."""
    for name in {kind.day, *kind.order} - {""}:
        if moment := register.column(name)[at]:
            yield as_day(moment)


class _Places:
    """The files of a folder by path and by name (文件查找)."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._by_path = {_plain(path): path for path in paths}
        self._by_name: defaultdict[str, list[str]] = defaultdict(list)
        for path in self._by_path.values():
            self._by_name[_plain(PurePath(path).name)].append(path)

    def find(self, name: str) -> str | Words:
        """The path of a file, or why there is none."""
        if path := self._by_path.get(_plain(name)):
            return path
        found = self._by_name.get(_plain(name), ())
        if len(found) == 1:
            return found[0]
        return _SEVERAL if found else _ABSENT


def _plain(name: str) -> str:
    """A name normalised: macOS decomposes accents, Windows ignores case."""
    return normalize("NFC", name).casefold()
