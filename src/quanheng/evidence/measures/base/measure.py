"""A measure: its names, its options and its computation (计量方法)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from quanheng.core.bilingual import Words, listed
from quanheng.core.computed.measured import Measured
from quanheng.core.errors import QuanhengError
from quanheng.evidence.measures.base.ask import Ask
from quanheng.registers.kind import FieldType

NUMBERS = (FieldType.COUNT, FieldType.NUMBER, FieldType.MONEY)
MOMENTS = (FieldType.DATE, FieldType.TIME)


@dataclass(frozen=True)
class Measure:
    """A method of computing a value from a register (计量方法).

    Attributes:
        name: Its name, that of its file: ``days_covered``.
        title: Its name in words.
        formula: Its formula in words.
        source: The source of the formula.
        compute: The function that computes it; pure.
        of: Types allowed for the measured field; empty if no field is measured.
        options: Further arguments by name, with their meaning.
        register: The only register that it works on; empty for any.
    """

    name: str
    title: Words
    formula: Words
    source: Words
    compute: Callable[[Ask], Measured]
    of: tuple[FieldType, ...] = ()
    options: Mapping[str, Words] = field(default_factory=dict)
    register: str = ""

    def of_register(self, ask: Ask) -> Measured:
        """The value, computed from the entries that count.

        Raises:
            QuanhengError: The binding has an unknown field or option.
        """
        self._check(ask)
        return self.compute(ask)

    def _check(self, ask: Ask) -> None:
        name = ask.register.kind.name
        if self.register not in ("", name):
            raise QuanhengError(
                Words(
                    f"计量方法 {self.name} 仅用于台账 {self.register}，不用于 {name}",
                    f"the measure {self.name} is for the register "
                    f"{self.register}, not for {name}",
                )
            )
        for name in ask.binding.options:
            if name not in self.options:
                known = listed(self.options)
                raise QuanhengError(
                    Words(
                        f"“{self.title.zh}”方式不使用“{name}”参数",
                        f"the measure {self.name} has no option {name}",
                    ),
                    Words(
                        f"可用参数：{known.zh or '无'}",
                        f"its options: {known.en or 'none'}",
                    ),
                )
        if self.of:
            ask.field(ask.binding.of, *self.of)
        elif ask.binding.of:
            raise QuanhengError(
                Words(
                    f"“{self.title.zh}”方式不使用“of”（计量字段）参数",
                    f"the measure {self.name} takes no “of”",
                ),
                Words("请删除 of", "leave it out"),
            )
