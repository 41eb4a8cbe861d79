"""A formula of scoring and its twin in workbooks that compute change together.

``tests/live/test_recalculated.py`` holds each cent of a recalculated workbook against
``scoring/``; here no parameter of a formula may be unknown to ``live/`` at all.
"""

import re
from pathlib import Path

import pytest

import quanheng

SRC = Path(quanheng.__file__).parent
FORMULAS = (
    *(SRC / "scoring/formulas").glob("*.py"),
    SRC / "scoring/budget/execution_rate.py",
)
LIVE = "\n".join(path.read_text("utf-8") for path in (SRC / "live").rglob("*.py"))
PARAMETERS = sorted(
    {
        name
        for path in FORMULAS
        for name in re.findall(
            r'^([A-Z_]+) = "self_evaluation', path.read_text("utf-8"), re.MULTILINE
        )
    }
)
ELSEWHERE = {
    "OVER_ACHIEVEMENT": None,  # asks for a reason, changes no score
    "EXECUTION_DENOMINATOR": "denominator_row",
}


@pytest.mark.parametrize("name", PARAMETERS)
def test_workbooks_compute_by_every_parameter_of_the_formulas(name: str) -> None:
    twin = ELSEWHERE.get(name, name)
    assert twin is None or re.search(rf"\b{twin}\b", LIVE)
