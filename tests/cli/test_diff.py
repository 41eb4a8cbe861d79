"""``quanheng diff``: terminal, JSON, web page and workbook say the same differences."""

import json
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from lxml import html
from python_calamine import CalamineWorkbook
from rich.cells import cell_len

from quanheng.record.dump import dump_yaml
from tests.comparing.conftest import PAPERS, paper
from tests.conftest import ROOT, Quanheng

LIBRARY = ROOT / "examples/county_library.yaml"


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the library's approval, last year's report and a respelling."""
    folder = tmp_path_factory.mktemp("papers")
    respelled = {"indicators": {9: {"score": "12.00"}}}
    for name, change in {**PAPERS, "respelled": respelled}.items():
        (folder / f"{name}.yaml").write_text(dump_yaml(paper(change)), "utf-8")
    return folder


def test_a_report_does_not_differ_from_its_word_file(quanheng: Quanheng) -> None:
    answer = quanheng("diff", LIBRARY, LIBRARY.with_suffix(".docx"))
    assert answer.code == 0
    assert "无差异" in answer.out


def test_differences_are_told_by_part_and_row(quanheng: Quanheng, papers: Path) -> None:
    answer = quanheng("diff", papers / "approved.yaml", LIBRARY)
    assert answer.code == 1
    assert "批复与自评" in answer.out
    assert (
        "修改 8，新增指标行 1，删去指标行 1，指标改名 1，同值异写 2（--all"
        in answer.out
    )
    assert "仅新文件填列：指标的业绩值、完成率、得分、偏差原因" in answer.out
    lines = [" ".join(line.split()) for line in answer.out.splitlines()]
    assert "目标值 ≥6500册 → ≥6000册 -500册（-7.69%），放宽" in lines
    assert "权重 14 → 12 -2（-14.29%）" in lines
    assert not any("≥80.0%" in line for line in lines)


def test_the_guide_shows_what_is_printed(quanheng: Quanheng, papers: Path) -> None:
    guide = (ROOT / "docs/diff.md").read_text("utf-8").split("```\n")[3]
    out = quanheng("diff", papers / "approved.yaml", LIBRARY).out.splitlines()
    assert [line for line in guide.splitlines() if line not in out] == []


def test_changed_stretches_of_a_text_are_marked(
    quanheng: Quanheng, papers: Path
) -> None:
    out = quanheng("diff", papers / "previous.yaml", LIBRARY).out
    assert "总得分[-98.10-]{+99.62+}分" in out
    assert "趋势" in out
    assert "\x1b[" not in out, "no colours in a pipe"


@pytest.mark.parametrize("name", ["approved", "previous"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_lines_fit_eighty_columns(
    quanheng: Quanheng, papers: Path, name: str, lang: str
) -> None:
    given = ("diff", papers / f"{name}.yaml", LIBRARY, "--all", "--lang", lang)
    lines = quanheng(*given, columns=80).out.splitlines()
    # A closing mark may hang over the edge: it never begins a line.
    hanging = "，。；、）"
    assert [line for line in lines[2:] if cell_len(line.rstrip(hanging)) > 80] == []


def test_same_values_count_only_when_they_are_asked_for(
    quanheng: Quanheng, papers: Path
) -> None:
    respelled = papers / "respelled.yaml"
    quiet = quanheng("diff", LIBRARY, respelled)
    assert quiet.code == 0
    assert "同值异写 1（--all 显示）" in quiet.out
    loud = quanheng("diff", LIBRARY, respelled, "--all")
    assert loud.code == 1
    assert "12 → 12.00 同值异写" in " ".join(loud.out.split())


def test_json_keeps_its_contract(quanheng: Quanheng, papers: Path) -> None:
    given = ("diff", papers / "approved.yaml", LIBRARY, "--format", "json")
    answer = quanheng(*given)
    told = json.loads(answer.out)
    assert (answer.code, told["version"], told["differs"]) == (1, 1, True)
    (project,) = told["projects"]
    assert project["occasion"] == "approved"
    assert project["counts"]["rows_renamed"] == 1
    assert project["changes"][0] == {
        "part": "indicators",
        "row": "新购图书数量（册）",
        "key": "target",
        "label": "目标值",
        "kind": "changed",
        "old": {
            "raw": "≥6500册",
            "at": {"text": "projects[0].indicators[1].target",
                   "path": "projects[0].indicators[1].target"},
        },
        "new": {
            "raw": "≥6000册",
            "at": {"text": "indicators[1].target", "path": "indicators[1].target"},
        },
        "difference": {"value": "-500", "unit": "册", "percent": "-7.69"},
        "effect": "loosened",
    }  # fmt: skip
    assert set(project) == {
        "old", "new", "occasion", "counts", "only_in_one", "trends", "changes",
    }  # fmt: skip


def test_the_page_shows_both_sides_and_marks_words(
    quanheng: Quanheng, papers: Path
) -> None:
    given = ("diff", papers / "previous.yaml", LIBRARY, "--format", "html")
    page = html.document_fromstring(quanheng(*given).out)
    total = page.xpath("//tr[th='评价结论']//*[self::del or self::ins]/text()")
    assert total == ["98.10", "99.62"]
    heads = [head.text for head in page.iter("h3")]
    assert heads == ["趋势", "基本信息", "预算", "指标", "自评结果", "正文"]
    assert page.xpath("//@src|//link|//script") == []


def test_markup_in_a_report_stays_text(
    quanheng: Quanheng, papers: Path, tmp_path: Path
) -> None:
    record = yaml.safe_load((papers / "previous.yaml").read_text("utf-8"))
    record["projects"][0]["grade"] = "<img src=x onerror=alert(1)>"
    nasty = tmp_path / "<b>.yaml"
    nasty.write_text(yaml.safe_dump(record, allow_unicode=True), "utf-8")
    page = html.document_fromstring(
        quanheng("diff", nasty, LIBRARY, "--format", "html").out
    )
    assert page.xpath("//img|//b") == []


def test_the_workbook_has_a_row_a_difference(
    quanheng: Quanheng, papers: Path, tmp_path: Path
) -> None:
    out = tmp_path / "差异.xlsx"
    given = ("diff", papers / "previous.yaml", LIBRARY, "--format", "xlsx", "-o", out)
    answer = quanheng(*given)
    assert (answer.code, answer.out) == (1, f"已写入 {out}\n")
    book = CalamineWorkbook.from_filelike(BytesIO(out.read_bytes()))
    assert book.sheet_names == ["报告比对", "趋势", "比对概况"]
    rows = book.get_sheet_by_name("报告比对").to_python(skip_empty_area=False)[2:]
    assert len(rows) == 44
    (spent,) = (row for row in rows if row[3:5] == ["全年执行", "年度总金额"])
    assert spent[5:11] == ["修改", "380,000元", "49.20万元", 11.2, "万元", 29.47]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("no-such.yaml", LIBRARY), "文件不存在"),
        ((LIBRARY, ROOT / "README.md"), "README.md"),
        ((LIBRARY, LIBRARY, "--format", "xlsx"), "-o"),
        ((LIBRARY,), "用法有误"),
    ],
)
def test_a_bad_call_is_one_sentence(
    quanheng: Quanheng, arguments: tuple[str | Path, ...], told: str
) -> None:
    answer = quanheng("diff", *arguments)
    assert answer.code == 2
    assert told in answer.err
    assert answer.out == ""
