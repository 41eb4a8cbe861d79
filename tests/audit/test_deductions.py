"""Deductions of a folder are compared by the extremes of each reason."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from quanheng.audit.peers.deductions import Deduction, Deductions, Held
from quanheng.core.field import Field

YEARS = (2022, 2023, None)
entries = st.lists(
    st.tuples(st.integers(0, 100), st.sampled_from("abcd"), st.sampled_from(YEARS)),
    max_size=12,
)


def deduction(share: int) -> Deduction:
    return Deduction("运行情况", Field("9"), Decimal(share), "分馆停开", "达成")


def indexed(listed: list[tuple[int, str, int | None]]) -> Deductions:
    found = Deductions()
    for position, (share, digest, year) in enumerate(listed):
        found.add(Held(deduction(share), position, digest), year)
    return found


@settings(deadline=None)
@given(entries, st.integers(0, 100), st.sampled_from(YEARS))
def test_the_farthest_is_that_of_all_other_reports(
    listed: list[tuple[int, str, int | None]], share: int, year: int | None
) -> None:
    held = indexed(listed).farthest(deduction(share), year, "a")
    others = [
        abs(other - share)
        for other, digest, of in listed
        if digest != "a" and (year is None or of in {year, None})
    ]
    apart = None if held is None else abs(held.deduction.share - share)
    assert apart == max(others, default=None)


def test_a_folder_of_one_reason_is_kept_as_its_extremes() -> None:
    found = indexed([(number % 97, str(number), 2023) for number in range(1000)])
    (of_year,) = found.extremes.values()
    assert len(of_year[2023]) <= 4
