"""The proof part of ``quanheng evidence check``."""

import json
from pathlib import Path
from typing import Any

import pytest

from quanheng.evidence.proving import photo
from tests.conftest import ROOT, Quanheng
from tests.evidence.proving.pictures import cropped, jpeg, scene

HEAD = "活动日期,活动名称,佐证材料\n"
SETTINGS = """\
year: 2021
bindings:
  - {indicator: 宣传活动次数, from: activities, measure: count}
proofs:
  - {file: "依据/*", background: 是}
  - {file: 调查报告.txt, indicators: [群众满意度]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two events, each with a photo of its own: nothing to find fault with."""
    root = tmp_path / "2021"
    (root / "files").mkdir(parents=True)
    (root / "依据").mkdir()
    (root / "files/一.jpg").write_bytes(jpeg(scene(1), taken="2021:03:05 10:00:00"))
    (root / "files/二.jpg").write_bytes(jpeg(scene(2)))
    (root / "依据/通知.txt").write_text("x", "utf-8")
    (root / "files/调查报告.txt").write_text("x", "utf-8")
    rows = "2021-03-05,宣讲,一.jpg\n2021-04-06,培训,二.jpg\n"
    (root / "活动.csv").write_text(HEAD + rows, "utf-8")
    (root / "evidence.yaml").write_text(
        SETTINGS.replace("调查报告", "files/调查报告"), "utf-8"
    )
    return root


def said(quanheng: Quanheng, *call: Any) -> tuple[int, dict[str, Any]]:
    answer = quanheng("evidence", "check", *call, "--format", "json")
    data: dict[str, Any] = json.loads(answer.out)["proofs"]
    return answer.code, data


def test_a_folder_in_order_has_no_fault(quanheng: Quanheng, folder: Path) -> None:
    code, proofs = said(quanheng, folder)
    assert code == 0
    assert proofs["indicators"] == ["宣传活动次数", "群众满意度"]
    assert proofs["indicators_without_proof"] == []
    assert [file["indicators"] for file in proofs["files"]] == [
        ["宣传活动次数"],
        ["宣传活动次数"],
        ["群众满意度"],
        [],
    ]
    assert proofs["files"][0]["dates"] == ["2021-03-05"]


def test_what_lacks_is_named(quanheng: Quanheng, folder: Path) -> None:
    (folder / "files/调查报告.txt").unlink()
    (folder / "files/一.jpg").unlink()
    (folder / "files/多余.txt").write_text("y")
    answer = quanheng("evidence", "check", folder)
    assert answer.code == 1
    text = answer.out
    assert "无佐证的指标：\n  群众满意度\n" in text
    assert "未说明用途的文件：\n  files/多余.txt\n" in text
    assert "宣传活动台账第2行  一.jpg  文件夹中无此文件" in text
    assert "佐证文件3个，已知指标2个" in text


def test_a_photo_used_again_is_found_within_and_across_years(
    quanheng: Quanheng, folder: Path, tmp_path: Path
) -> None:
    (folder / "files/二.jpg").write_bytes(jpeg(scene(1).resize((400, 300)), 60))
    old = tmp_path / "2020"
    (old / "files").mkdir(parents=True)
    (old / "files/旧.jpg").write_bytes(jpeg(cropped(scene(1), 0.01), 80))
    code, proofs = said(quanheng, folder, "--against", old)
    assert code == 1
    (pair,) = proofs["used_twice"]
    assert (pair["one"], pair["other"]) == ("files/一.jpg", "files/二.jpg")
    assert not pair["same_bytes"]
    assert {(p["one"], p["other"]) for p in proofs["used_elsewhere"]} == {
        ("files/旧.jpg", "files/一.jpg"),
        ("files/旧.jpg", "files/二.jpg"),
    }
    text = quanheng("evidence", "check", folder, "--against", old).out
    assert f"files/一.jpg = {old}/files/旧.jpg  同一画面（相差 " in text


def test_days_that_do_not_fit_are_told(quanheng: Quanheng, folder: Path) -> None:
    (folder / "files/二.jpg").write_bytes(jpeg(scene(2), taken="2020:04:06 10:00:00"))
    answer = quanheng("evidence", "check", folder)
    assert answer.code == 1
    assert "files/二.jpg  拍摄于 2020-04-06，不在期间内" in answer.out
    assert "files/二.jpg  宣传活动台账第3行  拍摄于 2020-04-06" in answer.out


def test_the_manifest_is_written_and_held_against_later(
    quanheng: Quanheng, folder: Path
) -> None:
    call = ("evidence", "check", folder)
    assert "已写入" in quanheng(*call, "--write-manifest").err
    manifest = folder / "manifest.json"
    first = manifest.read_bytes()
    assert quanheng(*call, "--write-manifest").code == 0
    assert manifest.read_bytes() == first
    (folder / "files/一.jpg").write_bytes(jpeg(scene(5)))
    (folder / "依据/通知.txt").unlink()
    (folder / "依据/新通知.txt").write_text("z")
    answer = quanheng(*call)
    assert answer.code == 1
    assert "与清单不一致的文件：\n  files/一.jpg\n" in answer.out
    assert "清单有而已缺少的文件：\n  依据/通知.txt\n" in answer.out
    assert "清单之后新增的文件：\n  依据/新通知.txt\n" in answer.out


def test_photos_of_the_manifest_are_not_looked_at_again(
    quanheng: Quanheng, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quanheng("evidence", "check", folder, "--write-manifest")
    before = said(quanheng, folder)

    def fails(data: bytes) -> photo.Photo:
        raise AssertionError("looked at again")

    monkeypatch.setattr("quanheng.evidence.proving.facts.read_photo", fails)
    assert said(quanheng, folder) == before


def test_a_damaged_manifest_is_an_error(quanheng: Quanheng, folder: Path) -> None:
    (folder / "manifest.json").write_text("{}")
    answer = quanheng("evidence", "check", folder)
    assert answer.code == 2
    assert "manifest.json 不是佐证清单" in answer.err


def test_links_out_of_the_folder_and_broken_files_never_crash(
    quanheng: Quanheng, folder: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("secret")
    (folder / "files/链接.txt").symlink_to(outside)
    (folder / "files/断.txt").symlink_to(tmp_path / "nowhere")
    (folder / "files/文件夹").symlink_to(tmp_path)
    (folder / "活动链接.csv").symlink_to(outside)
    for name in ("坏.jpg", "坏.docx", "坏.pdf"):
        (folder / "files" / name).write_bytes(b"PK\x03\x04 nonsense")
    answer = quanheng("evidence", "check", folder)
    assert answer.code == 1
    assert answer.out.count("是符号链接，未读取") == 4
    assert answer.out.count("文件已损坏") == 3
    _, proofs = said(quanheng, folder)
    assert not [file for file in proofs["files"] if "链接" in file["file"]]


def test_a_file_named_for_a_person_is_not_taken_nor_named(
    quanheng: Quanheng, folder: Path
) -> None:
    head = "信访编号,登记日期,信访人,登记人,佐证材料\n"
    row = "X1,2021-06-01,赵无名,信访科,来信.txt;赵无名材料.txt\n"
    (folder / "信访.csv").write_text(head + row, "utf-8")
    (folder / "files/赵无名来信.txt").write_text("x")
    (folder / "files/来信.txt").write_text("y")
    (folder / "files/信访科台账.txt").write_text("z")
    answer = quanheng("evidence", "check", folder)
    as_data = quanheng("evidence", "check", folder, "--format", "json")
    assert "赵无名" not in answer.out + answer.err + as_data.out
    assert "files/■■来信.txt  文件名含台账中受保护的个人信息" in answer.out
    assert "信访台账第2行  ■■  文件夹中无此文件" in answer.out
    assert "files/信访科台账.txt" in answer.out


def test_without_the_extra_files_are_still_hashed(
    quanheng: Quanheng, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quanheng.evidence.proving.facts.can_compare", lambda: False)
    monkeypatch.setattr(
        "quanheng.tasks.evidence.check_proofs.can_compare", lambda: False
    )
    (folder / "files/二.jpg").write_bytes((folder / "files/一.jpg").read_bytes())
    answer = quanheng("evidence", "check", folder)
    assert "files/一.jpg = files/二.jpg  内容完全相同" in answer.out
    assert "照片未比对：请执行 pip install 'quanheng[evidence]'" in answer.out


def test_a_report_names_the_indicators(quanheng: Quanheng) -> None:
    example = ROOT / "src/quanheng/examples/publicity_project"
    code, proofs = said(
        quanheng, example / "evidence", "--report", example / "report.yaml"
    )
    assert code == 0
    assert "预算执行率" in proofs["indicators"]
    assert proofs["indicators_without_proof"] == []


def test_in_english(quanheng: Quanheng, folder: Path) -> None:
    (folder / "files/多余.txt").write_text("y")
    answer = quanheng("evidence", "check", folder, "--lang", "en")
    assert "files that prove nothing known:\n  files/多余.txt" in answer.out
    assert "5 proof files, 2 indicators known" in answer.out
