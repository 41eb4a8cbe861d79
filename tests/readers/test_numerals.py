"""Number formats of automatic numbering."""

from pathlib import Path

import pytest
import yaml

from quanheng.readers.word.numerals import render

FORMATS = yaml.safe_load(
    Path(__file__).with_name("numerals.cases.yaml").read_text("utf-8")
)


@pytest.mark.parametrize(
    ("style", "number", "text"),
    [(style, n, text) for style, cases in FORMATS.items() for n, text in cases.items()],
)
def test_render(style: str, number: int, text: str) -> None:
    assert render(number, style) == text
