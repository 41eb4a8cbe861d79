"""The corpus is read as its truth says."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quanheng.core.field import Field, text_of
from quanheng.core.report import Project
from quanheng.forms.recognise import recognise
from quanheng.readers import read_document
from tests.conftest import CORPUS, SeedFile, known_gaps

FILES = sorted(path.name for path in CORPUS.glob("docs/*.*"))
NAMES_NOT_YET = {
    "museum_target_glued.txt": "all cells glued together without a mark",
    "heating_cell_per_paragraph.txt": "names beside lost classes are not certain",
    "market_transfer.doc": "a last row that holds a name alone is taken for a note",
    "market_transfer_space_rows.txt": "rows that hold a name alone",
    "village_all_on_one_line.txt": "a name that is not certain loses its row",
}
AMOUNTS_NOT_YET = {
    "forestry_dept_cell_per_paragraph.txt": "the initial total",
    "relics_space_rows.txt": "a rate of 0.958",
}


def truths(name: str) -> list[dict[str, Any]]:
    path = CORPUS / "truth" / f"{Path(name).stem}.json"
    truth = json.loads(path.read_text("utf-8"))
    found: list[dict[str, Any]] = truth.get("projects", [truth])
    return found


def projects(name: str) -> tuple[Project, ...]:
    return recognised(CORPUS / "docs" / name)


def recognised(path: Path) -> tuple[Project, ...]:
    return recognise(read_document(path.read_bytes(), path.name)).projects


def bare(field: Field | None) -> str:
    return "".join(text_of(field).split())


def told(name: str) -> Iterator[tuple[Project, dict[str, Any]]]:
    """The forms of a document beside their truths; a form left empty has none."""
    truth = truths(name)
    found = projects(name)
    if len(found) > len(truth):
        found = tuple(project for project in found if project.indicators)
    return zip(found, truth, strict=True)


def amounts(truth: dict[str, Any]) -> Iterator[tuple[tuple[str, str], list[str]]]:
    """The cells of the budget with what a careful reader may read in each."""
    ignored = truth.get("ignore") or ()
    if "budget" in ignored or truth["budget"] is None:
        return
    for row, columns in truth["budget"]["rows"].items():
        for column, expected in columns.items():
            if not {f"budget.{row}", f"budget.{row}.{column}"} & set(ignored):
                accepted = expected if isinstance(expected, list) else [expected]
                yield (row, column), [text or "" for text in accepted]


@pytest.mark.parametrize("name", known_gaps(FILES, NAMES_NOT_YET))
def test_the_indicators_are_those_of_the_truth(name: str) -> None:
    for project, truth in told(name):
        names = ["".join(row["level3"].split()) for row in truth["indicators"]]
        assert [bare(row.name) for row in project.indicators] == names


@pytest.mark.parametrize("name", known_gaps(FILES, AMOUNTS_NOT_YET))
def test_the_money_is_that_of_the_truth(name: str) -> None:
    for project, truth in told(name):
        cells = project.budget.cells if project.budget else {}
        read = {(r.value, c.value): bare(field) for (r, c), field in cells.items()}
        for cell, accepted in amounts(truth):
            assert read.get(cell, "") in accepted


def test_the_text_dump_and_the_word_file_say_the_same(
    seed_file: SeedFile,
) -> None:
    (text,), (word,) = (
        recognised(seed_file("_text.txt")),
        recognised(seed_file(".docx")),
    )
    assert [bare(r.target) for r in text.indicators] == [
        bare(r.target) for r in word.indicators
    ]
    assert [len(t.rows) for t in text.section_tables] == [1, 5, 1, 1]
    assert [p.raw for p in text.paragraphs()] == [p.raw for p in word.paragraphs()]
    assert bare(text.conclusion) == bare(word.conclusion)
    assert text.form == word.form == "shanxi"
    assert text.year is None
