"""Workbook templates of registers (台账模板)."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from quanheng.registers.kind import FieldType, RegisterField, RegisterKind
from quanheng.registers.reading.recognise import version_mark
from quanheng.registers.reading.values.choices import NO, YES
from quanheng.registers.reading.values.texts import SAMPLE_MARK
from quanheng.writers.entry_book import (
    EntryColumn,
    EntrySheet,
    NoteSheet,
    write_entry_book,
)

NOTES_SHEET: Final = "说明"
"""The sheet of notes; it is no register."""
_PATTERNS: Final = {
    FieldType.DATE: "yyyy-mm-dd",
    FieldType.TIME: "yyyy-mm-dd hh:mm",
    FieldType.COUNT: "0",
    FieldType.NUMBER: "General",
    FieldType.MONEY: "0.00",
}
_WIDTHS: Final = {FieldType.TEXT: 20, FieldType.TIME: 18, FieldType.FILES: 24}
_TYPE_WORDS: Final = {
    FieldType.TEXT: "文字",
    FieldType.CHOICE: "从下拉列表选择",
    FieldType.COUNT: "整数",
    FieldType.NUMBER: "数字",
    FieldType.MONEY: "数字",
    FieldType.DATE: "日期，如 2021-03-05",
    FieldType.TIME: "日期和时间，如 2021-03-05 14:30",
    FieldType.YES_NO: f"{YES}或{NO}",
    FieldType.FILES: "文件名",
    FieldType.SEALED: "受保护（个人信息）",
}
_GENERAL: Final = (
    ("怎样填", "每行一条记录。表头带 * 的必填；列的顺序可以调整，不用的列可以删去。"),
    ("示例行", f"以“{SAMPLE_MARK}”开头的行只作示范，不计入，可以删去。"),
    (
        "佐证",
        "佐证文件与台账放在同一文件夹内，在“佐证材料”列写文件名，多个用分号隔开。",
    ),
    (
        "检查",
        "填写完成后运行 quanheng evidence check 文件夹，逐行列出不予计入的记录和原因。",
    ),
    (
        "个人信息",
        "除注明“受保护”的列外，任何单元格均不得填写姓名、证件号码、电话、账号。",
    ),
)


def template_workbook(kinds: Sequence[RegisterKind], year: int) -> bytes:
    """A workbook with a sheet for each kind, a sample row and a sheet of notes."""
    sheets = [_sheet(kind, year) for kind in kinds]
    notes = NoteSheet(NOTES_SHEET, tuple(_notes(kinds)))
    return write_entry_book(sheets, notes, "、".join(kind.title.zh for kind in kinds))


def heading(field: RegisterField) -> str:
    """The name of a column as a template prints it: 金额（元）."""
    return f"{field.title.zh}（{field.unit}）" if field.unit else field.title.zh


def _sheet(kind: RegisterKind, year: int) -> EntrySheet:
    columns = tuple(_column(kind, field, year) for field in kind.fields)
    return EntrySheet(kind.title.zh, kind.title.zh, version_mark(kind), columns)


def _column(kind: RegisterKind, field: RegisterField, year: int) -> EntryColumn:
    is_yes_no = field.type is FieldType.YES_NO
    return EntryColumn(
        heading=heading(field),
        required=field.required,
        pattern=_PATTERNS.get(field.type, "@"),
        choices=(YES, NO) if is_yes_no else field.choices,
        strict=is_yes_no or field.type is FieldType.CHOICE,
        note=_note(field),
        sample=_sample(kind, field, year),
        width=_WIDTHS.get(field.type, 12),
    )


def _note(field: RegisterField) -> str:
    said = [_TYPE_WORDS[field.type]]
    if field.unit:
        said.append(f"单位：{field.unit}")
    if field.required:
        said.append("必填")
    return "；".join([*said, field.note] if field.note else said)


def _sample(kind: RegisterKind, field: RegisterField, year: int) -> str | int | date:
    """A cell of the sample row, in which all but sealed fields are filled in."""
    if field is _marked(kind):
        return f"{SAMPLE_MARK}：{field.title.zh}"
    if field.choices:
        return field.choices[0]
    samples: dict[FieldType, str | int | date] = {
        FieldType.DATE: date(year, 3, 5),
        FieldType.TIME: f"{year}-03-05 14:30",
        FieldType.COUNT: 500,
        FieldType.NUMBER: 500,
        FieldType.MONEY: 500,
        FieldType.YES_NO: YES,
        FieldType.TEXT: f"填写{field.title.zh}",
        FieldType.FILES: "佐证/验收单.pdf；佐证/照片.jpg",
    }
    return samples.get(field.type, "")


def _marked(kind: RegisterKind) -> RegisterField:
    """The text that marks the sample row."""
    texts = [field for field in kind.fields if field.type is FieldType.TEXT]
    return next((field for field in texts if field.required), texts[0])


def _notes(kinds: Iterable[RegisterKind]) -> Iterable[tuple[str, str]]:
    yield from _GENERAL
    for kind in kinds:
        yield "", ""
        yield kind.title.zh, kind.serves.zh
        yield "从不记录", kind.never.zh
        for field in kind.fields:
            if field.note:
                yield heading(field), field.note
