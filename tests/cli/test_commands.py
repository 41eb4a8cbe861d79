"""The commands as a user calls them."""

import json
from pathlib import Path

import pytest

from quanheng.cli.main import COMMANDS, main
from quanheng.core.errors import UnreadableFileError
from tests.conftest import ROOT, Quanheng

PUBLICITY = ROOT / "examples/publicity_project.docx"
LIBRARY = ROOT / "examples/county_library.docx"


def test_check_prints_faults_and_ends_with_one(quanheng: Quanheng) -> None:
    answer = quanheng("check", PUBLICITY)
    assert answer.code == 1
    assert "BG301" in answer.out
    assert "表1 第8行 第4列" in answer.out


def test_check_in_english_says_the_same_in_english(quanheng: Quanheng) -> None:
    answer = quanheng("check", PUBLICITY, "--lang", "en")
    assert "table 1 row 8 column 4" in answer.out
    assert " findings; " in answer.out


def test_check_of_a_clean_report_ends_with_zero(quanheng: Quanheng) -> None:
    answer = quanheng("check", LIBRARY, "--as-of", "2024-06-30")
    assert (answer.code, answer.err) == (0, "")
    assert "共0处问题" in answer.out


@pytest.mark.parametrize(
    ("threshold", "code"), [("error", 1), ("info", 1), ("never", 0)]
)
def test_threshold_decides_the_exit_code(
    quanheng: Quanheng, threshold: str, code: int
) -> None:
    assert quanheng("check", PUBLICITY, "--fail-on", threshold).code == code


def test_check_json_keeps_its_contract(quanheng: Quanheng) -> None:
    answer = json.loads(quanheng("check", PUBLICITY, "--format", "json").out)
    assert answer["version"] == 1
    (project,) = answer["files"][0]["projects"]
    assert {"name", "score", "grade", "outcomes"} <= set(project)
    assert project["verdict"] == "not credible"
    assert project["unsupported"] == {"points": "38.55", "share": "38.55"}
    assert project["score"]["stated"] == "100"
    for finding in answer["findings"]:
        assert {
            "file", "code", "name", "severity", "title", "message", "at", "law",
            "fix", "waived",
        } <= set(finding)  # fmt: skip
        assert {"text", "path"} <= set(finding["at"])
        for cite in finding["law"]:
            assert {"document", "article", "verified"} <= set(cite)


def test_several_files_are_checked_in_one_call(quanheng: Quanheng) -> None:
    answer = json.loads(quanheng("check", PUBLICITY, LIBRARY, "--format", "json").out)
    assert [Path(entry["file"]).name for entry in answer["files"]] == [
        PUBLICITY.name,
        LIBRARY.name,
    ]


def test_score_says_what_can_be_confirmed(quanheng: Quanheng) -> None:
    answer = json.loads(quanheng("score", PUBLICITY, "--format", "json").out)
    (project,) = answer["projects"]
    assert project["stated"] == {"total": "100", "grade": "优秀"}
    assert project["recomputed"]["confirmed"] == "61.45"
    assert project["recomputed"]["not_computable"] == "38.55"
    assert all(row["why"] for row in project["rows"])


def test_score_prints_the_reason_of_each_row(quanheng: Quanheng) -> None:
    answer = quanheng("score", PUBLICITY)
    assert answer.code == 0
    assert "复算可确认61.45分，无法计算38.55分" in answer.out


def test_converted_yaml_says_the_same_as_the_docx(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    record = tmp_path / "report.yaml"
    record.write_text(quanheng("convert", PUBLICITY, "--to", "yaml").out, "utf-8")
    assert codes(quanheng, record) == codes(quanheng, PUBLICITY)


def test_converted_json_is_an_input_too(quanheng: Quanheng, tmp_path: Path) -> None:
    record = tmp_path / "report.json"
    record.write_text(quanheng("convert", PUBLICITY, "--to", "json").out, "utf-8")
    assert codes(quanheng, record) == codes(quanheng, PUBLICITY)


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html"])
def test_render_writes_the_report(
    quanheng: Quanheng, tmp_path: Path, suffix: str
) -> None:
    output = tmp_path / "new folder" / f"report{suffix}"
    assert quanheng("render", PUBLICITY, "-o", output).code == 0
    assert output.stat().st_size > 1000


def test_rendered_docx_has_the_same_faults(quanheng: Quanheng, tmp_path: Path) -> None:
    output = tmp_path / "report.docx"
    quanheng("render", PUBLICITY, "-o", output, "--as-is")
    assert codes(quanheng, output) == codes(quanheng, PUBLICITY)


def codes(quanheng: Quanheng, path: Path) -> list[str]:
    answer = json.loads(quanheng("check", path, "--format", "json").out)
    return [finding["code"] for finding in answer["findings"]]


def test_value_answers_a_line_for_each_line(quanheng: Quanheng) -> None:
    answer = quanheng(
        "value", "-", "--format", "jsonl", "--year", "2021",
        stdin="≥95%\n\n30万元\n12月底前\n",
    )  # fmt: skip
    percent, blank, money, day = map(json.loads, answer.out.splitlines())
    assert (percent["sign"], percent["value"], percent["unit"]) == (">=", "95", "%")
    assert blank["kind"] == "blank"
    assert (money["base_value"], money["base_unit"]) == ("300000", "元")
    assert (day["sign"], day["date"]) == ("<=", "2021-12-31")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("≥95%", "数值  ≥95%"),
        ("30万元", "30万元  = 300000元"),
        ("10-20人", "区间  10–20人"),
        ("12月底前", "缺少年度"),
        ("-5", "数值  -5"),
    ],
)
def test_value_explains_itself(quanheng: Quanheng, text: str, said: str) -> None:
    assert said in quanheng("value", text).out


def test_rule_explains_a_rule_by_code_or_name(quanheng: Quanheng) -> None:
    by_code = quanheng("rule", "wt101")
    assert "权重合计不为100" in by_code.out
    assert "Why it matters" in quanheng("rule", "wt101", "--lang", "en").out
    assert "尚未核对原文" in by_code.out
    assert quanheng("rule", "weights-not-100").out == by_code.out


def test_rule_without_a_code_lists_all(quanheng: Quanheng) -> None:
    assert "WT101  错误  权重合计不为100" in quanheng("rule").out


@pytest.mark.parametrize(
    ("lang", "shown"),
    [
        ("zh", "单位：分"),
        ("zh", "2020年2月25日前  全国\n    优：90，良：80，中：60，差：0\n    实务："),
        ("zh", "财预〔2020〕10号 第十八条（尚未核对原文）"),
        ("en", "Unit: points"),
        ("en", "before 2020-02-25  nationwide\n    excellent: 90, good: 80,"),
    ],
)
def test_law_shows_a_parameter_through_time(
    quanheng: Quanheng, lang: str, shown: str
) -> None:
    answer = quanheng("law", "self_evaluation.grade_bounds", "--lang", lang)
    assert shown in answer.out


def test_codes_of_a_parameter_are_said_in_words(quanheng: Quanheng) -> None:
    answer = quanheng("law", "self_evaluation.inverse_formula").out
    assert "起始不限  全国\n    线性折算" in answer
    assert "= 全年预算  [全国" in quanheng("rule", "SC203").out


def test_a_word_list_is_shown_without_a_day(quanheng: Quanheng) -> None:
    answer = quanheng("law", "words.unit_roles", "--lang", "en").out
    assert answer.startswith("words.unit_roles  Words that name who carries")
    assert answer.endswith("\n    practice: common practice\n")
    assert "at any time" not in answer
    assert "words.unit_roles = " in quanheng("rule", "ID103").out


def test_law_without_a_name_lists_all(quanheng: Quanheng) -> None:
    answer = quanheng("law").out
    assert "self_evaluation.grade_bounds" in answer
    assert "words.unit_roles" in answer


def test_demo_writes_all_outputs(quanheng: Quanheng, tmp_path: Path) -> None:
    answer = quanheng("demo", "--out", tmp_path / "demo")
    assert answer.code == 0
    assert answer.out.count("\n") < 25
    assert {path.name for path in (tmp_path / "demo").iterdir()} == {
        "report.docx", "report.pdf", "report.html", "report.xlsx", "faulty.docx",
        "findings.json", "findings.sarif", "findings.html", "findings.xlsx",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "no-such-file.docx"), "无法打开文件 no-such-file.docx：文件不存在"),
        (("rule", "XX999"), "无规则 XX999"),
        (("law", "no.such"), "无此参数：no.such"),
        (("check",), "用法有误"),
        (("nothing",), "用法有误"),
        (("check", "x", "--as-of", "gestern"), "不是日期"),
        (("check", "no-such.docx", "--lang", "en"), "can't open no-such.docx"),
        (("rule", "XX999", "--lang=en"), "there is no rule XX999"),
    ],
)
def test_failure_is_one_sentence(
    quanheng: Quanheng, arguments: tuple[str, ...], said: str
) -> None:
    answer = quanheng(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert answer.err.count("\n") == 1
    assert "Traceback" not in answer.err


def test_an_unreadable_file_does_not_hide_the_others(quanheng: Quanheng) -> None:
    answer = quanheng("check", "no-such.docx", PUBLICITY, "--format", "json")
    assert answer.code == 2
    assert answer.err.count("\n") == 1
    first, second = json.loads(answer.out)["files"]
    assert "no-such.docx" in first["error"]
    assert (first["projects"], second["error"]) == ([], None)
    assert len(second["projects"]) == 1


def test_a_form_that_is_none_is_said(quanheng: Quanheng, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("各位同事：会议改到周三下午。", "utf-8")
    answer = quanheng("check", letter)
    assert answer.code == 2
    assert answer.err.count("\n") == 1


def test_output_that_can_not_be_written_is_said(
    quanheng: Quanheng, tmp_path: Path
) -> None:
    answer = quanheng("render", PUBLICITY, "-o", tmp_path / "report.odt")
    assert answer.code == 2
    assert ".odt" in answer.err


def test_debug_shows_the_traceback(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.argv", ["quanheng", "check", "no-such-file", "--debug"])
    with pytest.raises(UnreadableFileError):
        main()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_stands_in_both_readmes(
    quanheng: Quanheng, command: str
) -> None:
    assert quanheng(command, "--help").code == 0
    for readme in ("README.md", "README.zh-CN.md"):
        assert f"quanheng {command}" in (ROOT / readme).read_text("utf-8")


def test_help_lists_all_commands(quanheng: Quanheng) -> None:
    listed = quanheng("--help").out
    assert all(command in listed for command in COMMANDS)


def test_version_is_told(quanheng: Quanheng) -> None:
    assert quanheng("--version").out.startswith("quanheng ")
