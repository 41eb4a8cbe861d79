"""What a person corrected in one form is understood in the next of its publisher."""

from random import Random
from typing import Any

import pytest

from quanheng.core.errors import UnknownFormError
from quanheng.document.blocks import Document
from quanheng.forms.hints.hints import NO_HINTS, Hints, meanings, usual_label
from quanheng.forms.labels import meaning
from quanheng.forms.recognise import recognise
from quanheng.readers import read_document
from quanheng.record.dump import dump_report
from quanheng.record.load import load_report
from quanheng.tasks.reading.learn_hints import Learned, learn_hints
from quanheng.testing.forms.carriers import written
from quanheng.testing.forms.form import Form, drawn_form
from quanheng.testing.forms.heads import Heads
from quanheng.testing.forms.layout import PLAIN, Layout, told
from quanheng.testing.forms.scoring import Tally, tally

UNKNOWN: Layout = {**PLAIN, "heads": "unknown"}
LAYOUTS: list[Layout] = [
    UNKNOWN,
    {**UNKNOWN, "carrier": "xlsx", "money": "columns"},
    {**UNKNOWN, "money": "matrix", "order": "weight_first"},
    {**UNKNOWN, "project": "in_cell", "levels": "in_name"},
    {**UNKNOWN, "goals": "under", "target": "three_cells"},
    {**UNKNOWN, "carrier": "text_bars", "levels": "repeated"},
]
SEEDS = 3


def document(layout: Layout, form: Form) -> Document:
    data, suffix = written(form.blocks, layout["carrier"], layout["encoding"])
    return read_document(data, f"form{suffix}")


def siblings(layout: Layout, seed: int) -> tuple[Form, Form]:
    """Two forms of one publisher about different projects."""
    heads = Heads(layout["heads"], chance(f"heads {seed}"))
    one, other = (drawn_form(layout, chance(f"{seed}/{n}"), heads) for n in (1, 2))
    return one, other


def chance(seed: str) -> Random:
    # A seed that gives the same form again is wanted here, not a secret.
    return Random(seed)  # noqa: S311


def record(form: Form) -> Any:
    """The record of a form as a person has corrected it."""
    projects = [_plain(project) for project in form.truth["projects"]]
    return load_report({"version": "1", "projects": projects}, "form.yaml")


def _plain(data: Any) -> Any:
    """A truth as a record: the first of the texts that are right, without gaps."""
    if isinstance(data, dict):
        return {k: _plain(inner) for k, inner in data.items() if inner is not None}
    if isinstance(data, list):
        is_rows = any(isinstance(inner, dict) for inner in data)
        return [_plain(inner) for inner in data] if is_rows else str(data[0])
    return str(data)


def read(document: Document, hints: Hints) -> dict[str, Any]:
    try:
        return dump_report(recognise(document, hints))
    except UnknownFormError:
        return {}


def learned(layout: Layout, seed: int) -> tuple[Learned, Tally, Tally]:
    """What is learned of one form; how another one is read without it, and with it."""
    one, other = siblings(layout, seed)
    found = learn_hints(document(layout, one), record(one))
    next_form = document(layout, other)
    without, like = (
        tally(other.truth, read(next_form, hints)) for hints in (NO_HINTS, found.hints)
    )
    return found, without, like


@pytest.mark.parametrize("layout", LAYOUTS, ids=told)
def test_a_layout_that_was_corrected_once_is_read_better(layout: Layout) -> None:
    without, like = Tally(), Tally()
    for seed in range(SEEDS):
        found, before, after = learned(layout, seed)
        assert found.after >= found.before
        without.add(before)
        like.add(after)
    assert without.f1 < 0.99, "no head was unknown"
    lost = 1 - without.f1, 1 - like.f1
    assert lost[1] <= lost[0] / 2, (without.f1, like.f1, like.errors[:8])
    assert like.precision >= without.precision


# -- what a hint does


def form(draw: Any) -> Document:
    drawn: Document = draw(
        "项目支出绩效自评表",
        """
        立项名目 | 河道清淤 | 承办机构 | 县河道管理站
        大类 | 小类 | 考核事项 | 应达数 | 办成数 | 满额 | 记点
        产出指标 | 数量指标 | 清淤长度 | ≥3公里 | 3公里 | 50 | 50
        效益指标 | 社会效益指标 | 受益人口 | ≥2000人 | 1800人 | 40 | 36
        """,
    )
    return drawn


HINTS = Hints.of(
    {
        "立项名目": ("head", "name"),
        "承办机构": ("head", "unit"),
        "大类": ("indicator", "level1"),
        "小类": ("indicator", "level2"),
        "考核事项": ("indicator", "level3"),
        "应达数": ("indicator", "target"),
        "办成数": ("indicator", "actual"),
        "满额": ("indicator", "weight"),
        "记点": ("indicator", "score"),
    }.items()
)


def test_hints_are_evidence_for_labels_that_nobody_knows(draw: Any) -> None:
    (project,) = recognise(form(draw), HINTS).projects
    assert (str(project.name), str(project.unit)) == ("河道清淤", "县河道管理站")
    assert [str(row.target) for row in project.indicators] == ["≥3公里", "≥2000人"]
    assert [str(row.score) for row in project.indicators] == ["50", "36"]


def test_labels_stay_as_they_are_printed(draw: Any) -> None:
    (project,) = recognise(form(draw), HINTS).projects
    assert project.table is not None
    assert project.table.labels["score"].raw == "记点"


def test_a_label_before_its_value_in_one_cell_is_known_too(draw: Any) -> None:
    document = draw("项目支出绩效自评表", "承办机构：县河道管理站 | 立项名目：河道清淤")
    (project,) = recognise(document, HINTS).projects
    assert (str(project.name), str(project.unit)) == ("河道清淤", "县河道管理站")


def test_the_same_words_as_a_value_stay(draw: Any) -> None:
    document = draw("项目支出绩效自评表", "项目名称 | 河道清淤及考核事项公示")
    (project,) = recognise(document, HINTS).projects
    assert str(project.name) == "河道清淤及考核事项公示"


@pytest.mark.parametrize(
    "said", [(group, name) for group, names in meanings().items() for name in names]
)
def test_the_usual_label_of_a_meaning_is_in_the_catalogue(
    said: tuple[str, str],
) -> None:
    assert meaning(said[0], usual_label(said)) == said[1]
