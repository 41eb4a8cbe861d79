"""Parameters of a shape that no formula knows are refused, not guessed."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from quanheng.core.expression import Deadline
from quanheng.law.book import Law
from quanheng.scoring.answers_in_words import Answer, qualitative_answer
from quanheng.scoring.formulas.deadline import deadline
from quanheng.scoring.formulas.limits import completion, inverse_completion
from quanheng.scoring.formulas.qualitative import band
from quanheng.scoring.formulas.result import Pair
from quanheng.scoring.formulas.step_table import share_by_steps
from quanheng.scoring.total import grade_of, grades_of, standard_grade

LIMIT = Deadline("期限", date(2021, 12, 31), date(2021, 12, 31))
LATE = Deadline("完成", date(2022, 1, 1), date(2022, 1, 1))


@pytest.mark.parametrize("value", ["half", {"share": 1}, ["zero"]])
def test_unknown_late_formula_is_refused(
    value: Any, law_of: Callable[..., Law]
) -> None:
    law = law_of({"self_evaluation.late_formula": value})
    with pytest.raises(TypeError, match="late_formula"):
        deadline(LIMIT, LATE, Decimal(10), law)


@pytest.mark.parametrize("value", [{}, {"达成": [0.8]}, "达成", {"达成": "0.8-1"}])
def test_band_table_without_the_answer_is_refused(
    value: Any, law_of: Callable[..., Law]
) -> None:
    law = law_of({"self_evaluation.qualitative_bands": value})
    with pytest.raises(TypeError, match="qualitative_bands"):
        band(Answer.REACHED, Decimal(10), law)


def test_step_table_of_other_entries_is_refused(law_of: Callable[..., Law]) -> None:
    name = "self_evaluation.execution_steps"
    with pytest.raises(TypeError, match=name):
        share_by_steps(name, Decimal(90), law_of({name: [{"from": 90}]}))


@pytest.mark.parametrize("value", [[], None, "none"])
def test_no_step_table_leaves_the_straight_formula(
    value: Any, law_of: Callable[..., Law]
) -> None:
    name = "self_evaluation.execution_steps"
    assert share_by_steps(name, Decimal(90), law_of({name: value})) is None


def test_bounds_that_are_no_mapping_are_refused(law_of: Callable[..., Law]) -> None:
    law = law_of({"self_evaluation.grade_bounds": [90, 80, 60]})
    with pytest.raises(TypeError, match="grade_bounds"):
        grade_of(Decimal(90), law)


def test_grades_of_every_version_are_known(law: Law) -> None:
    assert grades_of(Decimal(85), law) == {"良"}


@pytest.mark.parametrize(
    ("text", "grade"),
    [("优", "优"), ("“优秀”", "优"), ("合格", "中"), ("A级", "优"), ("特优", None)],
)
def test_words_stand_for_the_listed_grades(
    text: str, grade: str | None, law: Law
) -> None:
    assert standard_grade(text, law) == grade


def test_answer_without_words_is_never_chosen(law_of: Callable[..., Law]) -> None:
    law = law_of({"words.qualitative_answers": {"部分达成": ("部分达成",)}})
    assert qualitative_answer("达成", law) is None


def test_no_completion_follows_from_a_target_of_zero(law: Law) -> None:
    pair = Pair(Decimal(0), Decimal(1), Decimal(10))
    assert completion(pair) is None
    assert inverse_completion(pair, law) is None
