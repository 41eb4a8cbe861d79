"""docs/reading.md says what the code does."""

import re
from importlib import import_module

import pytest

from tests.conftest import ROOT, Quanheng

PAGE = (ROOT / "docs" / "reading.md").read_text("utf-8")
LIMITS = re.findall(
    r"^\| `((?:readers|office)\.[\w.]+)` \| (\d+)( MB)? \|", PAGE, re.MULTILINE
)
VALUES = re.findall(
    r"^\| `([^`]+)` \| ([a-z ]+) \| (?:`([^`]*)`)? ?\|$", PAGE, re.MULTILINE
)


def test_the_tables_of_the_page_are_found() -> None:
    assert len(LIMITS) >= 9
    assert len(VALUES) >= 11


@pytest.mark.parametrize(("name", "number", "unit"), LIMITS)
def test_a_limit_is_that_of_the_code(name: str, number: str, unit: str) -> None:
    module, _, constant = f"quanheng.{name}".rpartition(".")
    value = getattr(import_module(module), constant)
    assert value == int(number) << (20 if unit else 0)


@pytest.mark.parametrize(("text", "kind", "says"), VALUES)
def test_a_text_is_understood_as_told(
    quanheng: Quanheng, text: str, kind: str, says: str
) -> None:
    answer = quanheng("value", "--lang", "en", text).out
    assert answer.split() == [*text.split(), "→", *kind.split(), *says.split()]
