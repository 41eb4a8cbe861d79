"""Working days by the holiday notices, and by weekdays where there is none."""

from collections.abc import Iterator
from datetime import date

import pytest

from quanheng.core.errors import MissingExtraError
from quanheng.evidence import working_days
from quanheng.evidence.working_days import (
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

    caches = (working_days._calendar, working_days._years, is_working_day)
    for cached in caches:
        cached.cache_clear()
    monkeypatch.setattr(working_days, "import_module", missing)
    yield
    for cached in caches:
        cached.cache_clear()


@pytest.mark.usefixtures("no_calendar")
def test_without_the_calendar_the_extra_is_named() -> None:
    with pytest.raises(MissingExtraError, match="节假日日历") as caught:
        is_working_day(date(2021, 1, 4))
    assert "quanheng[evidence]" in caught.value.hint.zh
