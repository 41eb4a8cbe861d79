"""A file is whole at every moment: cut off anywhere, two at once, links, rights."""

import os
import subprocess
import sys
import textwrap
from collections import Counter
from pathlib import Path

import pytest

from quanheng.cli.writing.whole_file import OvertakenError, write_whole

OLD, NEW = b"old " * 5_000, b"new " * 7_000

KILLED_AT_EVERY_LINE = textwrap.dedent(
    """
    import os, pathlib, signal, sys
    from quanheng.cli.writing import whole_file

    def run(place, before, last_line):
        passed = 0
        def trace(frame, event, _):
            nonlocal passed
            if frame.f_code.co_filename != whole_file.__file__:
                return None
            passed += event == "line"
            if passed == last_line:
                os.kill(os.getpid(), signal.SIGKILL)
            return trace
        sys.settrace(trace)
        whole_file.write_whole(place, NEW, before)
        os._exit(0)

    folder, is_there = pathlib.Path(sys.argv[1]), sys.argv[2] == "there"
    for line in range(1, 1_000):
        place = folder / str(line)
        if is_there:
            place.write_bytes(OLD)
        child = os.fork()
        if not child:
            run(place, OLD if is_there else None, line)
        if os.waitpid(child, 0)[1] == 0:
            break
    """
)
RACE = textwrap.dedent(
    """
    import os, pathlib, sys
    from quanheng.cli.writing import whole_file

    place = pathlib.Path(sys.argv[1])
    before = OLD if sys.argv[2] == "there" else None
    children = []
    for number in range(8):
        child = os.fork()
        if not child:
            try:
                whole_file.write_whole(place, NEW + bytes([number]), before)
            except whole_file.OvertakenError:
                os._exit(3)
            os._exit(0)
        children.append(child)
    print(*(os.waitstatus_to_exitcode(os.waitpid(one, 0)[1]) for one in children))
    """
)
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="os.fork is not here")


def run(script: str, *arguments: str | Path) -> str:
    head = f"OLD, NEW = {OLD!r}, {NEW!r}\n"
    call = [sys.executable, "-c", head + script, *map(str, arguments)]
    return subprocess.run(call, capture_output=True, text=True, check=True).stdout


@needs_fork
@pytest.mark.parametrize("start", ["there", "absent"])
def test_a_write_that_is_killed_leaves_the_old_or_the_new(
    tmp_path: Path, start: str
) -> None:
    run(KILLED_AT_EVERY_LINE, tmp_path, start)
    places = [path for path in tmp_path.iterdir() if path.name.isdecimal()]
    found = Counter(path.read_bytes() for path in places)
    expected = {OLD, NEW} if start == "there" else {NEW}
    assert set(found) == expected
    assert len(places) < 999
    if start == "there":
        assert min(found.values()) > 1


@needs_fork
def test_of_several_calls_at_once_one_makes_the_file(tmp_path: Path) -> None:
    codes = run(RACE, tmp_path / "file", "absent").split()
    assert Counter(codes) == {"0": 1, "3": 7}
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@needs_fork
def test_calls_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_bytes(OLD)
    codes = run(RACE, place, "there").split()
    assert "0" in codes
    assert place.read_bytes()[:-1] == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_file_that_changed_meanwhile_stays(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_bytes(b"typed meanwhile")
    for before in (OLD, None):
        with pytest.raises(OvertakenError):
            write_whole(place, NEW, before)
    assert place.read_bytes() == b"typed meanwhile"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_rights_of_the_old_file_are_kept(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_bytes(OLD)
    place.chmod(0o640)
    write_whole(place, NEW, OLD)
    assert place.stat().st_mode & 0o777 == 0o640


def test_where_no_link_can_be_made_the_file_is_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_link(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", no_link)
    write_whole(tmp_path / "file", NEW, None)
    with pytest.raises(OvertakenError):
        write_whole(tmp_path / "file", OLD, None)
    assert (tmp_path / "file").read_bytes() == NEW
