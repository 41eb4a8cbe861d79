"""Every document of the corpus, composed, written and read again, says the same."""

import pytest

from quanheng.core.report import Report
from quanheng.forms.compose import compose
from quanheng.forms.recognise import recognise
from quanheng.readers import read_document
from quanheng.tasks.reading.read_report import read_report
from quanheng.writers import SUFFIXES, writer_for
from tests.conftest import CORPUS, known_gaps
from tests.forms.compose.conftest import said

DOCUMENTS = sorted(path.name for path in (CORPUS / "docs").glob("*.*"))


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    return {
        name: read_report((CORPUS / "docs" / name).read_bytes(), name)
        for name in DOCUMENTS
    }


NOT_YET = {
    f"{name}{suffix}": why
    for name, suffixes, why in (
        ("food_transfer_labels_in_cells.docx", SUFFIXES, "scores not certain"),
        ("heating_cell_per_paragraph.txt", SUFFIXES, "texts that are not certain"),
        ("market_transfer.doc", SUFFIXES, "a last row that holds a name alone"),
        ("animal_disease_prose_report.txt", [".xlsx"], "a result that lists figures"),
        ("relics_target_side_by_side.xls", [".html"], "its table of the whole period"),
        (
            "town_target_long_and_annual.docx",
            [".html"],
            "its table of the whole period",
        ),
    )
    for suffix in suffixes
}
WRITTEN = [f"{name}{suffix}" for name in DOCUMENTS for suffix in SUFFIXES]


@pytest.mark.parametrize("written", known_gaps(WRITTEN, NOT_YET))
def test_own_form_says_the_same(reports: dict[str, Report], written: str) -> None:
    name, _, kind = written.rpartition(".")
    suffix = f".{kind}"
    report = reports[name]
    data = writer_for(suffix).write(compose(report))
    again = recognise(read_document(data, f"a{suffix}"))
    assert said(again.projects) == said(report.projects)
