from datetime import date
from decimal import Decimal

import pytest

from quanheng.core.indicator import LevelOne
from quanheng.law.load import load_book
from quanheng.scoring.level_weights import (
    WEIGHT_TEMPLATE,
    level_weights,
    weight_templates,
)
from quanheng.testing.cases import book_with, dossier_of, overlaid, valid_record

SUMS = {
    LevelOne.EXECUTION: Decimal(10),
    LevelOne.OUTPUT: Decimal(50),
    LevelOne.BENEFIT: Decimal(30),
    LevelOne.SATISFACTION: Decimal(10),
}


def test_points_add_up_by_level_one() -> None:
    assert level_weights(dossier_of(valid_record()).scorecard) == SUMS


@pytest.mark.parametrize("change", [{"weight": "十来分"}, {"level1": "项目管理"}])
def test_no_sums_where_a_row_can_not_be_read(change: dict[str, str]) -> None:
    record = overlaid(valid_record(), {"indicators": {1: change}})
    assert level_weights(dossier_of(record).scorecard) is None


def test_money_line_of_the_national_form_counts_as_execution() -> None:
    change = {"indicators": {0: None}, "budget": {"weight": "10", "score": "9.5"}}
    record = overlaid(valid_record(), change)
    assert level_weights(dossier_of(record).scorecard) == SUMS


def test_a_template_asks_for_every_category() -> None:
    template = weight_templates(load_book().law(date(2023, 12, 31), "山西"))[0]
    tolerance = Decimal("0.01")
    assert template.fits(SUMS, tolerance)
    assert not template.fits({**SUMS, LevelOne.OUTPUT: Decimal("50.02")}, tolerance)
    assert not template.fits({**SUMS, LevelOne.COST: Decimal(5)}, tolerance)


def test_all_versions_may_apply_without_a_year() -> None:
    assert len(weight_templates(load_book().law())) > len(
        weight_templates(load_book().law(date(2020, 12, 31)))
    )


def test_a_template_must_be_a_mapping() -> None:
    law = book_with({WEIGHT_TEMPLATE: ["10"]}).law()
    with pytest.raises(TypeError):
        weight_templates(law)
