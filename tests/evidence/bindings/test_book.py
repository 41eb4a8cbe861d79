"""The workbook of bindings says what bindings.yaml says."""

from dataclasses import replace
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]  # it ships no types
import pytest

from quanheng.core.bilingual import NO_WORDS
from quanheng.core.errors import UnreadableFileError
from quanheng.evidence.bindings.book import BookLine, read_book, write_book
from quanheng.evidence.bindings.named import (
    NamedBinding,
    named_bindings,
    parse_bindings,
)
from quanheng.evidence.bindings.suggest import SUGGESTED, _plain
from quanheng.law.load import load_book

EXAMPLE = Path(str(files("quanheng.examples"))) / "publicity_project/evidence"
ODD = """
- {indicator: 甲, from: no_such, measure: no_such, of: x}
- indicator: 乙（次）
  from: activities
  measure: count
  where: {title: [甲、乙, c=d, ""]}
- {budget: spent.municipal, from: spending, measure: sum, of: amount, confirmed: false}
- {indicator: 丙, from: tasks, measure: on_time_rate, of: done_on, due: due_on, x: 备注}
- {indicator: 丁, from: cases, measure: count, where: {level: （空）, title: 甲；乙}}
"""


def book_of(*named: NamedBinding) -> bytes:
    lines = [BookLine(one.name, "", one, None, NO_WORDS) for one in named]
    return write_book(lines, {"activities": 2, "spending": 0}, ["activities"])


def suggested() -> tuple[NamedBinding, ...]:
    """Every binding that the law proposes, by its number."""
    records = load_book().law().records(SUGGESTED)
    plain = [
        {"indicator": f"{n}", **_plain(r["binding"])} for n, r in enumerate(records)
    ]
    return tuple(named_bindings(plain, "law"))


@pytest.mark.parametrize(
    "named",
    [
        parse_bindings((EXAMPLE / "bindings.yaml").read_text("utf-8")),
        parse_bindings(ODD),
        suggested(),
    ],
    ids=["example", "odd", "suggested"],
)
def test_both_formats_say_the_same(named: tuple[NamedBinding, ...]) -> None:
    found = read_book(book_of(*named))
    assert found.bindings == named
    assert found.closed == {"activities"}


def changed(data: bytes, sheet: str, **cells: str) -> bytes:
    book = openpyxl.load_workbook(BytesIO(data))
    for place, value in cells.items():
        book[sheet][place] = value
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_a_person_confirms_and_closes_in_cells() -> None:
    (one,) = parse_bindings(
        "- {indicator: 甲, from: activities, measure: count, confirmed: false}"
    )
    data = changed(book_of(one), "取数方式", L3="是")
    (found,) = read_book(changed(data, "登记情况", C3="否", C4="是")).bindings
    assert found == replace(one, binding=replace(one.binding, confirmed=True))
    assert found.place.zh == "绑定.xlsx 第3行"
    assert read_book(changed(data, "登记情况", C3="否", C4="是")).closed == {"spending"}


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "said"),
    [
        ("取数方式", "L3", "同意", "绑定.xlsx 第3行：“同意”应为“是”或“否”"),
        ("取数方式", "D3", "", "绑定.xlsx 第3行.from 应为一个名称"),
        ("取数方式", "G3", "层级", "绑定.xlsx 第3行：应写为“层级=省级、市级；"),
        ("登记情况", "A3", "流水账", "绑定.xlsx 登记情况第3行：无此台账：“流水账”"),
    ],
)
def test_a_row_that_says_what_can_not_be_is_named(
    sheet: str, cell: str, value: str, said: str
) -> None:
    (one,) = parse_bindings("- {indicator: 甲, from: activities, measure: count}")
    with pytest.raises(UnreadableFileError) as refused:
        read_book(changed(book_of(one), sheet, **{cell: value}))
    assert said in refused.value.text("zh")
