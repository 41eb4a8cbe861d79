"""``render`` corrects, drafts and puts in order before it prints."""

from pathlib import Path

import pytest
import yaml

from quanheng.core.field import text_of
from quanheng.core.report import Chapter, Project
from quanheng.tasks.reading.read_report import read_report
from quanheng.testing.cases import valid_record
from tests.conftest import EXAMPLES, Quanheng
from tests.drafting.conftest import DRAFTED, text

EXAMPLE = EXAMPLES / "publicity_project.yaml"


@pytest.fixture
def unwritten(tmp_path: Path) -> Path:
    """A report without its chapters three to six."""
    record = dict(valid_record())
    chapters = {chapter.value for chapter in DRAFTED}
    record["sections"] = [s for s in record["sections"] if s["chapter"] not in chapters]
    path = tmp_path / "report.yaml"
    path.write_text(yaml.safe_dump(record, allow_unicode=True), "utf-8")
    return path


def read(path: Path) -> Project:
    return read_report(path.read_bytes(), path.name).projects[0]


def annex(path: Path) -> str:
    project = read(path)
    assert project.annex is not None
    return project.annex.raw


def test_form_is_put_in_order_unless_told_otherwise(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    tidy, raw = tmp_path / "tidy.docx", tmp_path / "raw.docx"
    quanheng("render", EXAMPLE, "-o", tidy)
    quanheng("render", EXAMPLE, "-o", raw, "--as-is")
    assert annex(tidy) == "附件 项目支出绩效自评表"
    assert annex(raw) == "附件1.项目支出绩效自评表"


def test_corrections_are_listed_and_printed(quanheng: Quanheng, tmp_path: Path) -> None:
    before = EXAMPLE.read_bytes()
    answer = quanheng("render", EXAMPLE, "-o", tmp_path / "a.docx", "--fix")
    assert answer.code == 0
    assert "VL207 @@\n-达100%\n+≥100%" in answer.err
    assert "已修正22处（BG301、SC202、BG103×10" in answer.err
    assert "≥100%" in [
        text_of(row.target) for row in read(tmp_path / "a.docx").indicators
    ]
    assert EXAMPLE.read_bytes() == before


def test_corrections_are_listed_in_english(quanheng: Quanheng, tmp_path: Path) -> None:
    options = ("-o", tmp_path / "a.docx", "--fix", "--lang", "en")
    answer = quanheng("render", EXAMPLE, *options)
    assert "corrected 22 places (BG301, SC202" in answer.err


@pytest.mark.parametrize(
    ("lang", "place", "said"),
    [
        ("zh", "indicators[0].score 得分 @@\n-10\n+10.00", "已整理数字47处（金额×20"),
        ("en", "score @@\n-10\n+10.00", "47 figures rewritten (amount×20"),
    ],
)
def test_figures_are_put_into_one_format_and_listed(
    quanheng: Quanheng, tmp_path: Path, lang: str, place: str, said: str
) -> None:
    options = ("--tidy-figures", "--lang", lang)
    answer = quanheng("render", EXAMPLE, "-o", tmp_path / "a.docx", *options)
    assert place in answer.err
    assert said in answer.err
    assert (
        "预算比率保持原样" if lang == "zh" else "each budget rate stays"
    ) in answer.err
    scores = {text_of(row.score) for row in read(tmp_path / "a.docx").indicators}
    assert "10.00" in scores
    assert "10" not in scores


def test_what_stays_as_it_is_has_no_new_figures(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    options = ("--as-is", "--tidy-figures")
    answer = quanheng("render", EXAMPLE, "-o", tmp_path / "a.docx", *options)
    assert answer.code == 2
    assert "--tidy-figures" in answer.err


def test_empty_chapters_are_drafted(
    quanheng: Quanheng, unwritten: Path, tmp_path: Path
) -> None:
    answer = quanheng("render", unwritten, "-o", tmp_path / "a.docx", "--draft")
    said = text(read(tmp_path / "a.docx"))
    assert f"{unwritten}: 起草了7段，其中5处请填写" in answer.err
    assert "【草稿】全年预算60万元" in said
    found = quanheng("check", tmp_path / "a.docx").out
    assert "ID301" in found


def test_drafts_speak_the_language_of_the_call(
    quanheng: Quanheng, unwritten: Path, tmp_path: Path
) -> None:
    options = ("-o", tmp_path / "a.docx", "--draft", "--lang", "en")
    answer = quanheng("render", unwritten, *options)
    assert "drafted 7 paragraphs with 5 places to fill in" in answer.err
    assert "[draft] Budget of the year" in text(read(tmp_path / "a.docx"))


def test_last_year_stands_beside(
    quanheng: Quanheng, unwritten: Path, tmp_path: Path
) -> None:
    last = tmp_path / "last.yaml"
    record = dict(valid_record(), project={**valid_record()["project"], "year": "2022"})
    last.write_text(yaml.safe_dump(record, allow_unicode=True), "utf-8")
    options = ("-o", tmp_path / "a.docx", "--draft", "--previous", last)
    quanheng("render", unwritten, *options)
    assert "自评得分97.75分，与上年相同。" in text(read(tmp_path / "a.docx"))


@pytest.mark.parametrize("option", ["--previous", "--draft-templates"])
def test_what_only_drafts_use_needs_draft(
    quanheng: Quanheng, tmp_path: Path, option: str
) -> None:
    answer = quanheng("render", EXAMPLE, "-o", tmp_path / "a.docx", option, EXAMPLE)
    assert answer.code == 2
    assert "--draft" in answer.err


def test_folder_without_templates_is_named(
    quanheng: Quanheng, unwritten: Path, tmp_path: Path
) -> None:
    options = ("--draft", "--draft-templates", tmp_path)
    answer = quanheng("render", unwritten, "-o", tmp_path / "a.docx", *options)
    assert answer.code == 2
    assert "起草模板无法使用" in answer.err


def test_written_report_is_not_drafted(quanheng: Quanheng, tmp_path: Path) -> None:
    answer = quanheng("render", EXAMPLE, "-o", tmp_path / "a.docx", "--draft")
    assert "起草了0段" in answer.err
    assert len(list(read(tmp_path / "a.docx").paragraphs(Chapter.EXPERIENCE))) == 1


def test_formulas_follow_the_region_of_the_call_or_its_settings(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    report = tmp_path / "a.yaml"
    report.write_bytes((EXAMPLES / "county_library.yaml").read_bytes())

    def printed(*options: str) -> bytes:
        output = tmp_path / "a.xlsx"
        assert quanheng("render", report, "-o", output, *options).code == 0
        return output.read_bytes()

    nationwide, central = printed(), printed("--region", "中央部门")
    assert nationwide != central
    (tmp_path / "quanheng.toml").write_text('region = "中央部门"', "utf-8")
    assert printed() == central
