"""What holds for every score whatever the figures."""

from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given
from hypothesis import strategies as st

from quanheng.core.expression import Deadline
from quanheng.core.field import Field
from quanheng.core.indicator import Indicator
from quanheng.core.report import IndicatorTable, Project
from quanheng.law.book import Law
from quanheng.law.load import load_book
from quanheng.scoring.answers_in_words import Answer
from quanheng.scoring.budget.execution_rate import execution_points
from quanheng.scoring.formulas.deadline import deadline
from quanheng.scoring.formulas.limits import at_least, at_most, equal, within_range
from quanheng.scoring.formulas.qualitative import band, qualitative
from quanheng.scoring.formulas.result import Pair
from quanheng.scoring.scorecard import score_project
from quanheng.scoring.total import GRADE_BOUNDS, grade_of

LAW = Law(load_book())
CENT = Decimal("0.01")

amounts = st.decimals(-1_000_000, 1_000_000, places=2)
positive = st.decimals("0.01", 1_000_000, places=2)
weights = st.decimals(0, 100, places=2)
ratios = st.decimals("0.03", 49, places=2)
"""What an honest result is of its target, however far off."""


def known(score: Decimal | None) -> Decimal:
    assert score is not None
    return score


@given(amounts, amounts, weights, st.booleans())
def test_score_lies_between_zero_and_the_weight(
    target: Decimal, actual: Decimal, weight: Decimal, strict: bool
) -> None:
    pair = Pair(target, actual, weight, strict=strict)
    for formula in (at_least, at_most, equal):
        score = known(formula(pair, LAW).score)
        assert 0 <= score <= weight
        assert score == score.quantize(CENT)


@given(amounts, amounts, amounts, weights)
def test_more_never_loses_points_of_a_lower_limit(
    target: Decimal, one: Decimal, other: Decimal, weight: Decimal
) -> None:
    less, more = sorted((one, other))
    low = known(at_least(Pair(target, less, weight), LAW).score)
    assert low <= known(at_least(Pair(target, more, weight), LAW).score)


@given(amounts, amounts, amounts, weights)
def test_less_never_loses_points_of_an_upper_limit(
    target: Decimal, one: Decimal, other: Decimal, weight: Decimal
) -> None:
    less, more = sorted((one, other))
    high = known(at_most(Pair(target, less, weight), LAW).score)
    assert high >= known(at_most(Pair(target, more, weight), LAW).score)


@given(positive, positive, weights)
def test_proportion_is_exact_and_rounds_half_up(
    target: Decimal, actual: Decimal, weight: Decimal
) -> None:
    score = known(at_least(Pair(target, actual, weight), LAW).score)
    share = min(actual, target)
    exact = (share * weight / target).quantize(CENT, ROUND_HALF_UP)
    assert score == exact


@given(positive, positive, weights)
def test_reached_targets_have_all_points(
    target: Decimal, more: Decimal, weight: Decimal
) -> None:
    assert at_least(Pair(target, target + more, weight), LAW).score == weight
    assert at_most(Pair(target + more, target, weight), LAW).score == weight
    assert at_most(Pair(target, 2 * target + more, weight), LAW).score == 0


@given(positive, positive, amounts, weights)
def test_range_scores_stay_inside_and_are_full_inside(
    low: Decimal, width: Decimal, actual: Decimal, weight: Decimal
) -> None:
    high = low + width
    score = known(within_range(low, high, actual, weight, "人", LAW).score)
    assert 0 <= score <= weight
    assert score == weight or not low <= actual <= high


@given(st.dates(), st.dates(), weights)
def test_date_is_all_or_nothing_without_a_local_formula(
    limit: object, done: object, weight: Decimal
) -> None:
    target = Deadline("期限", limit, limit)  # type: ignore[arg-type] # dates
    actual = Deadline("完成", done, done)  # type: ignore[arg-type] # dates
    score = known(deadline(target, actual, weight, LAW).score)
    assert score == (weight if actual.day <= target.day else 0)


@given(st.sampled_from(Answer), weights, weights)
def test_band_holds_the_recomputed_score(
    answer: Answer, weight: Decimal, stated: Decimal
) -> None:
    low, high = band(answer, weight, LAW)
    score = known(qualitative(answer, weight, stated, LAW).score)
    assert 0 <= low <= score <= high <= weight
    assert score == stated or not low <= stated <= high


@given(st.decimals(0, 300, places=4), weights)
def test_execution_points_are_capped_at_the_weight(
    percent: Decimal, weight: Decimal
) -> None:
    score = known(execution_points(percent, weight, LAW).score)
    assert 0 <= score <= weight
    assert score == weight or percent < 100


@given(st.lists(st.tuples(positive, ratios, weights), min_size=1, max_size=8))
def test_total_is_the_sum_of_the_scores(
    rows: list[tuple[Decimal, Decimal, Decimal]],
) -> None:
    indicators = tuple(
        Indicator(
            name=Field("册数（册）"),
            level2=Field("数量指标"),
            weight=Field(str(weight)),
            target=Field(f"≥{target}"),
            actual=Field(f"{target * ratio:f}"),
        )
        for target, ratio, weight in rows
    )
    card = score_project(Project(table=IndicatorTable(indicators)), LAW)
    scores = [known(row.recomputed) for row in card.rows]
    assert card.total == card.confirmed == sum(scores)


@given(st.decimals(0, 100, places=2))
def test_grade_is_the_highest_bound_reached(total: Decimal) -> None:
    bounds = LAW.table(GRADE_BOUNDS)
    grade = grade_of(total, LAW)
    assert grade is not None
    bound = bounds[grade]
    assert isinstance(bound, Decimal)
    assert bound <= total
    higher = [b for b in bounds.values() if isinstance(b, Decimal) and b > bound]
    assert all(total < other for other in higher)
