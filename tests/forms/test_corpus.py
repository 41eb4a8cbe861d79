"""The development corpus is read as its truth says (skipped where it is absent)."""

import json
from pathlib import Path
from typing import Any

import pytest

from quanheng.core.field import Field, text_of
from quanheng.core.report import Project
from quanheng.forms.recognise import recognise
from quanheng.readers import read_document

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
FILES = sorted(p.name for p in CORPUS.glob("docs/*") if p.suffix in (".docx", ".txt"))
NOT_YET = {"museum_target_glued.txt"}
"""All cells glued together without a mark between them."""

pytestmark = pytest.mark.skipif(not FILES, reason="the shared corpus is absent")


def truths(name: str) -> list[dict[str, Any]]:
    path = CORPUS / "truth" / f"{Path(name).stem}.json"
    truth = json.loads(path.read_text("utf-8"))
    found: list[dict[str, Any]] = truth.get("projects", [truth])
    return found


def projects(name: str) -> tuple[Project, ...]:
    data = (CORPUS / "docs" / name).read_bytes()
    return recognise(read_document(data, name)).projects


def bare(field: Field | None) -> str:
    return "".join(text_of(field).split())


@pytest.mark.parametrize("name", sorted(set(FILES) - NOT_YET))
def test_the_indicators_are_those_of_the_truth(name: str) -> None:
    for project, truth in zip(projects(name), truths(name), strict=True):
        names = ["".join(row["level3"].split()) for row in truth["indicators"]]
        assert [bare(row.name) for row in project.indicators] == names


@pytest.mark.parametrize("name", sorted(set(FILES) - NOT_YET))
def test_the_money_is_that_of_the_truth(name: str) -> None:
    for project, truth in zip(projects(name), truths(name), strict=True):
        if "budget" in (truth.get("ignore") or ()) or truth["budget"] is None:
            continue
        cells = project.budget.cells if project.budget else {}
        read = {(r.value, c.value): bare(field) for (r, c), field in cells.items()}
        for row, columns in truth["budget"]["rows"].items():
            for column, expected in columns.items():
                accepted = expected if isinstance(expected, list) else [expected]
                assert read[row, column] in accepted


def test_the_text_dump_and_the_word_file_say_the_same() -> None:
    (text,), (word,) = projects("seed_text.txt"), projects("seed.docx")
    assert [bare(r.target) for r in text.indicators] == [
        bare(r.target) for r in word.indicators
    ]
    assert [len(t.rows) for t in text.section_tables] == [1, 5, 1, 1]
    assert [p.raw for p in text.paragraphs()] == [p.raw for p in word.paragraphs()]
    assert bare(text.conclusion) == bare(word.conclusion)
    assert text.form == word.form == "shanxi"
    assert text.year is None
