"""Working days by the holiday notices, and by weekdays where there is none."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from quanheng.core.errors import MissingExtraError
from quanheng.evidence import time_limits
from quanheng.evidence.time_limits import (
    end_of_limit,
    is_working_day,
    weekdays_only,
    working_day_after,
)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2021-09-30", True),
        ("2021-10-01", False),
        ("2021-10-08", True),
        ("2021-10-09", True),  # a Saturday, worked on in lieu
        ("2021-10-10", False),
        ("2099-10-01", True),  # no notice yet: a Thursday
        ("2099-10-03", False),
    ],
)
def test_day(day: str, works: bool) -> None:
    assert is_working_day(date.fromisoformat(day)) is works


def test_the_first_day_is_not_counted() -> None:
    assert working_day_after(date(2021, 9, 30), 1) == date(2021, 10, 8)
    assert working_day_after(date(2021, 9, 30), 0) == date(2021, 9, 30)


def test_years_without_a_notice_are_named() -> None:
    assert weekdays_only([date(2021, 1, 1)]) is None
    said = weekdays_only([date(2099, 1, 1), date(1998, 1, 1), date(2021, 1, 1)])
    assert said is not None
    assert said.zh == "1998、2099年未列节假日安排数据，按周一至周五计工作日"
    assert "1998, 2099" in said.en


@pytest.fixture
def no_calendar(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    caches = (time_limits._calendar, time_limits._years, is_working_day)
    for cached in caches:
        cached.cache_clear()
    monkeypatch.setattr(time_limits, "import_module", missing)
    yield
    for cached in caches:
        cached.cache_clear()


@pytest.mark.usefixtures("no_calendar")
def test_without_the_calendar_the_extra_is_named() -> None:
    with pytest.raises(MissingExtraError, match="节假日日历") as caught:
        is_working_day(date(2021, 1, 4))
    assert "quanheng[evidence]" in caught.value.hint.zh


@pytest.mark.parametrize(
    ("unit", "number", "start", "extension", "end"),
    [
        ("days", 15, date(2022, 6, 1), 0, date(2022, 6, 16)),
        # 29 Sept. 2024 is worked on, 1 to 7 Oct. are not, 12 Oct. is.
        ("working_days", 3, date(2024, 9, 28), 0, date(2024, 10, 8)),
        ("months", 2, date(2023, 12, 31), 1, date(2024, 3, 1)),
        ("hours", 48, date(2024, 3, 5), 0, datetime(2024, 3, 7)),
        ("hours", 5, datetime(2024, 3, 5, 22, 30), 0, datetime(2024, 3, 6, 3, 30)),
    ],
)
def test_a_limit_ends_by_its_unit(
    unit: str, number: int, start: date, extension: int, end: date
) -> None:
    found = end_of_limit(start, number, unit, extension)
    assert (type(found), found) == (type(end), end)
