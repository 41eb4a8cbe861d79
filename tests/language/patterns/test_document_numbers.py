from pathlib import Path
from typing import Any

import pytest
import yaml

from quanheng.language.patterns import document_numbers as numbers

TABLES = yaml.safe_load(
    Path(__file__).with_name("document_numbers.yaml").read_text("utf-8")
)
CODES = ("财预", "财库")
OTHER = ("令", "合同")


@pytest.mark.parametrize("row", TABLES["whole"], ids=lambda row: row["text"])
def test_a_number_is_taken_apart(row: dict[str, Any]) -> None:
    number = numbers.whole_number(row["text"])
    assert number is not None
    assert (number.code, number.year, number.serial) == (
        row["code"],
        row["year"],
        row["serial"],
    )
    assert number.regular == row["regular"]
    assert number.is_whole is row["whole"]
    assert number.is_certain is row["certain"]
    assert number.is_regular is (row["text"] == row["regular"])


@pytest.mark.parametrize("text", TABLES["none"])
def test_other_texts_are_no_document_number(text: str) -> None:
    assert numbers.whole_number(text) is None


@pytest.mark.parametrize("row", TABLES["titles"], ids=lambda row: row["text"])
def test_titles_come_with_the_notes_behind_them(row: dict[str, Any]) -> None:
    found = [
        [cited.title, list(cited.notes)] for cited in numbers.titles_in(row["text"])
    ]
    assert found == row["found"]


@pytest.mark.parametrize("row", TABLES["cited"], ids=lambda row: row["text"])
def test_cited_numbers_stand_behind_titles_or_have_a_known_code(
    row: dict[str, Any],
) -> None:
    found = numbers.cited_numbers(row["text"], CODES, OTHER)
    assert [number.raw for number in found] == row["found"]


def test_numbers_in_running_text_need_brackets_or_a_mark() -> None:
    found = [n.raw for n in numbers.numbers_in("见平财〔2021〕3号，电话2021 3")]
    assert found == ["见平财〔2021〕3号"]
    assert list(numbers.numbers_in("没有年份")) == []


def test_citations_are_blanked_out_in_place() -> None:
    text = "按《2021年方案》（财预〔2021〕3号）编制2022年预算"
    bare = numbers.without_citations(text)
    assert len(bare) == len(text)
    assert "2021" not in bare
    assert "2022年预算" in bare
