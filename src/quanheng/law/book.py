"""The book of dated, regional parameters (参数手册)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeAlias, cast

from quanheng.core.errors import ParameterNotInForceError
from quanheng.law.citation import Citation, LegalText, cite

Value: TypeAlias = (
    Decimal | str | bool | Sequence["Value"] | Mapping[str, "Value"] | None
)

NATIONWIDE = "全国"


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A parameter's value from a day on, in a region (参数取值).

    Attributes:
        value: Numbers as Decimal; lists and mappings as written.
        since: First day in force.
        until: Last day in force, None while open.
        region: 全国, a province, or 中央部门.
        cite: Its own source.
    """

    value: Value
    since: date
    region: str
    cite: Citation
    until: date | None = None

    def in_force(self, day: date) -> bool:
        """Whether the value holds on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter through time and regions (参数).

    Attributes:
        name: ``topic.name``, as its file lies in ``law/parameters``.
        title: Chinese title.
        title_en: English title.
        unit: Unit of its values, empty for lists and words.
        values: Its values, oldest first.
    """

    name: str
    title: str
    title_en: str
    unit: str
    values: tuple[DatedValue, ...]


@dataclass(frozen=True)
class LawBook:
    """All parameters and legal texts (参数手册)."""

    parameters: Mapping[str, Parameter]
    texts: Mapping[str, LegalText]

    def parameter(self, name: str) -> Parameter:
        """A parameter by name.

        Raises:
            ParameterNotInForceError: There is none of that name.
        """
        try:
            return self.parameters[name]
        except KeyError:
            raise ParameterNotInForceError(
                f"没有名为 {name} 的参数",
                "quanheng law 列出全部参数",
                message_en=f"there is no parameter {name}",
                hint_en="quanheng law lists them all",
            ) from None

    def cite(self, document: str, article: str = "") -> Citation:
        """A citation with its state of verification from the register."""
        return cite(self.texts, document, article)

    def law(self, day: date | None = None, region: str = NATIONWIDE) -> "Law":
        """The law of a day in a region; of every day where it is None."""
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

    def versions(self, name: str) -> tuple[DatedValue, ...]:
        """Every value that may apply, the leading one first.

        With a known day: the newest value in force per region that could be meant.
        The report's own region leads; without one, 全国 leads. Without a day: all
        values, the newest first. A rule that must hold under every version in
        force compares with all of them; any other takes the first.

        Raises:
            ParameterNotInForceError: None is in force, or the name is unknown.
        """
        if name not in self._cache:
            self._cache[name] = self._choose(name)
        return self._cache[name]

    def value(self, name: str) -> Value:
        """The leading value of a parameter."""
        return self.versions(name)[0].value

    def number(self, name: str) -> Decimal:
        """The leading value, which must be a number."""
        value = self.value(name)
        if not isinstance(value, Decimal):
            raise TypeError(f"{name} is no number: {value!r}")
        return value

    def words(self, name: str) -> tuple[str, ...]:
        """The leading value, which must be a list of words."""
        value = self.value(name)
        if isinstance(value, str) or not isinstance(value, Sequence):
            raise TypeError(f"{name} is no list: {value!r}")
        return cast("tuple[str, ...]", tuple(value))

    def table(self, name: str) -> Mapping[str, Value]:
        """The leading value, which must be a mapping."""
        value = self.value(name)
        if not isinstance(value, Mapping):
            raise TypeError(f"{name} is no mapping: {value!r}")
        return value

    def word_groups(self, name: str) -> Mapping[str, tuple[str, ...]]:
        """The leading value, which must be a mapping of lists of words."""
        groups: dict[str, tuple[str, ...]] = {}
        for key, words in self.table(name).items():
            if isinstance(words, str) or not isinstance(words, Sequence):
                raise TypeError(f"{name}.{key} is no list: {words!r}")
            groups[key] = tuple(str(word) for word in words)
        return groups

    def records(self, name: str) -> tuple[Mapping[str, Value], ...]:
        """The leading value, which must be a list of mappings."""
        value = self.value(name)
        if isinstance(value, str) or not isinstance(value, Sequence):
            raise TypeError(f"{name} is no list: {value!r}")
        return tuple(record for record in value if isinstance(record, Mapping))

    def _choose(self, name: str) -> tuple[DatedValue, ...]:
        values = self.book.parameter(name).values
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
                f"参数 {name} 在 {when}（{self.region}）没有生效的取值",
                f"quanheng law {name} 显示它的沿革",
                message_en=f"{name} has no value on {self.day} in {self.region}",
                hint_en=f"quanheng law {name} shows it through time",
            )
        return tuple(ordered)
