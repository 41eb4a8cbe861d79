"""``learn`` and ``--like``: what was corrected once is read right the next time."""

import json
from pathlib import Path

import pytest

from tests.conftest import Quanheng

FORM = """<html><body><p>项目支出绩效自评表</p><table>
<tr><td>项目名称</td><td colspan="2">{name}</td>
<td>承办机构</td><td colspan="3">{unit}</td></tr>
<tr><td>一级指标</td><td>二级指标</td><td>考核事项</td><td>年度指标值</td><td>办成数</td>
<td>分值</td><td>得分</td></tr>
<tr><td>产出指标</td><td>数量指标</td><td>{row}</td><td>≥{target}人</td><td>{actual}人</td>
<td>50</td><td>48</td></tr>
<tr><td>效益指标</td><td>社会效益指标</td><td>受益村</td><td>≥20个</td><td>21个</td>
<td>40</td><td>40</td></tr></table></body></html>"""
LAST = {"name": "技能培训", "unit": "县就业中心", "row": "培训人次"}
NEXT = {"name": "河道清淤", "unit": "县水利站", "row": "用工人数"}
RECORD = """
version: 1
projects:
- project: {name: 技能培训, unit: 县就业中心}
  indicators:
  - {level1: 产出指标, level2: 数量指标, level3: 培训人次, target: ≥300人,
     actual: 290人, weight: 50, score: 48}
  - {level1: 效益指标, level2: 社会效益指标, level3: 受益村, target: ≥20个,
     actual: 21个, weight: 40, score: 40}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    last = FORM.format(**LAST, target=300, actual=290)
    (tmp_path / "last.html").write_text(last, "utf-8")
    (tmp_path / "last.yaml").write_text(RECORD, "utf-8")
    (tmp_path / "next.html").write_text(FORM.format(**NEXT, target=80, actual=95))
    return tmp_path


def unit(quanheng: Quanheng, *arguments: str | Path) -> str | None:
    project = json.loads(quanheng("convert", *arguments).out)["projects"][0]
    found = project["project"]["unit"]
    return found["raw"] if found else None


def test_the_next_form_is_read_like_the_corrected_one(
    quanheng: Quanheng, folder: Path
) -> None:
    hints = folder / "county.yaml"
    answer = quanheng("learn", folder / "last.html", folder / "last.yaml", "-o", hints)
    assert (answer.code, answer.out) == (0, f"已写入 {hints}\n")
    assert "承办机构" in hints.read_text("utf-8")
    assert unit(quanheng, folder / "next.html") is None
    assert unit(quanheng, folder / "next.html", "--like", hints) == "县水利站"


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "next.html"),
        ("score", "next.html"),
        ("diff", "last.html", "next.html"),
        ("render", "next.html", "-o", "report.html"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_every_command_that_reads_a_report_takes_it(
    quanheng: Quanheng,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
) -> None:
    monkeypatch.chdir(folder)
    quanheng("learn", "last.html", "last.yaml", "-o", "county.yaml")
    answer = quanheng(*arguments, "--like", "county.yaml")
    said = answer.out + "".join(p.read_text("utf-8") for p in folder.glob("report.*"))
    assert answer.code in (0, 1), answer.err
    assert "县水利站" in said or arguments[0] in ("check", "score")
    assert quanheng(*arguments, "--like", "last.yaml").code == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (RECORD, "不是表式提示文件"),
        ("hint_version: 2\nlabels: {}", "不是表式提示文件"),
        ("hint_version: 1\nlabels: {colour: {red: [红]}}", "有误：labels.colour"),
        ("hint_version: 1\nlabels: {head: {red: [红]}}", "有误：labels.head.red"),
        ("hint_version: 1\nlabels: {head: {unit: 红}}", "有误：labels.head.unit"),
        ("hint_version: 1\nlabels: [红]", "有误：labels"),
    ],
)
def test_what_is_no_hint_file_is_refused(
    quanheng: Quanheng, folder: Path, text: str, said: str
) -> None:
    (folder / "hints.yaml").write_text(text, "utf-8")
    answer = quanheng("check", folder / "next.html", "--like", folder / "hints.yaml")
    assert answer.code == 2
    assert said in answer.err


def test_where_nothing_is_to_be_learned_no_file_is_written(
    quanheng: Quanheng, folder: Path
) -> None:
    record, hints = folder / "read.yaml", folder / "county.yaml"
    quanheng("convert", folder / "last.html", "--to", "yaml", "-o", record)
    answer = quanheng("learn", folder / "last.html", record, "-o", hints)
    assert answer.code == 0
    assert "表式提示0条" in answer.err
    assert not hints.exists()
