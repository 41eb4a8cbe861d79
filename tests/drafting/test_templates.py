"""Templates are data: an office may change them, and is told what is wrong."""

from importlib.resources import files
from pathlib import Path
from shutil import copytree

import pytest

from quanheng.core.errors import PluginError
from quanheng.drafting.draft import draft_project
from quanheng.drafting.templates import read_templates
from quanheng.testing.cases import valid_record
from tests.drafting.conftest import paper, text, unwritten

SHIPPED = Path(str(files("quanheng.drafting") / "templates"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(copytree(SHIPPED, tmp_path / "templates"))


def change(folder: Path, name: str, old: str, new: str) -> None:
    file = folder / name
    said = file.read_text("utf-8")
    assert old in said
    file.write_text(said.replace(old, new), "utf-8")


def test_an_office_says_it_in_its_own_words(folder: Path) -> None:
    change(folder, "sentences.zh.yaml", "全年预算{planned}", "本年安排{planned}")
    change(folder, "outlines.yaml", "2.产出情况及分析", "2.任务完成情况及分析")
    project = draft_project(
        paper(unwritten(valid_record())), read_templates(folder, "zh")
    )
    assert "本年安排60万元" in text(project)
    assert "2.任务完成情况及分析" in [s.heading.raw for s in project.sections]


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("sentences.zh.yaml", "全年预算{planned}", "全年预算{plan}", "plan"),
        ("sentences.zh.yaml", "{spent}", "{spent.__class__}", "spent.__class__"),
        ("sentences.zh.yaml", "  no_measure:", "  no_action:", "no_action"),
        ("sentences.zh.yaml", "joint: ；", "join: ；", "join"),
        ("outlines.yaml", "- counts", "- count", "count"),
        ("outlines.yaml", "chapter: measures", "chapter: actions", "actions"),
        ("outlines.yaml", "of: benefit", "of: effect", "effect"),
        ("outlines.yaml", "shanxi:", "shanxi: [", "line"),
    ],
)
def test_a_wrong_template_is_named(
    folder: Path, name: str, old: str, new: str, said: str
) -> None:
    change(folder, name, old, new)
    with pytest.raises(PluginError) as raised:
        read_templates(folder, "zh")
    assert said in raised.value.text("en")


def test_a_folder_without_templates_is_named(tmp_path: Path) -> None:
    with pytest.raises(PluginError, match="起草模板无法使用"):
        read_templates(tmp_path, "zh")
