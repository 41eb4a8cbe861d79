"""Scores of single rows by the tables in ``rows/``."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from quanheng.core.field import Field
from quanheng.core.indicator import Indicator
from quanheng.core.report import IndicatorTable, Project
from quanheng.law.book import NATIONWIDE, Law
from quanheng.scoring.scorecard import RowScore, score_project

CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted((Path(__file__).parent / "rows").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text("utf-8"))
]


def _score(case: dict[str, Any], law_of: Callable[..., Law]) -> RowScore:
    level2, name, weight, target, actual, *stated = case["cells"]
    indicator = Indicator(
        name=Field(name),
        level2=Field(level2),
        weight=Field(weight),
        target=Field(target),
        actual=Field(actual),
        score=Field(stated[0] if stated else ""),
    )
    year = case.get("year")
    project = Project(
        year=Field(f"{year}年") if year else None,
        table=IndicatorTable((indicator,)),
    )
    law = law_of(case.get("parameters"), year, case.get("region", NATIONWIDE))
    (row,) = score_project(project, law).rows
    return row


@pytest.mark.parametrize("case", CASES)
def test_scores_a_row(case: dict[str, Any], law_of: Callable[..., Law]) -> None:
    row = _score(case, law_of)
    told = "；".join(step.zh for step in row.steps)
    assert row.obstacle == case.get("obstacle"), told
    assert row.recomputed == _number(case.get("score")), told
    if "completion" in case:
        assert row.completion == _number(case["completion"])
    if "band" in case:
        assert row.band == tuple(map(Decimal, case["band"]))
    assert case.get("says", "") in told
    assert case.get("silent", "…") not in told
    assert all(step.zh and step.en for step in row.steps)


@pytest.mark.parametrize("case", CASES)
def test_names_the_parameters_of_every_score(
    case: dict[str, Any], law_of: Callable[..., Law]
) -> None:
    row = _score(case, law_of)
    law = law_of()
    assert all(law.book.entry(name) for name in row.law)
    assert row.steps


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
