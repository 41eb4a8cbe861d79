"""A csv list of projects → the contents of their blank forms (项目清单)."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.budget import MONEY_FACTORS
from quanheng.core.errors import UnreadableFileError
from quanheng.core.expression import Blank, Number
from quanheng.core.grammar import read_expression
from quanheng.core.quantity import Dimension, plain
from quanheng.live.blank.blank_project import Start
from quanheng.registers.reading.csv_table import csv_table

_LABELS: Final = {
    "name": "(?:二级)?(?:项目|专项|资金)名称|项目|名称",
    "department": "(?:预算)?主管(?:部门|单位)|部门(?:名称)?",
    "unit": "(?:项目)?(?:实施|承担|执行|使用|预算|填报)单位|单位(?:名称)?",
    "initial": "年初(?:预算|批复)?(?:预算)?(?:数|资金|金额|额)?",
    "annual": "(?:全年|年度|调整后?)预算(?:数|资金|金额|额)?|预算(?:数|金额|额)?",
    "code": "项目(?:代码|编码|编号)",
    "year": "(?:评价|自评|预算)?年度|年份",
}
_AMOUNTS: Final = ("initial", "annual")
_BRACKETS: Final = re.compile(r"[（(]\s*(?:单位[:：])?\s*([^（()）]*?)\s*[)）]")
_YEAR: Final = re.compile(r"(20\d\d)(?:年度?)?")
_FORM_UNIT: Final = "万元"


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row of the list that was refused (未采用的行).

    Attributes:
        row: Its row in the file, from 1.
        reason: Why.
    """

    row: int
    reason: Words


@dataclass(slots=True)
class ProjectList:
    """The content of a list (项目清单).

    Attributes:
        projects: Row in the file → what is known of the project.
        refused: The refused rows.
        ignored: Headings of columns that are not used.
    """

    projects: dict[int, Start] = field(default_factory=dict)
    refused: list[RefusedRow] = field(default_factory=list)
    ignored: tuple[str, ...] = ()


def read_projects(data: bytes, name: str, start: Start) -> ProjectList:
    """Read a list of projects; every row becomes a project or is refused.

    Args:
        data: A csv file with a row of headings.
        name: Its name, for messages.
        start: Values for all projects that a row may override.

    Raises:
        UnreadableFileError: It is no text, or no column names the projects.
    """
    rows = enumerate(csv_table(data, name, name).rows, start=1)
    filled = ((number, row) for number, row in rows if any(map(str.strip, row)))
    _, headings = next(filled, (0, ()))
    columns = _columns(headings)
    if "name" not in columns:
        raise UnreadableFileError(
            Words(f"{name} 的表头缺少“项目名称”列", f"{name} has no column 项目名称"),
            Words(
                "第一行写列名：项目名称、主管部门、实施单位、年初预算、全年预算、项目代码",
                "name the columns in the first row",
            ),
        )
    listed = ProjectList(ignored=_ignored(headings, columns))
    for number, row in filled:
        said = _said(row, headings, columns, start)
        if isinstance(said, Words):
            listed.refused.append(RefusedRow(number, said))
        else:
            listed.projects[number] = said
    return listed


def _columns(headings: Sequence[str]) -> Mapping[str, int]:
    """Meaning → column; the first of several counts."""
    found: dict[str, int] = {}
    for column, heading in enumerate(headings):
        label = _BRACKETS.sub("", heading).strip().lstrip("\ufeff")
        for meaning, pattern in _LABELS.items():
            if meaning not in found and re.fullmatch(pattern, label):
                found[meaning] = column
                break
    return found


def _ignored(headings: Sequence[str], columns: Mapping[str, int]) -> tuple[str, ...]:
    used = set(columns.values())
    return tuple(
        text.strip()
        for column, text in enumerate(headings)
        if text.strip() and column not in used
    )


def _said(
    row: Sequence[str],
    headings: Sequence[str],
    columns: Mapping[str, int],
    start: Start,
) -> Start | Words:
    """The project of a row, or the reason why the row is refused."""
    if any(map(str.strip, row[len(headings) :])):
        return Words("列数多于表头", "more cells than headings")
    texts = {
        meaning: row[column].strip() if column < len(row) else ""
        for meaning, column in columns.items()
    }
    if not texts["name"]:
        return Words("缺少项目名称", "it names no project")
    if year := texts.get("year"):
        match = _YEAR.fullmatch(year)
        if match is None:
            return Words(f"年度“{year}”不是年份", f"“{year}” is no year")
        texts["year"] = match[1]
    for meaning in _AMOUNTS:
        if not texts.get(meaning):
            continue
        amount = _amount(texts[meaning], headings[columns[meaning]])
        if amount is None:
            said = texts[meaning]
            return Words(f"金额“{said}”无法识别", f"“{said}” is no amount")
        texts[meaning] = amount
    return replace(start, **{key: text for key, text in texts.items() if text})


def _amount(said: str, heading: str) -> str | None:
    """An amount in 万元; a unit in the cell overrides that of the heading."""
    value = read_expression(said)
    if isinstance(value, Blank):
        return ""
    if not isinstance(value, Number) or value.sign or value.quantity.value < 0:
        return None
    unit = value.quantity.unit
    if unit.dimension is Dimension.MONEY and unit.base == "元":
        yuan = value.quantity.base_value
    elif unit.dimension is not Dimension.NONE:
        return None
    elif value.scaled:
        yuan = value.quantity.value
    else:
        match = _BRACKETS.search(heading)
        named = match[1] if match else _FORM_UNIT
        if named not in MONEY_FACTORS:
            return None
        yuan = value.quantity.value * MONEY_FACTORS[named]
    return plain(yuan / MONEY_FACTORS[_FORM_UNIT])


_UNSAFE: Final = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_RESERVED: Final = re.compile(r"(?i:con|prn|aux|nul|com\d|lpt\d)")
_LONGEST_NAME: Final = 60
"""Characters, of three bytes each; file systems allow 255 bytes."""
_NAMELESS: Final = "项目"


def file_names(names: Iterable[str], suffix: str) -> Iterator[str]:
    """A safe and distinct file name for the name of each project."""
    taken: set[str] = set()
    for name in names:
        plain_name = _UNSAFE.sub(" ", name).strip(" .")[:_LONGEST_NAME].strip(" .")
        if not plain_name or _RESERVED.fullmatch(plain_name):
            plain_name = f"{_NAMELESS}{plain_name}"
        for number in count(1):
            made = plain_name if number == 1 else f"{plain_name}_{number}"
            if made.casefold() not in taken:
                break
        taken.add(made.casefold())
        yield made + suffix
