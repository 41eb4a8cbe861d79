"""Precision and recall on documents with truth; those of other publishers first."""

from pathlib import Path

import pytest

from quanheng.testing.corpus import figures, truths
from quanheng.testing.forms.scoring import Tally
from tests.conftest import CORPUS, SHARED


@pytest.mark.parametrize(
    ("folder", "precision", "recall"),
    [
        pytest.param(SHARED / "corpus_second", 0.985, 0.95, id="corpus_second"),
        pytest.param(CORPUS, 0.985, 0.96, id="corpus"),
    ],
)
def test_a_corpus_is_read_as_its_truth_says(
    folder: Path, precision: float, recall: float
) -> None:
    if not folder.is_dir():
        pytest.skip("this corpus does not lie beside the project")
    found = [truth.judged() for truth in truths(folder)]
    total = Tally()
    for one in found:
        total.add(one)
    assert total.precision >= precision, figures(found)
    assert total.recall >= recall, figures(found)
