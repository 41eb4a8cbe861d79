"""Suggested edits as text for pages and workbooks (修改建议的写法)."""

from collections.abc import Sequence
from typing import Final

from quanheng.audit.rule import Edit, Severity
from quanheng.core.bilingual import COLON, Words

_SHORT: Final = 40
"""Characters; of a longer text only the change is shown."""
_SHOWN: Final = 3
"""Places that are named in a cell."""
_AROUND: Final = 6
"""Characters shown on either side of a change."""
_ADVICE: Final = {
    Severity.ERROR: Words("应更正，并重新核定得分", "correct it and score it anew"),
    Severity.WARNING: Words("应更正，或说明理由", "correct it, or say why it stands"),
    Severity.INFO: Words("可酌情完善", "worth a look"),
}
_SAFE: Final = Words("按“应为”更正", "correct as shown")
_UNSAFE: Final = Words("核实后按“应为”更正", "check, then correct as shown")


def should_be(edits: Sequence[Edit], lang: str) -> str:
    """The correct text; of several places one per line, each named."""
    if len(edits) == 1:
        return change(edits[0].old, edits[0].new)
    joint = COLON.text(lang)
    return "\n".join(
        f"{edit.at.text(lang)}{joint}{change(edit.old, edit.new)}" for edit in edits
    )


def should_be_briefly(edits: Sequence[Edit], lang: str) -> str:
    """The same, short enough for a cell: a repeated edit once, else a few places."""
    alike = {change(edit.old, edit.new) for edit in edits}
    total = len(edits)
    if len(alike) == 1 and total > 1:
        rest = Words(f"（共{total}处）", f" (in {total} places)").text(lang)
        return alike.pop() + rest
    shown = should_be(edits[:_SHOWN], lang)
    if total <= _SHOWN:
        return shown
    return shown + Words(f"\n共{total}处", f"\n{total} in all").text(lang)


def advice(severity: Severity, edits: Sequence[Edit], lang: str) -> str:
    """What the unit is asked to do."""
    if not edits:
        return _ADVICE[severity].text(lang)
    return (_SAFE if all(edit.safe for edit in edits) else _UNSAFE).text(lang)


def change(old: str, new: str) -> str:
    """The new text; of a long text only the changed part, old and new."""
    if len(new) <= _SHORT:
        return new
    before = common_start(old, new)
    after = common_start(old[before:][::-1], new[before:][::-1])
    start = max(before - _AROUND, 0)
    return f"{_part(old, start, after)} → {_part(new, start, after)}"


def common_start(one: str, other: str) -> int:
    """The length of the common beginning of two texts."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _part(text: str, start: int, after: int) -> str:
    end = len(text) - max(after - _AROUND, 0)
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
