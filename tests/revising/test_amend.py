"""One text changed in a report, wherever it is kept."""

from dataclasses import replace

import pytest

from quanheng.core.field import Field, text_of
from quanheng.core.report import Chapter, Goals, Project, Report, Section
from quanheng.core.source import Source
from quanheng.revising.amend import amended, carried, with_shared_places

HERE, THERE = Source(paragraph=3), Source(paragraph=4)
SENTENCE = "自评总得分97分，等级为优秀。"


@pytest.fixture
def report() -> Report:
    project = Project(
        conclusion=Field(SENTENCE, HERE),
        stated_total=Field("97", HERE),
        grade=Field("优秀", HERE),
        sections=(
            Section(
                Field("二、绩效情况", Source(paragraph=2)),
                1,
                Chapter.PERFORMANCE,
                (Field(SENTENCE, HERE), Field("97", THERE)),
            ),
        ),
    )
    return Report("a", (project,))


def after(report: Report, old: str, new: str) -> Project:
    changed = amended(report, HERE, old, new)
    assert changed is not None
    return changed.projects[0]


def test_a_sentence_takes_its_parts_along(report: Report) -> None:
    project = after(report, SENTENCE, "自评总得分：98分，等级为优。")
    assert text_of(project.conclusion) == "自评总得分：98分，等级为优。"
    assert (text_of(project.stated_total), text_of(project.grade)) == ("98", "优")


def test_a_part_takes_its_sentence_along(report: Report) -> None:
    project = after(report, "优秀", "优")
    assert text_of(project.grade) == "优"
    assert [p.raw for p in project.paragraphs()] == [SENTENCE.replace("秀", ""), "97"]


@pytest.mark.parametrize("old", ["良", "分", ""])
def test_what_does_not_stand_there_once_is_refused(report: Report, old: str) -> None:
    assert amended(report, HERE, old, "x") is None


def test_an_empty_place_is_filled(report: Report) -> None:
    project = replace(report.projects[0], department=Field("", THERE))
    changed = amended(Report("a", (project,)), THERE, "", "文旅局")
    assert changed is not None
    assert text_of(changed.projects[0].department) == "文旅局"


@pytest.mark.parametrize(
    ("old", "new", "part", "expected"),
    [
        ("甲乙丙", "甲丁丙", "乙", "丁"),
        ("甲乙丙", "甲丙", "乙丙", "丙"),
        ("甲乙丙", "甲乙丙丁", "丙", "丙"),
        ("甲乙丙", "丁甲乙丙", "甲乙", "甲乙"),
        ("甲乙丙", "甲X乙丙", "甲乙", "甲X乙"),
        ("甲乙丙", "丁", "甲乙丙", "丁"),
        ("甲乙丙", "丁", "戊", "戊"),
        ("甲乙丙", "丁", "", ""),
    ],
)
def test_part_of_a_changed_text(old: str, new: str, part: str, expected: str) -> None:
    assert carried(old, new, part) == expected


def test_texts_of_a_record_share_the_place_of_their_paragraph(report: Report) -> None:
    own = Source(key="goals.annual")
    project = replace(
        report.projects[0],
        goals=Goals(annual=Field("97", own)),
        conclusion=Field(SENTENCE, Source(key="conclusion")),
        grade=Field("优秀", Source(key="grade")),
        stated_total=Field("96", Source(key="total_score")),
    )
    shared = with_shared_places(Report("a", (project,))).projects[0]
    assert shared.goals.annual == Field("97", THERE)
    assert shared.conclusion == Field(SENTENCE, HERE)
    assert shared.grade == Field("优秀", HERE)
    assert shared.stated_total == project.stated_total
