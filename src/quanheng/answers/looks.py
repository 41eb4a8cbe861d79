"""Words and colours of severities, verdicts, outcomes; numbers (级别与结论的写法)."""

from decimal import Decimal
from typing import Final

from quanheng.audit.after.opinion import Result
from quanheng.audit.engine import Outcome
from quanheng.audit.rule import Need, Severity
from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain

SEVERITY_WORDS: Final = {
    Severity.ERROR: Words("错误", "error"),
    Severity.WARNING: Words("警告", "warning"),
    Severity.INFO: Words("提示", "info"),
}
COLOURS: Final = {
    Severity.ERROR: "red",
    Severity.WARNING: "yellow",
    Severity.INFO: "cyan",
}
RESULT_COLOURS: Final = {
    Result.PASSED: "green",
    Result.NEEDS_CHANGES: "yellow",
    Result.NOT_CREDIBLE: "red",
    Result.UNDECIDED: "cyan",
}
OUTCOME_WORDS: Final = {
    Outcome.HIT: Words("发现问题", "hit"),
    Outcome.CLEAN: Words("未发现问题", "clean"),
    Outcome.NOT_APPLICABLE: Words("不适用", "not applicable"),
    Outcome.INSUFFICIENT_DATA: Words("数据不足", "insufficient data"),
    Outcome.NOT_GIVEN: Words("缺少所需材料", "papers not given"),
    Outcome.CRASHED: Words("规则出错", "crashed"),
}
NEED_WORDS: Final = {
    Need.APPROVED_TARGETS: Words(
        "批复的绩效目标（--approved）", "approved targets (--approved)"
    ),
    Need.PREVIOUS_YEAR: Words("上年自评（--previous）", "last year's (--previous)"),
    Need.PEERS: Words("同部门报告（--peers）", "reports of the department (--peers)"),
    Need.EVIDENCE: Words("佐证材料（--evidence）", "evidence (--evidence)"),
    Need.REGISTER: Words("工作台账（--evidence）", "registers (--evidence)"),
}
"""The papers that rules may need, with the options that name them."""
NONE: Final = "—"
"""What stands in a table where there is no value."""


def number_data(value: Decimal | None) -> str | None:
    """A number as a text of JSON, None where there is none."""
    return None if value is None else plain(value)


def number_text(value: Decimal | None) -> str:
    """A number as a table shows it, a dash where there is none."""
    return NONE if value is None else plain(value)
