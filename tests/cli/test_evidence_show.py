"""``quanheng evidence show``: the only way to sealed data."""

import errno
import os
import pty
import sys
from pathlib import Path
from stat import S_IMODE
from subprocess import Popen

import pytest

from tests.conftest import Quanheng

PETITIONS = (
    "信访编号,登记日期,信访人,联系方式,证件号码\n"
    "X1,2022-06-01,赵无名,13812345678,110101199003074610\n"
    "X2,2022-06-01,,,\n"
    "X3,赵无名,赵无名,,\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "信访台账.csv").write_text(PETITIONS, "utf-8")
    return tmp_path


def on_a_terminal(*arguments: str | Path) -> tuple[int, str]:
    """Call the command on a terminal of its own; code and what it showed."""
    ours, theirs = pty.openpty()
    program = "from quanheng.cli.main import main; main()"
    call = [sys.executable, "-c", program, "evidence", "show", *map(str, arguments)]
    with Popen(call, stdout=theirs, stderr=theirs, stdin=theirs) as process:
        os.close(theirs)
        shown = b""
        try:
            while part := os.read(ours, 4096):
                shown += part
        except OSError as closed:
            # So a terminal says that the other end is closed.
            if closed.errno != errno.EIO:
                raise
        code = process.wait()
    os.close(ours)
    return code, shown.decode()


def test_the_fields_of_one_row_are_shown_and_the_look_is_logged(folder: Path) -> None:
    reason = "给赵无名\n回访"
    code, shown = on_a_terminal(
        folder, "petitions", "2", "--reason", reason, "--by", "信访科"
    )
    assert code == 0
    assert "信访人  赵无名" in shown
    assert "联系方式  13812345678" in shown
    assert "证件号码  110101199003074610" in shown
    log = folder / "unseal.log"
    (line,) = log.read_text("utf-8").splitlines()
    moment, who, register, row, why = line.split("\t")
    assert (who, register, row, why) == ("信访科", "petitions", "2", "给■■ 回访")
    assert len(moment) == len("2022-06-01T09:00:00")
    assert S_IMODE(log.stat().st_mode) == 0o600
    on_a_terminal(folder, "信访台账", "3", "--reason", "核对")
    assert len(log.read_text("utf-8").splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("petitions", "2"), "查看受保护信息须写明理由"),
        (("petitions", "2", "--reason", "  "), "查看受保护信息须写明理由"),
        (("petitions", "4", "--reason", "核对"), "信访台账第4行无计入的记录"),
        (("petitions", "1", "--reason", "核对"), "信访台账第1行无计入的记录"),
        (("concerns", "2", "--reason", "核对"), "无台账“concerns”"),
    ],
)
def test_what_is_refused_shows_nothing_and_logs_nothing(
    folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    code, shown = on_a_terminal(folder, *arguments)
    assert code == 2
    assert said in shown
    assert "赵无名" not in shown
    assert not (folder / "unseal.log").exists()


def test_nothing_is_shown_into_a_pipe(quanheng: Quanheng, folder: Path) -> None:
    answer = quanheng("evidence", "show", folder, "petitions", "2", "--reason", "核对")
    assert (answer.code, answer.out) == (2, "")
    assert "只在终端上显示" in answer.err


def test_what_can_not_be_logged_is_not_shown(folder: Path, tmp_path: Path) -> None:
    (folder / "unseal.log").symlink_to(tmp_path / "elsewhere")
    code, shown = on_a_terminal(folder, "petitions", "2", "--reason", "核对")
    assert code == 2
    assert "无法写入查看记录" in shown
    assert "赵无名" not in shown
    assert not (tmp_path / "elsewhere").exists()
