"""Many reports in one call: the folder, the overview, the pages."""

import json
import re
import shutil
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from python_calamine import CalamineWorkbook

from tests.conftest import EXAMPLES, Answer, Quanheng

FAULTY, CLEAN = "publicity_project.docx", "county_library.docx"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as an office has it, beside the current one."""
    reports = tmp_path / "reports"
    (reports / "县").mkdir(parents=True)
    (reports / ".git").mkdir()
    shutil.copy(EXAMPLES / CLEAN, reports / "a.docx")
    shutil.copy(EXAMPLES / FAULTY, reports / "县" / "b.docx")
    (reports / "letter.txt").write_text("各位同事：会议改到周三下午。", "utf-8")
    (reports / "~$a.docx").write_bytes(b"lock")
    (reports / ".git" / "c.yaml").write_text("a: 1", "utf-8")
    (reports / "photo.JPG").write_bytes(b"\xff\xd8\xff")
    monkeypatch.chdir(tmp_path)
    return reports


def check(quanheng: Quanheng, *options: str | Path) -> Answer:
    return quanheng("check", "reports", "--as-of", "2024-06-30", *options)


def test_a_folder_stands_for_the_reports_in_it(
    quanheng: Quanheng, folder: Path
) -> None:
    answer = check(quanheng, "--format", "json")
    files = [entry["file"] for entry in json.loads(answer.out)["files"]]
    assert files == ["reports/a.docx", "reports/letter.txt", "reports/县/b.docx"]
    assert (
        "另有3个文件不属于报告文件类型，未读取：.jpg 1个、隐藏或临时文件2个"
        in answer.err
    )
    assert answer.code == 2


def test_a_folder_without_reports_is_said(quanheng: Quanheng, tmp_path: Path) -> None:
    answer = quanheng("check", tmp_path)
    assert (answer.code, answer.out) == (2, "")
    assert "中无报告文件；可审核 Word、Excel、PDF" in answer.err


def test_text_has_the_overview_first_the_gravest_on_top(
    quanheng: Quanheng, folder: Path
) -> None:
    lines = check(quanheng).out.splitlines()
    assert lines[0].startswith("共3份报告：")
    assert lines[0].endswith("通过1份，无法读取1份")
    first, second, third = lines[3:6]
    assert "脱贫攻坚成果总结宣传项目" in first
    assert second.startswith("通过")
    assert third.startswith("无法读取")
    assert "reports/letter.txt" in third


def test_text_shows_the_gravest_findings_unless_all_are_asked_for(
    quanheng: Quanheng, folder: Path
) -> None:
    short, full = (check(quanheng, *more).out for more in ((), ("--full",)))
    assert "--full" in short
    assert "另有" in short
    assert len(full.splitlines()) > 4 * len(short.splitlines())
    assert "共0处问题" in full


def test_json_counts_what_there_is(quanheng: Quanheng, folder: Path) -> None:
    overview = json.loads(check(quanheng, "--format", "json").out)["overview"]
    assert overview["reports"] == 3
    assert overview["verdicts"]["pass"] == overview["verdicts"]["unreadable"] == 1
    most = overview["rules"][0]
    assert set(most) == {"code", "findings", "reports"}
    assert most["findings"] == max(rule["findings"] for rule in overview["rules"])


def test_workbook_names_what_can_not_be_read(quanheng: Quanheng, folder: Path) -> None:
    check(quanheng, "--format", "xlsx", "-o", "all.xlsx")
    book = CalamineWorkbook.from_filelike(BytesIO(Path("all.xlsx").read_bytes()))
    assert book.sheet_names[:3] == ["审核结论", "问题分布", "复核意见表"]
    rows = book.get_sheet_by_name("审核结论").to_python(skip_empty_area=False)
    assert str(rows[-1][2]).startswith("无法读取：")
    assert rows[-1][-1] == "reports/letter.txt"


def found(page: Path, path: str) -> list[str]:
    """What an XPath that ends in an attribute finds in a page."""
    shown = html.document_fromstring(page.read_text("utf-8"))
    selected = shown.xpath(path)
    assert isinstance(selected, list)
    return [str(text) for text in selected]


@pytest.mark.parametrize("output", ["pages", "all.html"])
def test_pages_and_their_overview_are_linked_both_ways(
    quanheng: Quanheng, folder: Path, output: str
) -> None:
    answer = check(quanheng, "--format", "html", "-o", output)
    index = Path(output) if output.endswith("html") else Path(output, "index.html")
    assert answer.out == f"已写入 {index}\n"
    assert found(index, "//tr/@data-result") == ["bad", "pass", "unread"]
    links = found(index, "//tbody//a/@href")
    assert len(links) == 2
    for link in links:
        page = index.parent / link
        (back,) = found(page, "//header//a/@href")
        assert (page.parent / back).resolve() == index.resolve()
        assert len(found(page, "//article/@id")) == 1


def test_overview_page_asks_for_no_other_file(quanheng: Quanheng, folder: Path) -> None:
    check(quanheng, "--format", "html", "-o", "pages")
    written = Path("pages/index.html").read_text("utf-8")
    assert "default-src 'none'" in written
    assert not re.search(r"https?://|@import|url\(|\ssrc=", written)


def test_pages_of_several_reports_need_a_place(
    quanheng: Quanheng, folder: Path
) -> None:
    answer = check(quanheng, "--format", "html")
    assert (answer.code, answer.out) == (2, "")
    assert "-o" in answer.err


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_processes_change_nothing(quanheng: Quanheng, folder: Path, form: str) -> None:
    alone, together = (
        check(quanheng, "--format", form, "--jobs", jobs) for jobs in ("1", "2")
    )
    assert alone == together


def test_a_waiver_file_is_held_against_all(quanheng: Quanheng, folder: Path) -> None:
    Path("quanheng.waivers.toml").write_text(
        "[[waiver]]\nfile = 'b.docx'\ncode = 'BG301'\nreason = '两年合并核算'\n"
        "by = '李会计'\nuntil = 2024-12-31\n"
        "[[waiver]]\nfile = 'a.docx'\ncode = 'BG301'\nreason = '两年合并核算'\n"
        "by = '李会计'\nuntil = 2024-12-31\n",
        "utf-8",
    )
    said = check(quanheng, "--format", "json", "--jobs", "2").out
    listed: list[dict[str, Any]] = json.loads(said)["findings"]
    assert [f["waived"] for f in listed if f["code"] == "BG301"] == [True]
    (unused,) = [f for f in listed if f["code"] == "WV102"]
    assert unused["at"]["path"] == "waiver[2]"
