"""Drafts say what the figures say, and leave open what they don't."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.drafting.conftest import Draft, text

CASES = yaml.safe_load(Path(__file__).with_name("drafts.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_draft(drafted: Draft, case: dict[str, Any]) -> None:
    project = drafted(case.get("given"), case.get("last"), case.get("lang", "zh"))
    said = text(project)
    assert [part for part in case.get("says", ()) if part not in said] == []
    assert [part for part in case.get("not", ()) if part in said] == []
