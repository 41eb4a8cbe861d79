"""Generated pages can't lag behind the code."""

from pathlib import Path

import pytest

from quanheng.testing.pages import all_pages, main
from tests.conftest import ROOT


def test_pages_are_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["--check"]) == 0


def test_a_changed_page_is_stale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([]) == 0
    assert main(["--check"]) == 0
    page = next(iter(all_pages()))
    page.write_text("else", "utf-8")
    (page.parent / "XX999.md").write_text("a rule that is gone", "utf-8")
    assert main(["--check"]) == 1
