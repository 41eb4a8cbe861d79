"""``quanheng render`` with several files."""

from pathlib import Path

from tests.conftest import EXAMPLES, Quanheng

FILES = [
    EXAMPLES / "county_library.yaml",
    EXAMPLES / "drinking_water_transfer.yaml",
]


def test_several_files_become_one_summary(quanheng: Quanheng, tmp_path: Path) -> None:
    output = tmp_path / "summary.html"
    answer = quanheng("render", *FILES, "--form", "summary", "-o", output)
    assert (answer.code, answer.err) == (0, "")
    page = output.read_text("utf-8")
    assert page.index("县图书馆免费开放项目") < page.index("农村饮用水水质监测项目")
    assert "共有2个项目完成绩效自评，全年预算资金合计110.00万元" in page


def test_several_files_are_no_single_report(quanheng: Quanheng, tmp_path: Path) -> None:
    output = tmp_path / "report.html"
    answer = quanheng("render", *FILES, "-o", output)
    assert answer.code == 2
    assert "输入了2个文件，每次只能输出一份报告" in answer.err
    assert "--form summary" in answer.err
    assert not output.exists()


def test_unknown_form_names_the_summary_too(quanheng: Quanheng, tmp_path: Path) -> None:
    answer = quanheng(
        "render", FILES[0], "--form", "guizhou", "-o", tmp_path / "a.html"
    )
    assert "summary" in answer.err
