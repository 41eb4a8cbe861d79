"""No output ever lands on what the same call reads: every command, every option."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy
from typing import Any

import pytest

from quanheng.cli.writing.outputs import FILES, OUTPUTS
from quanheng.tasks.evidence.new_evidence import new_evidence
from tests.cli.writing.commands import FORCE, commands
from tests.conftest import EXAMPLES, Quanheng

REPORT = EXAMPLES / "county_library.docx"
TEXTS = frozenset(
    "law region as_of date select ignore profile name unit department owner on within"
    " registers reason by texts code register family form".split()
)
"""Parameters of text that name no file."""
FOLDERS = ("DIR", "DIR|ZIP")
"""How the help shows parameters that name folders."""
MADE_IN = ("annotate", "fixed_to", "out")
"""Outputs that are folders: files in them are named by quanheng."""
RENEWED = {("write_baseline", "baseline"), ("write_baseline", "since")}
"""To renew a baseline that is read is what the option is for."""


@pytest.mark.parametrize("words", list(commands()), ids=" ".join)
def test_each_parameter_tells_whether_it_names_a_file(words: tuple[str, ...]) -> None:
    for one in commands()[words].params:
        if type(one.type).__name__ in {"StringParamType", "TyperPath"}:
            known = one.name in OUTPUTS | TEXTS or one.metavar in FILES
            assert known, one.name


@pytest.mark.parametrize("words", list(commands()), ids=" ".join)
def test_what_can_write_can_be_told_to_overwrite(words: tuple[str, ...]) -> None:
    names = {one.name for one in commands()[words].params}
    assert ("force" in names) == bool(names & OUTPUTS)


def pairs() -> Iterator[tuple[tuple[str, ...], str, str]]:
    """A command, one of its outputs, one of its inputs."""
    for words, command in commands().items():
        for output in command.params:
            for given in command.params:
                if (
                    output.name in OUTPUTS - {*MADE_IN}
                    and given.name not in OUTPUTS
                    and given.metavar in FILES
                    and (output.name, given.name) not in RENEWED
                ):
                    yield words, output.name, given.name


@pytest.mark.parametrize("spelling", ["another spelling", "hard link"])
@pytest.mark.parametrize(
    ("words", "output", "given"),
    list(pairs()),
    ids=lambda v: v if type(v) is str else v[-1],
)
def test_an_input_is_never_written_onto(
    quanheng: Quanheng,
    tmp_path: Path,
    words: tuple[str, ...],
    output: str,
    given: str,
    spelling: str,
) -> None:
    parameters = {one.name: one for one in commands()[words].params}
    call: list[str] = [*words]
    for one in parameters.values():
        if one.param_type_name == "argument":
            call.append(str(material(one, tmp_path / one.name)))
    if parameters[given].param_type_name == "option":
        value = material(parameters[given], tmp_path / given)
        call += [parameters[given].opts[0], str(value)]
    target = a_file(tmp_path / given)
    before = target.read_bytes()
    if spelling == "hard link" and parameters[given].metavar not in FOLDERS:
        # A hard link to a file of a folder may go: the file in the folder stays.
        (tmp_path / "other").hardlink_to(target)
        named = tmp_path / "other"
    else:
        named = target.parent / ".." / target.parent.name / target.name
    option = parameters[output].opts[-1]
    answer = quanheng(*call, option, named, FORCE)
    assert answer.code == 2, answer
    assert "会覆盖原件" in answer.err or given == "projects", answer.err
    assert target.read_bytes() == before


def material(parameter: Any, place: Path) -> Path:
    """Something that the parameter can name."""
    place.mkdir(exist_ok=True)
    if parameter.metavar in FOLDERS:
        for name, data in new_evidence(["produce", "demands"], 2021).items():
            (place / name).write_bytes(data)
        return place
    suffix = {"CSV": ".csv", "FILE": ".toml"}.get(parameter.metavar, ".docx")
    if parameter.name in {"approved", "previous", "report"}:
        suffix = ".docx"
    if suffix == ".docx":
        return Path(copy(REPORT, place))
    written = place / f"given{suffix}"
    content = {
        "projects": "项目名称\n甲\n",
        "baseline": '{"version": 1, "findings": []}',
        "like": "hint_version: 1\nlabels: {}\n",
        "since": '{"version": 1, "findings": []}',
    }
    written.write_text(content.get(parameter.name, ""), "utf-8")
    return written


def a_file(place: Path) -> Path:
    return next(path for path in sorted(place.iterdir()) if path.is_file())


def test_a_settings_file_that_is_found_is_an_input(
    quanheng: Quanheng, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    copy(REPORT, "r.docx")
    settings = Path("quanheng.toml")
    settings.write_text('profile = "unit"\n', "utf-8")
    answer = quanheng("check", "r.docx", "-o", settings, FORCE)
    assert answer.code == 2
    assert "会覆盖原件" in answer.err
    assert settings.read_text("utf-8") == 'profile = "unit"\n'


def test_an_output_is_refused_before_a_file_is_corrected(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    report = Path(copy(EXAMPLES / "publicity_project.docx", tmp_path))
    before = report.read_bytes()
    answer = quanheng("check", report, "--fix", "--in-place", "-o", report)
    assert (answer.code, report.read_bytes()) == (2, before)


def test_two_outputs_of_one_call_need_two_places(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    one = tmp_path / "one.json"
    call = ("check", REPORT, "--format", "json", "-o", one, "--write-baseline", one)
    answer = quanheng(*call)
    assert answer.code == 2
    assert f"{one} 已由本次运行写入另一结果" in answer.err
