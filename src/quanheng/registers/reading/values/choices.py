"""Choices and yes or no (选项、是否)."""

from collections.abc import Callable
from typing import Any, Final

from quanheng.core.bilingual import Words, listed
from quanheng.language.similarity import bare
from quanheng.registers.kind import RegisterField
from quanheng.registers.reading.values.outcome import Circumstances, Problem

YES, NO = "是", "否"
"""The choices in a template."""
_YES: Final = "是 有 对 已 合格 通过 入选 √ ✓ ✔ ☑ y yes true t 1"
_NO: Final = "否 无 没有 不 未 不是 错 不合格 未通过 落选 × ✗ ✘ x ☒ n no false f 0"
_TRUTH: Final = dict.fromkeys(_YES.split(), True) | dict.fromkeys(_NO.split(), False)


def choice_reader(field: RegisterField, given: Circumstances) -> Callable[[str], Any]:
    """Reads one of the field's choices, however it is usually written."""
    known = {_key(choice): choice for choice in field.choices}
    known |= {_key(other): choice for other, choice in field.aliases}
    allowed = listed(field.choices)

    def read(text: str) -> Any:
        if found := known.get(_key(text)):
            return found
        shown = given.quoted(text)
        return Problem(
            Words(
                f"“{shown}”不是可选项，应为：{allowed.zh}",
                f"“{shown}” is no choice; choose from: {allowed.en}",
            )
        )

    return read


def yes_no_reader(field: RegisterField, given: Circumstances) -> Callable[[str], Any]:
    """Reads yes or no in any of the usual signs and words."""

    def read(text: str) -> Any:
        found = _TRUTH.get(text.casefold())
        if found is not None:
            return found
        shown = given.quoted(text)
        return Problem(
            Words(
                f"“{shown}”不明确，应为“是”或“否”",
                f"“{shown}” is neither yes (是) nor no (否)",
            )
        )

    return read


def _key(text: str) -> str:
    return bare(text).casefold()
