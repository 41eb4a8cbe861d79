"""``--evidence`` of score, check and render; ``evidence compute`` and ``bind``."""

import json
from pathlib import Path

import pytest

from tests.conftest import Quanheng

RECORD = """
form: national
project: {name: 宣传, year: 2021}
budget:
  {unit: 万元, weight: 10, score: 10, rows: {annual: {total: 10}, spent: {total: ""}}}
labels: {level3: 三级指标, target: 年度指标值}
indicators:
  - level1: 产出指标
    level2: 数量指标
    level3: 宣传活动次数（次）
    weight: 50
    target: "≥2"
    actual: 3
    score: 50
  - level1: 满意度指标
    level2: 服务对象满意度
    level3: 群众满意度
    weight: 40
    target: "≥95%"
    actual: ""
    score: 40
"""
REGISTERS = {
    "activities.csv": (
        "活动日期,活动名称\n2021-03-01,甲\n2021-04-01,乙\n2020-01-01,丙\n"
    ),
    "spending.csv": "支付日期,金额\n2021-05-01,95000\n",
    "surveys.csv": "调查名称,调查类型,调查日期,有效份数\n甲,满意度,2021-11-01,200\n",
    "survey_options.csv": (
        "调查名称,题目,选项,是否计入,选择份数\n甲,总体,满意,是,190\n甲,总体,不满意,否,10\n"
    ),
}
BINDINGS = """
- {budget: spent, from: spending, measure: sum, of: amount}
- {indicator: 宣传活动次数（次）, from: activities, measure: count, unit: 次}
- {indicator: 群众满意度, from: surveys, measure: survey_rate}
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.yaml"
    path.write_text(RECORD, "utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "evidence"
    path.mkdir()
    for name, text in REGISTERS.items():
        (path / name).write_text(text, "utf-8")
    return path


@pytest.fixture
def bound(folder: Path) -> Path:
    (folder / "bindings.yaml").write_text(BINDINGS, "utf-8")
    return folder


def test_scores_are_of_the_computed_values_with_their_rows(
    quanheng: Quanheng, report: Path, bound: Path
) -> None:
    answer = quanheng("score", report, "--evidence", bound, "--format", "json")
    assert (answer.code, answer.err) == (0, "")
    money, count, rate = json.loads(answer.out)["projects"][0]["rows"]
    assert money["recomputed"] == "9.5"
    assert "全年执行 95000元 取自支出台账" in money["why"][0]
    assert count["recomputed"] == "50"
    assert "2次；记录第2、3行；" in count["why"][0]
    assert "宣传活动台账未标明登记完毕（closed），取数结果为初步数" in count["why"][0]
    assert "填报“3”，与台账不符" in count["why"][0]
    (found,) = count["evidence"]
    assert found["agrees"] is False
    assert (found["typed"], found["value"], found["unit"]) == ("3", "2", "次")
    assert found["rows"] == {"count": 2, "first": [2, 3]}
    assert found["left_out"] == [
        {
            "reason": "活动日期不在2021-01-01至2021-12-31内",
            "count": 1,
            "first": [4],
        }
    ]
    assert rate["recomputed"] == "40"
    assert rate["evidence"][0]["interval"] == ["91.04", "97.26"]
    assert rate["evidence"][0]["further_rows"]["survey_options"]["count"] == 2


def test_without_evidence_the_answer_stays_as_it_was(
    quanheng: Quanheng, report: Path
) -> None:
    answer = quanheng("score", report, "--format", "json")
    rows = json.loads(answer.out)["projects"][0]["rows"]
    assert [row["recomputed"] for row in rows] == [None, "50", None]
    assert not any("evidence" in row for row in rows)


def test_check_fills_blank_cells_and_keeps_typed_ones(
    quanheng: Quanheng, report: Path, bound: Path
) -> None:
    answer = quanheng("check", report, "--evidence", bound, "--format", "json")
    (project,) = json.loads(answer.out)["files"][0]["projects"]
    assert project["score"]["recomputed"]["confirmed"] == "99.5"


def test_render_fills_blank_cells(
    quanheng: Quanheng, report: Path, bound: Path, tmp_path: Path
) -> None:
    page = tmp_path / "out.html"
    assert quanheng("render", report, "--evidence", bound, "-o", page).code == 0
    text = page.read_text("utf-8")
    assert "9.5" in text
    assert "95%" in text


def test_compute_shows_typed_and_computed_beside_each_other(
    quanheng: Quanheng, report: Path, bound: Path
) -> None:
    answer = quanheng("evidence", "compute", bound, report)
    assert answer.code == 1
    assert "✗" in answer.out
    answer = quanheng("evidence", "compute", bound, report, "--format", "json")
    values = json.loads(answer.out)["values"]
    assert [value["agrees"] for value in values] == [None, False, None]


def test_compute_needs_no_report(quanheng: Quanheng, bound: Path) -> None:
    (bound / "evidence.yaml").write_text("year: 2021\n", "utf-8")
    answer = quanheng("evidence", "compute", bound, "--format", "json", "--lang", "en")
    assert answer.code == 0
    values = json.loads(answer.out)["values"]
    assert [v["value"] for v in values] == ["95000", "2", "95"]
    assert "entries that count: 2次" in values[1]["formula"]


def test_bindings_may_stand_in_the_settings(
    quanheng: Quanheng, report: Path, folder: Path
) -> None:
    lines = "".join(f"  {line}\n" for line in BINDINGS.splitlines() if line)
    (folder / "evidence.yaml").write_text(f"bindings:\n{lines}", "utf-8")
    answer = quanheng("evidence", "compute", folder, report, "--format", "json")
    assert len(json.loads(answer.out)["values"]) == 3


def test_bind_proposes_and_writes_only_when_told(
    quanheng: Quanheng, report: Path, folder: Path
) -> None:
    answer = quanheng("evidence", "bind", folder, report)
    assert answer.code == 0
    assert "from: activities, measure: count, unit: 次" in answer.out
    assert "名称含“活动”，单位为次；取数结果：2次" in answer.out
    file = folder / "bindings.yaml"
    assert not file.exists()
    assert quanheng("evidence", "bind", folder, report, "--write").code == 0
    written = file.read_text("utf-8")
    assert written.count("confirmed: false") == 3
    again = quanheng("evidence", "bind", folder, report, "--write")
    assert "各项指标均有取数方式" in again.out
    assert "待确认" in again.out
    assert file.read_text("utf-8") == written


def test_nothing_counts_before_a_person_confirms(
    quanheng: Quanheng, report: Path, folder: Path
) -> None:
    quanheng("evidence", "bind", folder, report, "--write")
    answer = quanheng("evidence", "compute", folder, report)
    assert (answer.code, answer.out.strip()) == (
        0,
        "无已确认的取数方式；quanheng evidence bind 可提出建议",
    )
    file = folder / "bindings.yaml"
    text = file.read_text("utf-8").replace("confirmed: false", "confirmed: true")
    file.write_text(text, "utf-8")
    assert quanheng("evidence", "compute", folder, report).code == 1


def test_what_the_folder_does_not_give_is_said(
    quanheng: Quanheng, report: Path, bound: Path
) -> None:
    extra = "- {indicator: 没有的指标, from: activities, measure: count}\n"
    (bound / "bindings.yaml").write_text(BINDINGS + extra, "utf-8")
    answer = quanheng("score", report, "--evidence", bound)
    assert "取数方式“没有的指标”在报告中无对应的指标或栏目" in answer.err


def test_a_value_that_is_bound_twice_is_computed_by_neither(
    quanheng: Quanheng, report: Path, bound: Path
) -> None:
    again = "- {indicator: 群众满意度, from: surveys, measure: value_mean}\n"
    (bound / "bindings.yaml").write_text(BINDINGS + again, "utf-8")
    said = "取数方式不一致（bindings.yaml 第3项、bindings.yaml 第4项），应只保留一项"
    for command in ("score", "check"):
        call = (command, report, "--evidence", bound, "--format", "json")
        assert said in quanheng(*call).out
    for given in ((bound, report), (bound,)):
        answer = quanheng("evidence", "compute", *given, "--format", "json")
        values = {v["name"]: v for v in json.loads(answer.out)["values"]}
        assert values["群众满意度"]["value"] is None
        assert values["群众满意度"]["why_not"] == said


def test_the_same_binding_twice_and_a_proposal_beside_do_no_harm(
    quanheng: Quanheng, report: Path, bound: Path
) -> None:
    same = "- {indicator: 群众满意度, from: surveys, measure: survey_rate}\n"
    other = (
        "- {indicator: 群众满意度, from: surveys, measure: count, confirmed: false}\n"
    )
    (bound / "bindings.yaml").write_text(BINDINGS + same + other, "utf-8")
    answer = quanheng("evidence", "compute", bound, report, "--format", "json")
    values = {v["name"]: v["value"] for v in json.loads(answer.out)["values"]}
    assert values["群众满意度"] == "95"


@pytest.mark.parametrize("name", ["bindings.yaml", "evidence.yaml", "manifest.json"])
def test_files_of_the_folder_are_not_read_through_links(
    quanheng: Quanheng, report: Path, bound: Path, tmp_path: Path, name: str
) -> None:
    outside = tmp_path / name
    outside.write_text("[]", "utf-8")
    (bound / name).unlink(missing_ok=True)
    (bound / name).symlink_to(outside)
    for call in (["compute", bound, report], ["check", bound]):
        answer = quanheng("evidence", *call)
        assert (answer.code, answer.out) == (2, "")
        assert f"{name} 是符号链接" in answer.err


def test_evidence_of_another_project_gives_nothing(
    quanheng: Quanheng, report: Path, bound: Path
) -> None:
    (bound / "evidence.yaml").write_text("project: 修路\n", "utf-8")
    answer = quanheng("score", report, "--evidence", bound, "--format", "json")
    assert "佐证文件夹属于项目“修路”，报告中无此项目" in answer.err
    rows = json.loads(answer.out)["projects"][0]["rows"]
    assert [row["recomputed"] for row in rows] == [None, "50", None]


def test_a_file_of_bindings_in_another_encoding_is_one_sentence(
    quanheng: Quanheng, report: Path, folder: Path
) -> None:
    (folder / "bindings.yaml").write_bytes(BINDINGS.encode("gb18030"))
    answer = quanheng("score", report, "--evidence", folder)
    assert answer.code == 2
    assert "bindings.yaml 不是 UTF-8 文本；请另存为 UTF-8" in answer.err
