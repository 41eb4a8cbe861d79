"""The page of all registers, generated from their kinds (台账文档)."""

from collections.abc import Iterator

from quanheng.registers.kind import FieldType, RegisterField, RegisterKind
from quanheng.registers.kinds import kinds

_TYPES = {
    FieldType.TEXT: "文字",
    FieldType.CHOICE: "选项",
    FieldType.COUNT: "整数",
    FieldType.NUMBER: "数字",
    FieldType.MONEY: "金额",
    FieldType.DATE: "日期",
    FieldType.TIME: "日期和时间",
    FieldType.YES_NO: "是否",
    FieldType.FILES: "文件名",
    FieldType.SEALED: "受保护",
}
_INTRODUCTION = """\
# 台账 Registers

Generated from `src/quanheng/registers/kinds/<name>.yaml`, one file a register.

`quanheng evidence new 文件夹` 生成模板，`quanheng evidence check 文件夹` 逐行检查。
How values are computed from them: [evidence.md](evidence.md), with a filled-in
[example](../src/quanheng/examples/publicity_project/README.md).
A register is a csv file (UTF-8 or GB18030) or a sheet of a workbook, named as below.
Columns may stand in any order; the names of a column that are listed, the English
name and the name in code are all understood. A unit may stand in the heading
(金额（万元）) or in the cell (30万元). Days are written with the year first. A row
that can't be counted is reported with its number and the reason, and so is every
column that was not read; totals (合计) and notes (注：, 填表人：) below the table are
named and left aside.

**受保护 sealed** fields tell of a person: no answer, report or message ever shows them.
Identity, phone and card numbers in any other text are masked and pointed out.
"""


def registers_page() -> str:
    """The page: what each register records, its purpose, and what is never recorded."""
    lines = [_INTRODUCTION, "| 台账 | name | 用途 |", "|---|---|---|"]
    for kind in kinds().values():
        link = f"[{kind.title.zh}](#{kind.name})"
        lines.append(f"| {link} | `{kind.name}` | {kind.serves.zh} |")
    for kind in kinds().values():
        lines += ["", *_section(kind)]
    return "\n".join(lines) + "\n"


def _section(kind: RegisterKind) -> Iterator[str]:
    yield f'<a id="{kind.name}"></a>'
    yield ""
    yield f"## {kind.title.zh} {kind.title.en}"
    yield ""
    yield f"`{kind.name}` 第{kind.version}版 · 也可命名为 {'、'.join(kind.synonyms)}"
    yield ""
    yield f"- 用途：{kind.serves.zh}  \n  {kind.serves.en}."
    yield f"- 从不记录：{kind.never.zh}  \n  Never recorded: {kind.never.en}."
    if kind.key:
        yield f"- 判断重复：{'、'.join(kind.field(name).title.zh for name in kind.key)}"
    if kind.day:
        yield f"- 归属期间：{kind.field(kind.day).title.zh}"
    yield ""
    yield "| 列 | name | 类型 | 必填 | 也可写为 | 填写 |"
    yield "|---|---|---|---|---|---|"
    yield from map(_row, kind.fields)


def _row(field: RegisterField) -> str:
    kind = _TYPES[field.type] + (f"（{field.unit}）" if field.unit else "")
    usual = "可选" if field.type is FieldType.CHOICE else "如"
    offered = f"{usual}：{'、'.join(field.choices)}" if field.choices else ""
    said = "；".join(filter(None, (field.note, offered)))
    required = "是" if field.required else ""
    return (
        f"| {field.title.zh} | `{field.name}` | {kind} | {required} "
        f"| {'、'.join(field.synonyms)} | {said} |"
    )
