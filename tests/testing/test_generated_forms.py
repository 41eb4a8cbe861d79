"""Generated forms: their truth stands in them, and what is read is counted right."""

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest

from quanheng.testing.forms.layout import PLAIN, Layout, alone, pairs, told
from quanheng.testing.forms.make import MadeFile, made
from quanheng.testing.forms.scoring import tally

LAYOUTS = list(alone())


def is_decoded(layout: Layout) -> bool:
    """Whether values can be looked for: a pdf holds glyphs, split cells may part."""
    if layout["target"] in ("value_first", "unit_first") or (
        layout["goals"] == "numbered"  # whose rows are one value
    ):
        return False
    split = layout["target"] not in ("joined", "with_actual")
    parts = layout["carrier"] in ("xlsx", "text_commas") or (
        layout["turned"] == "transposed"
    )
    return not layout["carrier"].startswith("pdf") and not (split and parts)


DECODED = list(filter(is_decoded, [*LAYOUTS, *list(pairs())[::80]]))


def made_alone(layout: Layout, seed: int = 5) -> MadeFile:
    (file,) = made([layout], seed)
    return file


def decoded(file: MadeFile) -> str:
    """All text of a document, without tags, bars and blanks."""
    carrier = file.layout["carrier"]
    if carrier in ("docx", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            text = "".join(archive.read(name).decode() for name in archive.namelist())
    else:
        text = file.data.decode(file.layout["encoding"])
    if not carrier.startswith("text_"):
        text = unescape(re.sub(r"<[^>]*>", "", text))
    return bare(text)


def bare(text: Any) -> str:
    return re.sub(r'[\s|｜│"]', "", str(text))


def values_of(truth: Any) -> Iterator[list[Any]]:
    """Each value, with those that are right as well."""
    if isinstance(truth, dict):
        for inner in truth.values():
            yield from values_of(inner)
    elif isinstance(truth, list) and any(isinstance(part, dict) for part in truth):
        for inner in truth:
            yield from values_of(inner)
    elif truth is not None:
        yield truth if isinstance(truth, list) else [truth]


@pytest.mark.parametrize("layout", DECODED, ids=told)
def test_every_value_of_the_truth_is_in_the_document(layout: Layout) -> None:
    file = made_alone(layout)
    text, values = decoded(file), list(values_of(file.truth))
    assert len(values) > 20
    assert [v for v in values if not any(bare(x) in text for x in v if x)] == []


@pytest.mark.parametrize("layout", LAYOUTS, ids=told)
def test_a_seed_gives_one_file(layout: Layout) -> None:
    first, again, other = (made_alone(layout, seed) for seed in (5, 5, 6))
    assert (first.data, first.truth) == (again.data, again.truth)
    assert first.data != other.data
    assert first.truth != other.truth


TRUTH = {
    "projects": [
        {
            "project": {"name": "河道清淤", "year": 2024},
            "budget": {"unit": ["万元", None], "rows": {"spent": {"total": "9.50"}}},
            "total_score": "95",
            "indicators": [{"level3": "清淤长度", "target": ["≥3公里", "3"]}],
        }
    ]
}


@pytest.mark.parametrize(
    ("path", "value", "counts"),
    [
        ("total_score", "95", (7, 0, 0)),
        ("total_score", " 95 ", (7, 0, 0)),
        ("total_score", "59", (6, 1, 1)),
        ("total_score", None, (6, 0, 1)),
        ("grade", "优", (7, 1, 0)),
        ("indicators", [{"level3": "清淤长度", "target": "3"}], (7, 0, 0)),
        ("indicators", [{"level3": "清淤长度", "target": "4"}], (6, 1, 1)),
        ("indicators", [], (5, 0, 2)),
        ("budget", {"unit": None, "rows": {}}, (5, 0, 1)),
        ("budget", {"unit": "元", "rows": {"spent": {"total": "9.50"}}}, (6, 1, 0)),
    ],
)
def test_a_value_is_right_wrong_or_missed(
    path: str, value: Any, counts: tuple[int, int, int]
) -> None:
    project = {
        "project": {"name": "河道清淤", "year": "2024年度"},
        "budget": {"unit": "万元", "rows": {"spent": {"total": "9.50"}}},
        "total_score": "95",
        "indicators": [{"level3": "清淤长度", "target": "≥3公里"}],
    }
    found = tally(TRUTH, {"projects": [project | {path: value}]})
    assert (found.right, found.wrong, found.missed) == counts
    assert len(found.errors) == max(counts[1:])


def test_a_document_that_was_refused_is_missed_whole() -> None:
    found = tally(TRUTH, {})
    assert (found.right, found.wrong) == (0, 0)
    assert found.missed >= 6
    assert found.recall == 0
    assert found.f1 == 0


def test_the_plain_layout_comes_first() -> None:
    assert LAYOUTS[0] == PLAIN
