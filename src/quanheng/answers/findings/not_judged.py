"""What the rules could not judge, shown with the verdict (未能核对的内容)."""

from collections.abc import Iterator
from typing import Any, Final

from quanheng.audit.engine import Verdict
from quanheng.core.bilingual import Words
from quanheng.tasks.checking.check_report import CheckedProject

NOT_JUDGED: Final = Words("未能核对", "Not judged")


def not_judged(checked: CheckedProject) -> Iterator[tuple[Verdict, Words]]:
    """The reasons why rules could not judge something, each with its verdict."""
    for verdict in checked.verdicts:
        for reason in verdict.not_judged:
            yield verdict, reason


def by_reason(checked: CheckedProject) -> dict[Words, list[str]]:
    """Reason → codes of the rules that give it."""
    found: dict[Words, list[str]] = {}
    for verdict, reason in not_judged(checked):
        found.setdefault(reason, []).append(verdict.rule.code)
    return found


def not_judged_data(checked: CheckedProject, lang: str) -> list[dict[str, Any]]:
    """The same as data for JSON."""
    return [
        {"code": verdict.rule.code, "reason": reason.text(lang)}
        for verdict, reason in not_judged(checked)
    ]
