"""Plain texts to documents, case by case."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quanheng.core.source import Source
from quanheng.document.table import Table
from quanheng.readers import read_document

CASES = yaml.safe_load(Path(__file__).with_name("text.cases.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any], described: Any) -> None:
    document = read_document(case["text"].encode(), "甲.txt")
    assert described(document.blocks) == case["blocks"]


def test_place_of_a_cell_is_its_position_in_the_printed_row() -> None:
    (table,) = read_document("项目\t甲\n单位\t乙".encode(), "甲.txt").blocks
    assert isinstance(table, Table)
    assert [cell.at for cell in table.cells] == [
        Source(table=1, row=row, column=column) for row in (1, 2) for column in (1, 2)
    ]


@given(st.text(alphabet="一、（）甲乙|\t \n-", min_size=1))
def test_any_text_can_be_read_and_no_word_is_lost(text: str) -> None:
    text += "甲"
    blocks = read_document(text.encode(), "甲.txt").blocks
    kept = "".join(
        "".join(cell.text for cell in block.cells)
        if isinstance(block, Table)
        else getattr(block, "text", "")
        for block in blocks
    )
    assert [text.count(word) for word in "甲乙一"] == [kept.count(w) for w in "甲乙一"]
