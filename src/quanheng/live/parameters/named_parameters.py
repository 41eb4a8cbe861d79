"""The parameters of the formulas, each with its source (公式所用参数)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from quanheng.core.quantity import plain
from quanheng.law.book import Law, Value
from quanheng.law.citation import NOT_VERIFIED, Citation
from quanheng.live.formulas import defined_names
from quanheng.scoring.answers_in_words import Answer
from quanheng.scoring.budget.execution_rate import (
    EXECUTION_DENOMINATOR,
    EXECUTION_STEPS,
)
from quanheng.scoring.formulas.deadline import LATE_FORMULA
from quanheng.scoring.formulas.limits import (
    INVERSE_COMPLETION,
    INVERSE_FORMULA,
    ZERO_TARGET_FORMULA,
)
from quanheng.scoring.formulas.qualitative import QUALITATIVE_BANDS, band_shares
from quanheng.scoring.formulas.result import SCORE_DECIMALS
from quanheng.scoring.formulas.step_table import SATISFACTION_STEPS
from quanheng.scoring.total import GRADE_BOUNDS

_NUMBERS: Final = {
    SCORE_DECIMALS: defined_names.SCORE_DECIMALS,
    "self_evaluation.score_tolerance": defined_names.SCORE_TOLERANCE,
    "self_evaluation.total_tolerance": defined_names.TOTAL_TOLERANCE,
    "self_evaluation.weight_tolerance": defined_names.WEIGHT_TOLERANCE,
    "self_evaluation.rate_tolerance": defined_names.RATE_TOLERANCE,
}
_FORMULAS: Final = {
    INVERSE_FORMULA: {
        "linear": "超出上限：[1－(完成值－上限)÷上限]×分值，最低0分",
        "ratio": "超出上限：上限÷完成值×分值",
    },
    INVERSE_COMPLETION: {
        "linear": "(2×上限－完成值)÷上限，最低0",
        "ratio": "上限÷完成值",
    },
    ZERO_TARGET_FORMULA: {"all_or_nothing": "达到得满分，未达到得0分"},
    LATE_FORMULA: {"zero": "逾期得0分"},
    EXECUTION_DENOMINATOR: {
        "annual": "全年预算数",
        "initial": "年初预算数",
        "received": "实际到位数",
    },
}
_STEPS: Final = (EXECUTION_STEPS, SATISFACTION_STEPS)


@dataclass(frozen=True, slots=True)
class Entry:
    """A parameter as a form shows it (参数).

    Attributes:
        title: Its title.
        shown: Its value as text.
        source: The document and article that it comes from.
        name: Its defined name; empty where the formulas have it built in.
        words: The words of a word list.
    """

    title: str
    shown: str
    source: str
    name: str = ""
    words: tuple[str, ...] = ()


def entries(law: Law) -> Iterator[Entry]:
    """The parameters of the formulas under a law, in the order of the guide."""
    yield from _grades(law)
    yield from _bands(law)
    for parameter, words in _FORMULAS.items():
        yield _built_on(law, parameter, words)
    for parameter in _STEPS:
        yield _steps(law, parameter)
    for parameter, name in _NUMBERS.items():
        found = law.versions(parameter)[0]
        yield Entry(name, plain(law.number(parameter)), source(found.cite), name)


def source(citation: Citation) -> str:
    """The document and article of a value; a practice is never shown as law."""
    if citation.is_practice:
        return citation.article
    unchecked = "" if citation.verified else f"（{NOT_VERIFIED.zh}）"
    return f"{citation.document}{citation.article}{unchecked}"


def _grades(law: Law) -> Iterator[Entry]:
    found = law.versions(GRADE_BOUNDS)[0]
    for grade, bound in law.table(GRADE_BOUNDS).items():
        name = defined_names.grade_bound(grade)
        yield Entry(
            f"等级“{grade}”的最低总分", _number(bound), source(found.cite), name
        )


def _bands(law: Law) -> Iterator[Entry]:
    found = law.versions(QUALITATIVE_BANDS)[0]
    for answer in Answer:
        low, high = band_shares(answer, found.value)
        for side, share in ((defined_names.LOWER, low), (defined_names.UPPER, high)):
            title = f"定性指标“{answer}”得分占分值的{side}"
            name = defined_names.band(answer, side)
            yield Entry(title, plain(share), source(found.cite), name)


def _built_on(law: Law, parameter: str, words: Mapping[str, str]) -> Entry:
    found = law.versions(parameter)[0]
    shown = words.get(str(found.value), "由人工计分")
    if isinstance(found.value, Mapping):
        shown = f"每逾期1天扣分值的{_percent(found.value['share_per_day'])}"
    return Entry(_title(law, parameter), shown, source(found.cite))


def _steps(law: Law, parameter: str) -> Entry:
    found = law.versions(parameter)[0]
    steps = law.records(parameter)
    shown = "；".join(
        f"{_number(step['at_least'])}%及以上得{_percent(step['share'])}"
        for step in steps
    )
    return Entry(_title(law, parameter), shown or "不分档", source(found.cite))


def _title(law: Law, parameter: str) -> str:
    return law.book.entry(parameter).title.zh


def _percent(value: Value) -> str:
    return f"{plain(value * 100)}%" if isinstance(value, Decimal) else str(value)


def _number(value: Value) -> str:
    return plain(value) if isinstance(value, Decimal) else str(value)
