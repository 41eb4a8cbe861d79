"""``check`` hands the user's own file back, and never overwrites it unasked."""

import io
import json
import re
from pathlib import Path
from shutil import copy

import docx
import pytest

from tests.conftest import EXAMPLES, Quanheng

NAME = "publicity_project.docx"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return Path(copy(EXAMPLES / NAME, tmp_path))


def comments(path: Path) -> list[str]:
    return [c.text for c in docx.Document(io.BytesIO(path.read_bytes())).comments]


def codes(quanheng: Quanheng, path: Path) -> list[str]:
    answer = json.loads(quanheng("check", path, "--format", "json").out)
    return [finding["code"] for finding in answer["findings"]]


def test_an_annotated_copy_says_what_the_answer_says(
    quanheng: Quanheng, report: Path, tmp_path: Path
) -> None:
    before = report.read_bytes()
    answer = quanheng("check", report, "--annotate", tmp_path / "out")
    copied = tmp_path / "out" / NAME
    said = comments(copied)
    assert (answer.code, report.read_bytes()) == (1, before)
    assert f"已写入 {copied}（批注{len(said)}条）" in answer.err
    first = next(text for text in said if text.startswith("BG301"))
    assert first.split("\n")[0] == "BG301 错误（表1 第8行 第4列）"
    assert "\n应为：100\n依据：" in first
    further = next(text for text in said if "说明见表1 第8行 第5列" in text)
    assert "BG103 提示：" in further
    assert "应为：—" in further
    told = {line.split()[0] for text in said for line in text.split("\n") if line}
    assert set(codes(quanheng, report)) <= told


def test_a_place_has_one_note(quanheng: Quanheng, report: Path, tmp_path: Path) -> None:
    answer = json.loads(quanheng("check", report, "--format", "json").out)
    places = {
        at["path"] for one in answer["findings"] for at in (one["at"], *one["also"])
    }
    quanheng("check", report, "--annotate", tmp_path / "out")
    assert len(comments(tmp_path / "out" / NAME)) == len(places)


def test_the_notes_speak_the_language_of_the_call(
    quanheng: Quanheng, report: Path, tmp_path: Path
) -> None:
    quanheng("check", report, "--annotate", tmp_path / "out", "--lang", "en")
    said = comments(tmp_path / "out" / NAME)
    assert any("\nshould be: 100\nbasis: " in text for text in said)


def test_files_of_one_name_get_copies_of_their_own(
    quanheng: Quanheng, report: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    copy(report, other)
    quanheng("check", report, other / NAME, "--annotate", tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "publicity_project-2.docx",
        NAME,
    ]


def test_a_copy_never_replaces_the_file_itself(
    quanheng: Quanheng, report: Path, tmp_path: Path
) -> None:
    before = report.read_bytes()
    answer = quanheng("check", report, "--annotate", tmp_path)
    assert answer.code == 2
    assert "会覆盖" in answer.err
    assert "BG301" in answer.out
    assert report.read_bytes() == before


def test_a_type_without_comments_is_told_and_still_checked(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    record = EXAMPLES / "publicity_project.yaml"
    answer = quanheng("check", record, "--annotate", tmp_path / "out")
    assert answer.code == 2
    assert "无法写入批注：仅 docx、xlsx 文件可写入" in answer.err
    assert "BG301" in answer.out
    assert not (tmp_path / "out").exists()


def test_a_corrected_copy_stands_beside_the_file(
    quanheng: Quanheng, report: Path
) -> None:
    before = report.read_bytes()
    answer = quanheng("check", report, "--fix")
    new = report.with_name("publicity_project.fixed.docx")
    assert report.read_bytes() == before
    assert re.search(r"已修正\d+处（BG301、SC202、BG103×10、", answer.err)
    assert re.search(r"另有\d+处可用 --unsafe-fixes 修正", answer.err)
    assert "BG301" not in answer.out
    assert "BG301" not in codes(quanheng, new)


def test_a_folder_can_be_named_for_corrected_files(
    quanheng: Quanheng, report: Path, tmp_path: Path
) -> None:
    quanheng("check", report, "--fix", "--unsafe-fixes", "--fixed-to", tmp_path / "out")
    assert "LB201" not in codes(quanheng, tmp_path / "out" / NAME)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", NAME]


def test_in_place_is_asked_for_by_name(quanheng: Quanheng, report: Path) -> None:
    report.chmod(0o640)
    quanheng("check", report, "--fix", "--in-place")
    assert "BG301" not in codes(quanheng, report)
    assert report.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in report.parent.iterdir()] == [NAME]


def test_annotations_are_those_of_the_corrected_file(
    quanheng: Quanheng, report: Path, tmp_path: Path
) -> None:
    quanheng("check", report, "--fix", "--annotate", tmp_path / "out")
    said = comments(tmp_path / "out" / NAME)
    assert not any("BG301" in text for text in said)
    assert any("LB201" in text for text in said)


def test_diff_shows_and_writes_nothing(quanheng: Quanheng, report: Path) -> None:
    before = report.read_bytes()
    answer = quanheng("check", report, "--diff")
    assert answer.code == 1
    assert answer.out.startswith(f"--- {report}\n+++ ")
    assert "@@ 表1 第8行 第4列 BG301 @@\n-0\n+100\n" in answer.out
    assert "LB201" not in answer.out
    assert report.read_bytes() == before
    assert [path.name for path in report.parent.iterdir()] == [NAME]


def test_diff_of_nothing_is_empty(quanheng: Quanheng) -> None:
    answer = quanheng("check", EXAMPLES / "county_library.docx", "--diff")
    assert (answer.code, answer.out) == (0, "")


def test_json_stays_clean(quanheng: Quanheng, report: Path) -> None:
    answer = quanheng("check", report, "--fix", "--format", "json", "--lang", "en")
    assert json.loads(answer.out)["version"] == 1
    assert re.search(r"corrected \d+ places \(BG301, SC202, BG103×10,", answer.err)


def test_nothing_to_correct_writes_nothing(quanheng: Quanheng, tmp_path: Path) -> None:
    clean = Path(copy(EXAMPLES / "county_library.docx", tmp_path))
    answer = quanheng("check", clean, "--fix", "--as-of", "2024-06-30")
    assert answer.code == 0
    assert "已修正0处，仍有0处问题" in answer.err
    assert [path.name for path in tmp_path.iterdir()] == [clean.name]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--unsafe-fixes"], "--unsafe-fixes"),
        (["--in-place"], "--in-place"),
        (["--fixed-to", "out"], "--fixed-to"),
        (["--fix", "--in-place", "--diff"], "只能选一个"),
    ],
)
def test_options_that_do_not_fit_are_refused(
    quanheng: Quanheng, report: Path, options: list[str], said: str
) -> None:
    answer = quanheng("check", report, *options)
    assert answer.code == 2
    assert said in answer.err


def test_a_missing_file_is_told_once(quanheng: Quanheng, tmp_path: Path) -> None:
    answer = quanheng("check", tmp_path / "无.docx", "--fix")
    assert answer.code == 2
    assert answer.err.count("文件不存在") == 1


def test_standard_input_has_no_file_to_hand_back(quanheng: Quanheng) -> None:
    text = (EXAMPLES / "publicity_project.yaml").read_text("utf-8")
    answer = quanheng("check", "-", "--fix", stdin=text)
    assert answer.code == 2
    assert answer.err.strip()
