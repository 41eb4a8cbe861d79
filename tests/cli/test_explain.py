"""``convert --explain``: where each value was read, and what spoke for it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Quanheng

FORM = """<table>
<tr><td>项目名称</td><td colspan=3>技能培训</td>
<td>实施单位</td><td colspan=2>：</td></tr>
<tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>分值</td><td>年度指标值</td>
<td>实际完成值</td><td>得分</td></tr>
<tr><td>产出指标</td><td>数量指标</td><td>培训场次</td><td>50</td><td>≥6场</td>
<td>7场</td><td>50</td></tr>
<tr><td>效益指标</td><td>社会效益指标</td><td>就业率</td><td>50</td><td>≥60%</td>
<td>得分</td><td>45</td></tr>
</table>"""


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "form.html"
    path.write_text(FORM, "utf-8")
    return path


@pytest.fixture
def values(quanheng: Quanheng, form: Path) -> dict[str, Any]:
    answer = json.loads(quanheng("convert", form, "--explain", "json").out)
    return {value["at"]["path"]: value for value in answer["values"]}


def test_a_value_has_its_head_and_what_row_and_column_were_judged(
    values: dict[str, Any],
) -> None:
    actual = values["table[1]/row[3]/column[6]"]
    assert (actual["state"], actual["raw"], actual["head"]) == (
        *("read", "7场"),
        "实际完成值",
    )
    assert (actual["row"]["is"], actual["column"]["is"]) == ("indicator", "actual")
    assert float(actual["margin"]) > 0


def test_a_label_beside_tells_what_a_value_is(values: dict[str, Any]) -> None:
    name = values["table[1]/row[1]/column[2]"]
    assert (name["name"], name["label"]) == ("项目名称", "项目名称")


def test_a_label_is_seen_and_no_value(values: dict[str, Any]) -> None:
    doubted = values["table[1]/row[4]/column[6]"]
    assert (doubted["state"], doubted["raw"], doubted["seen"]) == (
        *("uncertain", ""),
        "得分",
    )


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("zh", "业绩值：得分  未能确定"),
        ("en", "actual: 得分  uncertain"),
    ],
)
def test_text_has_a_line_for_each_value(
    quanheng: Quanheng, form: Path, lang: str, told: str
) -> None:
    assert told in quanheng("convert", form, "--explain", "text", "--lang", lang).out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_marks_the_cells_of_the_document(
    quanheng: Quanheng, form: Path, tmp_path: Path, lang: str
) -> None:
    page = tmp_path / "why.html"
    quanheng("convert", form, "--explain", "html", "--lang", lang, "-o", page)
    said = page.read_text("utf-8")
    assert '<td data-state="uncertain" title="' in said
    assert '<td data-state="read" title="' in said
    assert "<td>项目名称</td>" in said


def test_check_says_what_was_seen_and_lets_nothing_rest_on_it(
    quanheng: Quanheng, form: Path
) -> None:
    answer = quanheng("check", form, "--format", "json")
    (file,) = json.loads(answer.out)["files"]
    seen = [part for part in file["unread"] if part.get("seen") == "得分"]
    assert [part["guess"] for part in seen] == ["业绩值"]
    codes = {f["code"] for f in json.loads(answer.out)["findings"]}
    assert "VL301" not in codes


@pytest.mark.parametrize("form_of", ["text", "json", "html", "sarif"])
def test_every_format_says_what_was_seen(
    quanheng: Quanheng, form: Path, tmp_path: Path, form_of: str
) -> None:
    answer = tmp_path / "answer"
    call = ("check", form, "--format", form_of)
    out = quanheng(*call).out if form_of == "text" else ""
    if not out:
        quanheng(*call, "-o", answer)
        out = answer.read_text("utf-8")
    assert "看到但未能确定" in out.replace("\n", "")


def test_a_record_has_no_form_to_explain(quanheng: Quanheng, tmp_path: Path) -> None:
    record = tmp_path / "report.yaml"
    record.write_text("project: {name: 甲}\n", "utf-8")
    answer = quanheng("convert", record, "--explain", "text")
    assert answer.code == 2
    assert "是数据文件" in answer.err
