"""Readings keep to relations that need no truth: carrier, order, script, notes …"""

from functools import cache

import pytest

from quanheng.testing.forms.scoring import Tally
from quanheng.testing.relations.relations import NAMES, Kept, kept
from quanheng.testing.relations.sources import generated, in_folder
from tests.conftest import CORPUS, SHARED

SECOND = SHARED / "corpus_second"
SEED = 731
FORMS = 16
EVERY = 4
"""Of the first corpus, whose forms the readers were made on, every fourth is enough
where the second one is there."""
LEAST = {
    "as xlsx": 0.90,  # reports of running text lose their annex on a sheet
    "traditional characters": 0.965,
    "pinyin residue": 0.965,
    "odd signs": 0.965,
    "order of columns": 0.96,
    "transposed": 0.60,
    "split over pages": 0.94,
    "two forms in a file": 0.78,
}
"""Share of values that are kept where it is not nearly all of them, 0.98."""


@cache
def generated_forms() -> dict[str, Kept]:
    return kept(generated(SEED, FORMS), SEED)


@cache
def documents() -> dict[str, Kept]:
    """Both corpora; the second one lies beside the project where there is one."""
    second = list(in_folder(SECOND))
    first = list(in_folder(CORPUS))[:: EVERY if second else 1]
    return kept([*first, *second], SEED)


@pytest.mark.parametrize("name", NAMES)
def test_generated_forms_keep_to_it(name: str) -> None:
    holds(generated_forms().get(name, Kept()), name)


@pytest.mark.parametrize("name", NAMES)
def test_documents_of_the_corpora_keep_to_it(name: str) -> None:
    holds(documents().get(name, Kept()), name)


def holds(found: Kept, name: str) -> None:
    assert found.documents > 2, "it was hardly tried"
    values: Tally = found.values
    least = LEAST.get(name, 0.98)
    assert values.f1 >= least, (found.broken, values.errors[:10])
