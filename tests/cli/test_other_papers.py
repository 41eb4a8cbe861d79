"""``check`` with what lies beside a report: approval, last year, peers."""

import json
from pathlib import Path

import pytest

from tests.conftest import ROOT, Answer, Quanheng

LIBRARY = ROOT / "examples/county_library.yaml"
PUBLICITY = ROOT / "examples/publicity_project.docx"


def codes(answer: Answer) -> set[str]:
    return {finding["code"] for finding in json.loads(answer.out)["findings"]}


def changed(folder: Path, old: str, new: str, name: str = "other.yaml") -> Path:
    text = LIBRARY.read_text("utf-8")
    assert old in text
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text.replace(old, new), "utf-8")
    return path


def test_a_target_is_compared_with_the_approval(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    target = next(
        line.split("target: ")[1].split(",")[0]
        for line in LIBRARY.read_text("utf-8").splitlines()
        if "target: " in line and "≥" in line
    )
    approved = changed(tmp_path, f"target: {target}", 'target: "≥987654"')
    answer = quanheng("check", LIBRARY, "--approved", approved, "--format", "json")
    assert "VL501" in codes(answer)


def test_the_report_agrees_with_itself_as_approval(quanheng: Quanheng) -> None:
    answer = quanheng("check", LIBRARY, "--approved", LIBRARY)
    assert (answer.code, answer.err) == (0, "")


def test_a_text_is_compared_with_last_year(quanheng: Quanheng, tmp_path: Path) -> None:
    last = changed(tmp_path, "2023", "2022")
    answer = quanheng("check", LIBRARY, "--previous", last, "--format", "json")
    assert {"CP102", "CP104"} <= codes(answer)


def test_a_report_of_the_same_year_is_not_last_years(quanheng: Quanheng) -> None:
    answer = quanheng("check", LIBRARY, "--previous", LIBRARY)
    assert answer.code == 0
    assert "上年自评中无与" in answer.err


def test_peers_are_compared_and_unreadable_ones_listed(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    folder = tmp_path / "peers"
    changed(folder, "免费开放", "总分馆建设")
    (folder / "report.yaml").write_bytes(LIBRARY.read_bytes())
    (folder / "letter.txt").write_text("会议改到周三。", "utf-8")
    (folder / "~$report.docx").write_bytes(b"lock")
    answer = quanheng("check", LIBRARY, "--peers", folder, "--format", "json")
    assert "CP101" in codes(answer)
    assert answer.err.count("\n") == 1
    assert "letter.txt" in answer.err


@pytest.mark.parametrize("option", ["--approved", "--previous", "--peers"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_not_there_is_said(
    quanheng: Quanheng, tmp_path: Path, option: str, lang: str
) -> None:
    gone = tmp_path / "gone"
    answer = quanheng("check", PUBLICITY, option, gone, "--lang", lang)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert str(gone) in answer.err


def test_a_paper_of_another_project_is_told_in_english(quanheng: Quanheng) -> None:
    answer = quanheng("check", LIBRARY, "--approved", PUBLICITY, "--lang", "en")
    assert "is compared with" in answer.err
