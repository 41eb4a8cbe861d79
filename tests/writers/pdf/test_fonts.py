"""The fonts that a pdf is set in."""

from functools import partial

import pytest
from typst import Fonts

from quanheng.document.blocks import Paragraph
from quanheng.writers.pdf import typesetter
from quanheng.writers.pdf.fonts import PACKAGED, chosen
from tests.writers.pdf.conftest import ARCHIVAL, pdf

SIGNS = "㎡〔〕—–≥≤≠±×÷①②⑳%％‰℃“”‘’…·、《》（）【】□√○●→★Ⅰ½²㎞０Ａ〇𠮷镕"


def test_official_fonts_lead_free_ones() -> None:
    families = ["Noto Serif CJK SC", "仿宋_GB2312", "FangSong", "SimHei", "LXGW WenKai"]
    found = chosen(families)
    assert found["fang"] == ["仿宋_GB2312", "FangSong", "Noto Serif CJK SC", "SimHei"]
    assert found["kai"] == ["LXGW WenKai", "Noto Serif CJK SC", "SimHei"]
    assert found["hei"] == ["SimHei", "Noto Serif CJK SC"]


def test_names_of_fonts_are_taken_as_the_system_writes_them() -> None:
    assert chosen(["simsun"])["song"] == ["simsun"]


def test_signs_of_reports_have_a_glyph_in_some_font() -> None:
    assert pdf(Paragraph(SIGNS), finish=ARCHIVAL)


def test_font_package_is_found() -> None:
    assert list(PACKAGED.glob("*.ttc"))


@pytest.fixture
def bare_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without fonts of its own."""
    bare = partial(Fonts, include_system_fonts=False)
    monkeypatch.setattr(typesetter, "Fonts", bare)
    monkeypatch.setattr(typesetter, "typesetter", typesetter.typesetter.__wrapped__)


@pytest.mark.usefixtures("bare_computer")
def test_font_package_stands_in_where_the_system_has_no_chinese_font() -> None:
    assert typesetter.typesetter().families["song"] == ["Noto Sans CJK SC"]


@pytest.mark.usefixtures("bare_computer")
def test_folder_of_the_call_leads() -> None:
    assert typesetter.typesetter((PACKAGED,)).families["hei"] == ["Noto Sans CJK SC"]
