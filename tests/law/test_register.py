"""The register of legal texts says what a text became (文件登记)."""

import pytest

from quanheng.law.citation import LegalText
from quanheng.law.load import load_book

TEXTS = load_book().texts
REPLACED = [text for text in TEXTS.values() if text.replaced_by]


@pytest.mark.parametrize("text", REPLACED, ids=lambda text: text.number)
def test_successor_is_registered_and_holds(text: LegalText) -> None:
    assert text.repealed is not None
    assert TEXTS[text.replaced_by].repealed is None


def test_repealed_text_names_its_day_and_successor() -> None:
    old = TEXTS["财预〔2011〕285号"]
    assert (str(old.repealed), old.replaced_by) == ("2020-02-25", "财预〔2020〕10号")


def test_text_from_memory_is_not_checked() -> None:
    assert TEXTS["财预〔2020〕10号"].is_checked
    assert not TEXTS["财预〔2015〕88号"].is_checked
