"""Every document of the corpus, composed, written and read again, says the same."""

import pytest

from quanheng.core.report import Report
from quanheng.forms.compose import compose
from quanheng.forms.recognise import recognise
from quanheng.readers import read_document
from quanheng.tasks.reading.read_report import read_report
from quanheng.writers import SUFFIXES, writer_for
from tests.conftest import CORPUS
from tests.forms.compose.conftest import said

DOCUMENTS = sorted(path.name for path in (CORPUS / "docs").glob("*.*"))


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    return {
        name: read_report((CORPUS / "docs" / name).read_bytes(), name)
        for name in DOCUMENTS
    }


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_own_form_says_the_same(
    reports: dict[str, Report], name: str, suffix: str
) -> None:
    report = reports[name]
    data = writer_for(suffix).write(compose(report))
    again = recognise(read_document(data, f"a{suffix}"))
    assert said(again.projects) == said(report.projects)
