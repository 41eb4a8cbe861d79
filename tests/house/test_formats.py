"""Every format, file type and form that there is, is named where people look for it."""

import re
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import pytest

from quanheng.answers.formats import Format
from quanheng.forms.compose import FORMS, SUMMARY
from quanheng.readers import READERS
from quanheng.writers import SUFFIXES
from tests.conftest import EXAMPLES, ROOT, Quanheng

READMES = ("README.md", "README.zh-CN.md")
CHOICES = re.compile(r"--(?:format|to) +<([a-z|]+)>")
CALL = re.compile(r"^    quanheng ((?:evidence )?[a-z]+) (.*)$", re.MULTILINE)
TOLD = [
    (readme, command, set(re.findall("[a-z]+", "".join(c[1] for c in calls))))
    for readme in READMES
    for command, calls in groupby(
        sorted(CALL.findall((ROOT / readme).read_text("utf-8"))), key=itemgetter(0)
    )
]


@pytest.mark.parametrize(("readme", "command", "told"), TOLD)
def test_every_output_format_is_in_the_readme(
    quanheng: Quanheng, readme: str, command: str, told: set[str]
) -> None:
    offered = CHOICES.search(quanheng(*command.split(), "--help").out)
    assert offered is None or set(offered[1].split("|")) <= told


@pytest.mark.parametrize("form", Format)
def test_every_format_answers(quanheng: Quanheng, form: Format, tmp_path: Path) -> None:
    report, output = EXAMPLES / "publicity_project.docx", tmp_path / "answer"
    asked = quanheng("check", report, "--format", form, "-o", output)
    assert asked.code == 1, asked.err
    assert output.stat().st_size


@pytest.mark.parametrize("readme", READMES)
def test_every_file_type_that_is_read_or_written_is_in_the_readme(readme: str) -> None:
    text = (ROOT / readme).read_text("utf-8")
    read = {f".{format_}".replace(".text", ".txt") for format_ in READERS}
    assert not [suffix for suffix in {*read, *SUFFIXES} if suffix not in text]


@pytest.mark.parametrize("form", [*FORMS, SUMMARY])
def test_every_form_is_in_the_help_and_the_gallery(
    quanheng: Quanheng, form: str
) -> None:
    assert form in quanheng("render", "--help").out
    if form != SUMMARY:
        assert f"· {form} ·" in (ROOT / "docs/gallery/README.md").read_text("utf-8")
