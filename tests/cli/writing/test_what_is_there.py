"""What stands at the place of an output stays unless it is ours and untouched."""

import os
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copy, copytree

import pytest

from quanheng.cli.writing import own_works
from tests.cli.writing.commands import commands
from tests.conftest import EXAMPLES, Quanheng

WRITING = {
    "check": "check r.docx --format html -o out.html",
    "check baseline": "check r.docx --write-baseline out.json",
    "check annotate": "check r.docx --annotate notes > notes/r.docx",
    "check fix": "check r.docx --fix > r.fixed.docx",
    "check fixed to": "check r.docx --fix --fixed-to fx > fx/r.docx",
    "check in place": "check r.docx --fix --in-place > r.docx",
    "convert": "convert r.docx -o out.json",
    "demo": "demo --out demo > demo/report.docx",
    "diff": "diff r.docx s.docx --format html -o out.html",
    "learn": "learn last.txt last.yaml -o out.yaml",
    "render": "render r.docx -o out.docx",
    "new": "new -o out.xlsx",
    "new list": "new --list list.csv -o blanks > blanks/甲.xlsx",
    "evidence bind": "evidence bind e report.yaml --write > e/bindings.yaml",
    "evidence check": "evidence check e --write-manifest > e/manifest.json",
    "evidence due": "evidence due e --on 2022-01-01 --format json -o out.json",
    "evidence match": "evidence match m --on 2024-09-02 --format xlsx -o out.xlsx",
    "evidence new": "evidence new n > n/evidence.yaml",
}
"""Every way to write: the call, and the file it writes behind > or else at its end."""
SALES = {
    "农产品台账.csv": "登记日期,产品名称,主体编号,可售数量,计量单位,单价,可售截止日期\n"
    "2024-09-01,小米,P1,300,公斤,8,2024-09-20\n",
    "采购需求台账.csv": "需求编号,登记日期,采购单位,产品名称,需求数量,计量单位\n"
    "D1,2024-09-01,河阳中学,小米,0.25,吨\n",
}
IN_PLACE = {"check in place", "evidence bind"}
RENEWED = {"check baseline", "evidence check"}
KEPT = {"new", "new list", "evidence new"}
ASKED = sorted(set(WRITING) - IN_PLACE - RENEWED - KEPT)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with something for every command."""
    desk = tmp_path / "desk"
    desk.mkdir()
    monkeypatch.chdir(desk)
    copy(EXAMPLES / "publicity_project.docx", "r.docx")
    copy(EXAMPLES / "county_library.docx", "s.docx")
    copy(EXAMPLES / "publicity_project" / "report.yaml", "report.yaml")
    copytree(EXAMPLES / "publicity_project" / "evidence", "e")
    bindings = Path("e/bindings.yaml")
    first = bindings.read_text("utf-8").split("- indicator:")[0]
    bindings.write_text(first, "utf-8")
    Path("list.csv").write_text("项目名称\n甲\n", "utf-8")
    Path("last.txt").write_text("项目名称\t清淤\n承办机构\t县水利站\n", "utf-8")
    record = "version: 1\nprojects:\n- project: {name: 清淤, unit: 县水利站}\n"
    Path("last.yaml").write_text(record, "utf-8")
    Path("m").mkdir()
    for name, text in SALES.items():
        Path("m", name).write_text(text, "utf-8")
    return desk


def parts(name: str) -> tuple[list[str], Path]:
    call, _, place = WRITING[name].partition(" > ")
    words = call.split()
    return words, Path(place or words[-1])


@contextmanager
def no_room(size: int) -> Iterator[None]:
    """No file can grow beyond a size, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_every_command_that_writes_is_looked_at() -> None:
    said = {" ".join(parts(name)[0]) for name in WRITING}
    for words, command in commands().items():
        names = {one.name for one in command.params}
        if names & {"output", "out", "write", "write_manifest", "annotate"}:
            assert any(call.startswith(" ".join(words)) for call in said), words


@pytest.mark.parametrize("name", WRITING)
def test_a_full_disk_leaves_what_was_there(
    quanheng: Quanheng, desk: Path, name: str
) -> None:
    call, place = parts(name)
    before = listed(desk)
    with no_room(10):
        answer = quanheng(*call)
    assert answer.code == 2, answer
    assert "超过允许的文件大小" in answer.err
    assert listed(desk) == before
    assert quanheng(*call).code in {0, 1}
    assert place.is_file()


def listed(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", ASKED)
def test_an_output_that_nobody_touched_is_made_anew(
    quanheng: Quanheng, desk: Path, name: str
) -> None:
    call, place = parts(name)
    first = quanheng(*call)
    place.chmod(0o640)
    again = quanheng(*call)
    assert (first.code, again.code) in {(0, 0), (1, 1)}, again
    assert place.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("name", ASKED)
def test_a_changed_output_stays_unless_it_is_forced(
    quanheng: Quanheng, desk: Path, name: str
) -> None:
    call, place = parts(name)
    quanheng(*call)
    place.write_bytes(place.read_bytes() + b"\n")
    before = listed(desk)
    answer = quanheng(*call)
    assert answer.code == 2
    assert f"{place} 已存在，且不是本机生成后未经改动的文件，未写入" in answer.err
    assert "确需覆盖的加 --force" in answer.err
    assert listed(desk) == before
    assert quanheng(*call, "--force").code in {0, 1}
    assert listed(desk)[desk / place] != before[desk / place]


@pytest.mark.parametrize(("name", "code"), [("new", 2), ("new list", 1)])
def test_a_blank_form_is_never_replaced_unasked(
    quanheng: Quanheng, desk: Path, name: str, code: int
) -> None:
    call, place = parts(name)
    quanheng(*call)
    for content in (place.read_bytes(), b"filled in"):
        place.write_bytes(content)
        answer = quanheng(*call)
        assert (answer.code, place.read_bytes()) == (code, content)
        assert f"{place} 已存在，未写入" in answer.err
    assert quanheng(*call, "--force").code == 0
    assert place.read_bytes() != b"filled in"


def test_the_rest_of_a_list_is_made(quanheng: Quanheng, desk: Path) -> None:
    Path("list.csv").write_text("项目名称\n甲\n乙\n", "utf-8")
    Path("blanks").mkdir()
    Path("blanks/甲.xlsx").write_bytes(b"filled in")
    answer = quanheng(*parts("new list")[0])
    assert answer.out == "已写入 blanks：1份空白表\n"
    assert Path("blanks/乙.xlsx").is_file()


@pytest.mark.parametrize("name", sorted(RENEWED))
def test_what_a_command_renews_is_renewed_and_nothing_else(
    quanheng: Quanheng, desk: Path, name: str
) -> None:
    call, place = parts(name)
    quanheng(*call)
    place.write_bytes(place.read_bytes() + b"\n")
    assert quanheng(*call).code in {0, 1}
    place.write_text("{}", "utf-8")
    assert quanheng(*call).code == 2
    assert place.read_text("utf-8") == "{}"


def test_a_baseline_that_is_read_can_be_renewed(quanheng: Quanheng, desk: Path) -> None:
    quanheng("check", "r.docx", "--write-baseline", "b.json")
    call = ("check", "r.docx", "--baseline", "b.json", "--write-baseline", "b.json")
    assert quanheng(*call).code == 0


def test_proposals_go_behind_what_a_person_wrote(
    quanheng: Quanheng, desk: Path
) -> None:
    file = Path("e/bindings.yaml")
    mine = b"\xef\xbb\xbf# \xe6\x88\x91\r\n" + file.read_bytes()
    file.write_bytes(mine)
    quanheng(*parts("evidence bind")[0])
    assert file.read_bytes().startswith(mine)
    assert len(file.read_bytes()) > len(mine)


@pytest.mark.parametrize("name", sorted(set(WRITING) - {"evidence new"}))
def test_nothing_is_written_through_a_link(
    quanheng: Quanheng, desk: Path, tmp_path: Path, name: str
) -> None:
    call, place = parts(name)
    victim = tmp_path / "victim"
    content = place.read_bytes() if place.exists() else b"of somebody else"
    victim.write_bytes(content)
    place.parent.mkdir(exist_ok=True)
    place.unlink(missing_ok=True)
    place.symlink_to(victim)
    answer = quanheng(*call)
    assert answer.code == (1 if name == "new list" else 2)
    assert f"{place.name} 是符号链接" in answer.err
    assert (victim.read_bytes(), place.is_symlink()) == (content, True)


def test_a_part_file_of_the_user_stays(quanheng: Quanheng, desk: Path) -> None:
    Path("r.docx.part").write_bytes(b"mine")
    quanheng(*parts("check in place")[0])
    assert Path("r.docx.part").read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("place", "make", "said"),
    [
        ("folder", lambda p: p.mkdir(), "是文件夹，未写入"),
        ("out.html", lambda p: p.touch(), "为只读文件，未写入"),
        ("r.docx/x.html", lambda p: None, "无法写入"),
    ],
)
def test_a_place_that_takes_no_file_is_told(
    quanheng: Quanheng,
    desk: Path,
    monkeypatch: pytest.MonkeyPatch,
    place: str,
    make: Callable[[Path], object],
    said: str,
) -> None:
    monkeypatch.setattr("os.access", lambda _, way, **__: way != os.W_OK)
    make(Path(place))
    answer = quanheng("check", "r.docx", "--format", "html", "-o", place)
    assert (answer.code, said in answer.err) == (2, True), answer


def test_a_new_folder_is_told_of(quanheng: Quanheng, desk: Path) -> None:
    answer = quanheng("render", "r.docx", "-o", "a/b/out.docx")
    assert answer.err.splitlines()[-1] == "已新建文件夹 a/b"
    answer = quanheng("render", "r.docx", "-o", "c/out.docx", "--lang", "en")
    assert answer.err.splitlines()[-1] == "made the folder c"


def test_nothing_to_correct_is_said(quanheng: Quanheng, desk: Path) -> None:
    call = ("check", "s.docx", "--fix", "--fixed-to", "fx", "--as-of", "2024-06-30")
    assert "s.docx: 未作修正，未写出文件" in quanheng(*call).err
    assert not Path("fx").exists()


def test_where_no_list_can_be_kept_nothing_is_replaced(
    quanheng: Quanheng, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUANHENG_STATE", "/dev/null/nowhere")
    call, _ = parts("render")
    assert [quanheng(*call).code for _ in range(2)] == [0, 2]


def test_the_list_forgets_its_older_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(own_works.STATE, str(tmp_path))
    monkeypatch.setattr(own_works, "_LONGEST", 4)
    for number in range(5):
        own_works.remember(bytes([number]))
    kept = [number for number in range(5) if own_works.is_untouched(bytes([number]))]
    assert kept == [2, 3, 4]
