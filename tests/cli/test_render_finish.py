"""``quanheng render`` in the look of an office, with a day."""

from datetime import date
from pathlib import Path

import docx
import pytest
from docx.shared import Mm

from tests.conftest import EXAMPLES, Quanheng

REPORT = str(EXAMPLES / "county_library.yaml")


def test_template_gives_the_page_and_date_the_properties(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    office = docx.Document()
    office.sections[0].left_margin = Mm(33)
    office.save(str(tmp_path / "office.docx"))
    out = tmp_path / "out.docx"
    template = ("--template", str(tmp_path / "office.docx"))
    answer = quanheng(
        "render", REPORT, "-o", str(out), *template, "--date", "2024-02-20"
    )
    assert answer.code == 0
    made = docx.Document(str(out))
    assert made.sections[0].left_margin == pytest.approx(Mm(33), rel=0.001)
    assert made.core_properties.created is not None
    assert made.core_properties.created.date() == date(2024, 2, 20)


def test_what_is_no_template_is_told_in_one_sentence(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    answer = quanheng(
        "render", REPORT, "-o", str(tmp_path / "a.docx"), "--template", REPORT
    )
    assert answer.code == 2
    assert answer.err.startswith("模板无法使用：")
    assert not (tmp_path / "a.docx").exists()


def test_only_word_files_follow_a_template(quanheng: Quanheng, tmp_path: Path) -> None:
    answer = quanheng(
        "render", REPORT, "-o", str(tmp_path / "a.html"), "--template", "x"
    )
    assert answer.code == 2
    assert "--template" in answer.err
