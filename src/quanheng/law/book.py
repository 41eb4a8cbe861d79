"""The book of dated, regional parameters (参数手册)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from hashlib import sha256
from typing import TypeAlias, TypeVar, cast

from quanheng.core.bilingual import Words
from quanheng.core.errors import ParameterNotInForceError
from quanheng.law import kinds
from quanheng.law.citation import Citation, LegalText, cite

Value: TypeAlias = (
    Decimal | str | bool | Sequence["Value"] | Mapping[str, "Value"] | None
)

_Kind = TypeVar("_Kind")

NATIONWIDE = "全国"
_DIGEST_LENGTH = 32
EVERYWHERE = "everywhere"
"""Scope of the names of codes that are the same in every parameter."""
ANY_TIME = date(2000, 1, 1)
"""The first day of a value without a beginning (起始不限)."""


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A parameter's value from a day on, in a region (参数取值).

    Attributes:
        value: Numbers as Decimal; lists and mappings as written.
        since: First day in force.
        until: Last day in force, None while open.
        region: 全国, a province, or 中央部门.
        cite: Its source.
    """

    value: Value
    since: date
    region: str
    cite: Citation
    until: date | None = None

    def in_force(self, day: date) -> bool:
        """Whether the value is in force on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter through time and regions (参数).

    Attributes:
        name: ``topic.name``, by the path of its file in ``law/parameters``.
        title: Its title.
        unit: Unit of its values, empty for lists and words.
        values: Its values, oldest first.
    """

    name: str
    title: Words
    unit: str
    values: tuple[DatedValue, ...]

    @property
    def cite(self) -> Citation:
        """Source of the newest value."""
        return self.values[-1].cite


@dataclass(frozen=True, slots=True)
class WordList:
    """Words by which reports are understood (词表): no law, no day, no region.

    Attributes:
        name: ``words.name``, as in ``language/lexicon``.
        title: Its title.
        subject: The subject of all lists in its file.
        value: Words, groups of words or records.
        cite: The practice behind it.
    """

    name: str
    title: Words
    subject: Words
    value: Value
    cite: Citation


Entry: TypeAlias = Parameter | WordList
"""An entry of the book (条目)."""


@dataclass(frozen=True, eq=False)
class LawBook:
    """All parameters, legal texts and word lists (参数手册).

    A book equals only itself.
    """

    parameters: Mapping[str, Parameter]
    texts: Mapping[str, LegalText]
    lexicon: Mapping[str, WordList] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, Words]] = field(default_factory=dict)
    """Names of keys, codes, units and regions: everywhere, or in one parameter."""
    provinces: tuple[str, ...] = ()
    """The official names of the provinces (省级行政区)."""

    def said(self, parameter: str, code: str) -> Words:
        """A key, code, unit or region in words; unchanged if it has no other name."""
        for scope in (parameter, EVERYWHERE):
            if found := self.words.get(scope, {}).get(code):
                return found
        return Words(code, code)

    @cached_property
    def digest(self) -> str:
        """Digest of all content, to identify the law behind findings (口径摘要)."""
        parts = (self.parameters, self.texts, self.lexicon, self.words)
        said = repr([sorted(part.items()) for part in parts])
        return sha256(said.encode()).hexdigest()[:_DIGEST_LENGTH]

    @property
    def entries(self) -> Mapping[str, Entry]:
        """All parameters and word lists by their names."""
        return {**self.parameters, **self.lexicon}

    def entry(self, name: str) -> Entry:
        """A parameter or word list by name.

        Raises:
            ParameterNotInForceError: There is none of that name.
        """
        if found := self.parameters.get(name) or self.lexicon.get(name):
            return found
        raise ParameterNotInForceError(
            Words(f"无此参数：{name}", f"there is no parameter {name}"),
            Words("quanheng law 列出全部参数", "quanheng law lists them all"),
        )

    def with_own(self, entries: Iterable[Entry]) -> "LawBook":
        """The book with own entries, which replace those of the same name.

        For the word lists of an office, or the draft of a threshold.
        """
        own = {entry.name: entry for entry in entries}
        lists = {n: entry for n, entry in own.items() if isinstance(entry, WordList)}
        rest = {n: entry for n, entry in own.items() if isinstance(entry, Parameter)}
        return replace(
            self,
            parameters={**self.parameters, **rest},
            lexicon={**self.lexicon, **lists},
        )

    def cite(self, document: str, article: str = "") -> Citation:
        """A citation with its state of verification from the register."""
        return cite(self.texts, document, article)

    def law(self, day: date | None = None, region: str = NATIONWIDE) -> "Law":
        """The law of a day in a region; of all days if the day is None."""
        return Law(self, day, region)


@dataclass(frozen=True)
class Law:
    """The parameters as they apply to one report (适用口径).

    Attributes:
        book: The book they come from.
        day: A day in the evaluation year; None where the year is unknown, and then
            every version ever in force may apply.
        region: The report's region; 全国 where unknown.
    """

    book: LawBook
    day: date | None = None
    region: str = NATIONWIDE
    _cache: dict[str, tuple[DatedValue, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )
    _readings: dict[tuple[str, object], object] = field(
        default_factory=dict, compare=False, repr=False
    )
    _versions: dict[tuple[date, str], "Law"] = field(
        default_factory=dict, compare=False, repr=False
    )

    def __reduce__(self) -> tuple[type["Law"], tuple[object, ...]]:
        """Pickle the law without its caches."""
        return Law, (self.book, self.day, self.region)

    def version(self, day: date, region: str) -> "Law":
        """The law of one day in one region, cached with the values it has read."""
        if (day, region) not in self._versions:
            self._versions[day, region] = self.book.law(day, region)
        return self._versions[day, region]

    def versions(self, name: str) -> tuple[DatedValue, ...]:
        """Every value that may apply, the leading one first.

        With a known day: the newest value in force for each region that may apply.
        The report's own region leads; without one, 全国 leads. Without a day: all
        values, the newest first. A rule that must hold under every version in force
        compares with all of them; others take the first. A word list has no versions.

        Raises:
            ParameterNotInForceError: None is in force, or the name is unknown.
        """
        if name not in self._cache:
            self._cache[name] = self._choose(name)
        return self._cache[name]

    def value(self, name: str) -> Value:
        """The leading value of a parameter, or a word list."""
        if listed := self.book.lexicon.get(name):
            return listed.value
        return self.versions(name)[0].value

    def number(self, name: str) -> Decimal:
        """The leading value, which must be a number."""
        return self._read(name, kinds.as_number)

    def numbers(self, name: str) -> tuple[Decimal, ...]:
        """The leading value, which must be a list of numbers."""
        return self._read(name, kinds.as_numbers)

    def words(self, name: str) -> tuple[str, ...]:
        """The leading value, which must be a list of words."""
        return self._read(name, kinds.as_words)

    def word_lists(self, name: str) -> tuple[tuple[str, ...], ...]:
        """The leading value, which must be a list of lists of words."""
        return self._read(name, kinds.as_word_lists)

    def word_groups(self, name: str) -> Mapping[str, tuple[str, ...]]:
        """The leading value, which must be a mapping of lists of words."""
        return self._read(name, kinds.as_word_groups)

    def table(self, name: str) -> Mapping[str, Value]:
        """The leading value, which must be a mapping."""
        return self._read(name, kinds.as_table)

    def records(self, name: str) -> tuple[Mapping[str, Value], ...]:
        """The leading value, which must be a list of mappings."""
        return self._read(name, kinds.as_records)

    def _read(self, name: str, kind: Callable[[Value], _Kind]) -> _Kind:
        """A value converted to a kind, cached because every rule reads some."""
        key = (name, kind)
        if key not in self._readings:
            try:
                self._readings[key] = kind(self.value(name))
            except TypeError as error:
                raise TypeError(f"{name}: {error}") from error
        return cast("_Kind", self._readings[key])

    def _choose(self, name: str) -> tuple[DatedValue, ...]:
        entry = self.book.entry(name)
        if isinstance(entry, WordList):
            return ()
        values = entry.values
        if self.day is not None:
            newest: dict[str, DatedValue] = {}
            for value in values:
                if value.in_force(self.day):
                    newest[value.region] = value
            values = tuple(newest.values())
        if self.region != NATIONWIDE:
            own = tuple(v for v in values if v.region == self.region)
            values = own or tuple(v for v in values if v.region == NATIONWIDE)
        ordered = sorted(
            values, key=lambda v: (v.region == NATIONWIDE, v.since), reverse=True
        )
        if not ordered:
            when = self.day or "任何日期"
            raise ParameterNotInForceError(
                Words(
                    f"参数 {name} 在 {when}（{self.region}）无生效的取值",
                    f"{name} has no value on {self.day} in {self.region}",
                ),
                Words(
                    f"quanheng law {name} 显示它的沿革",
                    f"quanheng law {name} shows it through time",
                ),
            )
        return tuple(ordered)
