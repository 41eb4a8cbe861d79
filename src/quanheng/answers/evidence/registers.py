"""The registers of an evidence folder as text and data (台账检查结果)."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from quanheng.core.bilingual import NO_WORDS, Words, listed
from quanheng.registers.masking import Mask
from quanheng.registers.register import Noted, Register
from quanheng.tasks.evidence.read_evidence import EvidenceContents

_MOST_ROWS: Final = 20
"""Refused rows of a register in text; JSON has all."""
_MOST_NUMBERS: Final = 5
_NOT_READ: Final = Words("未读取：", "not read:")
_CLOSED: Final = Words("（本期已登记完毕）", " (closed)")


def registers_text(folder: EvidenceContents, lang: str) -> str:
    """A paragraph for each register: how many rows count, which are refused and why."""
    lines: list[str] = []
    for register in folder.registers.values():
        lines += [*_register_lines(register, folder, lang), ""]
    if folder.not_read:
        lines.append(_NOT_READ.text(lang))
        lines += [
            f"  {left.file}  {left.reason.text(lang)}" for left in folder.not_read
        ]
        lines.append("")
    lines.append(_summary(folder, lang))
    return "\n".join(lines)


def registers_data(folder: EvidenceContents, mask: Mask, lang: str) -> dict[str, Any]:
    """The same as data for JSON, refused rows in full; version 1."""
    period = folder.settings.period
    return {
        "version": 1,
        "project": folder.settings.project,
        "unit": folder.settings.unit,
        "period": [day.isoformat() for day in period] if period else None,
        "registers": [
            _register_data(register, folder, lang)
            for register in folder.registers.values()
        ],
        "not_read": [
            {"file": left.file, "reason": left.reason.text(lang)}
            for left in folder.not_read
        ],
        "other_files": [mask.over(path) for path in folder.others],
    }


def _register_lines(
    register: Register, folder: EvidenceContents, lang: str
) -> Iterator[str]:
    title = register.kind.title.text(lang)
    yield f"{title}  {register.file}{_state(register, folder, lang)}"
    yield f"  {_counts(register, lang)}"
    for refused in register.refused[:_MOST_ROWS]:
        field = f" {refused.field}" if refused.field else ""
        row = Words(f"第{refused.row}行", f"row {refused.row}")
        yield f"  × {row.text(lang)}{field}  {refused.reason.text(lang)}"
    if (more := len(register.refused) - _MOST_ROWS) > 0:
        yield Words(f"  …… 另有{more}行", f"  … {more} more").text(lang)
    for noted in register.noted:
        yield f"  ! {_noted(noted, lang)}"


def _state(register: Register, folder: EvidenceContents, lang: str) -> str:
    if register.kind.name not in folder.settings.closed:
        return ""
    return _CLOSED.text(lang)


def _counts(register: Register, lang: str) -> str:
    counts = (
        (len(register), "条计入", "counted"),
        (len(register.refused), "条不予计入", "refused"),
        (register.samples, "条示例", "of the template"),
        (register.blank, "条空行", "blank"),
        (len(register.asides), "条合计或附注", "totals or notes"),
    )
    total = register.row_count
    rows = "1 row" if total == 1 else f"{total} rows"
    zh = "，".join(f"{n}{zh}" for n, zh, _ in counts if n)
    en = ", ".join(f"{n} {en}" for n, _, en in counts if n)
    said = Words(f"共{total}行：{zh or '无记录'}", f"{rows}: {en or 'none counted'}")
    return said.text(lang)


def _noted(noted: Noted, lang: str) -> str:
    field = f"{noted.field}  " if noted.field else ""
    where = f"  {_rows(noted.rows, lang)}" if noted.rows else ""
    return f"{field}{noted.reason.text(lang)}{where}"


def _rows(rows: Sequence[int], lang: str) -> str:
    shown = listed(map(str, rows[:_MOST_NUMBERS]))
    head = "row" if len(rows) == 1 else "rows"
    rest, more = len(rows) - _MOST_NUMBERS, NO_WORDS
    if rest > 0:
        more = Words(f"等{len(rows)}行", f" and {rest} more")
    said = Words(f"第{shown.zh}行{more.zh}", f"{head} {shown.en}{more.en}")
    return said.text(lang)


def _summary(folder: EvidenceContents, lang: str) -> str:
    registers = folder.registers.values()
    counted = sum(map(len, registers))
    refused = sum(len(register.refused) for register in registers)
    said = Words(
        f"共{len(registers)}个台账，计入{counted}条，不予计入{refused}条；"
        f"其他文件{len(folder.others)}个",
        f"{len(registers)} registers, {counted} entries counted, "
        f"{refused} refused, {len(folder.others)} other files",
    )
    return said.text(lang)


def _register_data(
    register: Register, folder: EvidenceContents, lang: str
) -> dict[str, Any]:
    return {
        "register": register.kind.name,
        "title": register.kind.title.text(lang),
        "file": register.file,
        "sha256": register.digest,
        "closed": register.kind.name in folder.settings.closed,
        "rows": register.row_count,
        "counted": len(register),
        "samples": register.samples,
        "blank": register.blank,
        "asides": list(register.asides),
        "refused": [
            {"row": r.row, "field": r.field, "reason": r.reason.text(lang)}
            for r in register.refused
        ],
        "noted": [
            {"field": n.field, "reason": n.reason.text(lang), "rows": list(n.rows)}
            for n in register.noted
        ],
    }
