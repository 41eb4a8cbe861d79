from pathlib import Path
from typing import Any

import pytest
import yaml

from quanheng.language import clauses

TABLES = yaml.safe_load(Path(__file__).with_name("clauses.yaml").read_text("utf-8"))


def rows(table: str) -> list[Any]:
    return [
        pytest.param(row["text"], row["found"], id=row["text"] or "empty")
        for row in TABLES[table]
    ]


@pytest.mark.parametrize(("text", "found"), rows("items"))
def test_an_enumeration_is_cut_into_its_entries(text: str, found: Any) -> None:
    assert [[item.number, item.text] for item in clauses.items(text)] == found


@pytest.mark.parametrize(("text", "found"), rows("clauses"))
def test_clauses_end_at_any_mark_but_the_pause(text: str, found: Any) -> None:
    assert list(clauses.clauses(text)) == found


@pytest.mark.parametrize(("text", "found"), rows("sentences"))
def test_sentences_keep_their_commas(text: str, found: Any) -> None:
    assert list(clauses.sentences(text)) == found


@pytest.mark.parametrize(("text", "found"), rows("unnumbered"))
def test_a_leading_number_is_taken_off(text: str, found: str) -> None:
    assert clauses.unnumbered(text) == found


def test_an_entry_is_named_by_its_first_sentence() -> None:
    first, _ = clauses.items("一是修缮屋顶。工期两月。二是轮换图书。")
    assert first.head == "修缮屋顶"
