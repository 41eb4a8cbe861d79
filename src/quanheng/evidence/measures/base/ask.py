"""The request to a measure: a register, a binding, a period (计量请求)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date
from decimal import Decimal
from typing import Final

from quanheng.core.bilingual import Words, listed
from quanheng.core.computed.binding import Binding
from quanheng.core.errors import QuanhengError
from quanheng.registers.kind import FieldType, RegisterField
from quanheng.registers.kinds import kinds
from quanheng.registers.register import Register

_WHOLE: Final = re.compile(r"[0-9]{1,9}")
_MOST: Final = 36_525
"""Days of a hundred years: no limit in days, hours or months comes near."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits in the law for measures (计量参数).

    Attributes:
        min_sample: Least number of people asked in a survey.
        confidence: Confidence of an interval in percent: 95.
        margin: Margin of error of a survey in percentage points: 5.
        min_return_rate: Lowest rate of return in percent.
    """

    min_sample: Decimal
    confidence: Decimal
    margin: Decimal
    min_return_rate: Decimal


@dataclass(frozen=True)
class Ask:
    """The request to a measure (计量请求).

    Attributes:
        register: The register.
        binding: Field, conditions and unit.
        period: First and last day that count; None if the year is unknown.
        limits: Limits in the law.
        others: The other registers of the folder by name.
    """

    register: Register
    binding: Binding
    period: tuple[date, date] | None
    limits: Limits
    others: Mapping[str, Register] = dataclass_field(default_factory=dict)

    def field(self, name: str, *types: FieldType) -> RegisterField:
        """A field of the register by name.

        Raises:
            QuanhengError: There is none, or it is of another type.
        """
        kind = self.register.kind
        for field in kind.fields:
            if field.name == name and (not types or field.type in types):
                return field
        fitting = listed(f.name for f in kind.fields if not types or f.type in types)
        raise QuanhengError(
            Words(
                f"{kind.title.zh}无可用的字段“{name}”",
                f"the register {kind.name} has no fitting field “{name}”",
            ),
            Words(
                f"可用字段：{fitting.zh or '无'}",
                f"fields that fit: {fitting.en or 'none'}",
            ),
        )

    def other(self, name: str) -> Register:
        """Another register by name.

        Raises:
            QuanhengError: The folder has none.
        """
        if name in self.others:
            return self.others[name]
        title = kinds()[name].title
        raise QuanhengError(
            Words(
                f"缺少{title.zh}（{name}）",
                f"there is no register “{title.en.lower()}” ({name})",
            ),
            Words("请将该台账置于佐证文件夹内", "put it into the evidence folder"),
        )

    def named(self, option: str, *types: FieldType) -> RegisterField | None:
        """The field that an option names, None if the option is not given."""
        name = self.binding.options.get(option, "")
        return self.field(name, *types) if name else None

    def text(self, option: str, default: str = "") -> str:
        """An option as text."""
        return self.binding.options.get(option, default)

    def needed(self, option: str) -> str:
        """A required option.

        Raises:
            QuanhengError: It is not given.
        """
        if said := self.binding.options.get(option):
            return said
        measure = self.binding.measure
        raise QuanhengError(
            Words(
                f"计量方法 {measure} 缺少参数 {option}",
                f"the measure {measure} needs the option {option}",
            )
        )

    def whole(self, option: str) -> int:
        """An option as a whole number.

        Raises:
            QuanhengError: It is no such number, too large for days, or not given.
        """
        said = self.needed(option)
        if _WHOLE.fullmatch(said) and int(said) <= _MOST:
            return int(said)
        whole = Words(f"0至{_MOST}的整数", f"a whole number from 0 to {_MOST}")
        raise _wrong_option(option, said, whole)

    def one_of(self, option: str, *choices: str) -> str:
        """An option with a choice of words, the first by default.

        Raises:
            QuanhengError: It is none of them.
        """
        said = self.binding.options.get(option, choices[0])
        if said not in choices:
            raise _wrong_option(option, said, listed(choices))
        return said


def _wrong_option(option: str, said: str, expected: Words) -> QuanhengError:
    return QuanhengError(
        Words(
            f"参数 {option} 的值“{said}”有误，应为：{expected.zh}",
            f"the option {option} says “{said}”, it should be: {expected.en}",
        )
    )
