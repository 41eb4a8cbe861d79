"""Jobs on several processes: in order, however they start, and never half said."""

import os
from itertools import islice

import pytest

from quanheng.cli.pool import in_order, processes_for
from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError, UnreadableFileError


def doubled(number: int) -> int:
    return 2 * number


def refused(number: int) -> int:
    raise UnreadableFileError(Words("文件是空的", "The file is empty"))


def gone(number: int) -> int:
    if number > 1:
        os._exit(3)
    return number


def where(number: int) -> int:
    return os.getpid()


@pytest.mark.parametrize(
    ("processes", "start"), [(1, "fork"), (2, "fork"), (2, "spawn")]
)
def test_answers_come_in_the_order_of_the_jobs(processes: int, start: str) -> None:
    found = list(in_order(doubled, range(20), processes, start))
    assert found == [2 * number for number in range(20)]


def test_what_is_not_asked_for_is_not_waited_for() -> None:
    assert list(islice(in_order(doubled, range(1000), 2), 3)) == [0, 2, 4]


def test_an_error_comes_over_whole() -> None:
    with pytest.raises(UnreadableFileError) as raised:
        list(in_order(refused, [1], 2))
    assert raised.value.text("en") == "The file is empty"


def test_a_process_that_ends_early_is_said() -> None:
    with pytest.raises(QuanhengError, match="意外中止"):
        list(in_order(gone, [1, 2], 2))


def test_the_first_job_leaves_what_it_loaded_to_the_processes() -> None:
    first, *rest = in_order(where, range(4), 2)
    assert first == os.getpid()
    assert first not in rest


def test_few_jobs_stay_in_one_process() -> None:
    assert processes_for(1) == processes_for(50) == 1
    assert processes_for(100, 3) == 3
    assert processes_for(2, 3) == 2
