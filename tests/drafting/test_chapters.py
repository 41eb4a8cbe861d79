"""Where drafts stand: in empty chapters only, in the order of the form."""

from dataclasses import replace

import pytest

from quanheng.core.field import Field
from quanheng.core.report import Chapter, Project, Section
from quanheng.document.draft_marks import DRAFT
from quanheng.drafting.draft import draft_project
from quanheng.drafting.templates import shipped_templates
from quanheng.drafting.wording import drafted as marks_in
from quanheng.record.load import load_project
from quanheng.testing.cases import valid_record
from tests.drafting.conftest import DRAFTED, Draft, paper, unwritten


def headings(project: Project) -> list[str]:
    return [s.heading.raw for s in project.sections if s.chapter in DRAFTED]


def draft(project: Project, form: str = "") -> Project:
    return draft_project(paper(project), shipped_templates("zh"), form)


def without_text(project: Project, *chapters: Chapter) -> Project:
    sections = tuple(
        replace(s, paragraphs=()) if s.chapter in chapters else s
        for s in project.sections
    )
    return replace(project, sections=sections)


def test_missing_chapters_are_those_of_the_form(drafted: Draft) -> None:
    assert headings(drafted()) == [
        "三、项目绩效分析",
        "1.项目实施和预算执行情况及分析",
        "2.产出情况及分析",
        "3.效益情况及分析",
        "4.满意度情况及分析",
        "四、项目主要经验做法",
        "五、项目管理中存在问题及原因分析",
        "六、进一步加强项目管理措施及建议",
    ]


def test_transfer_report_has_causes_and_measures_in_one_chapter() -> None:
    project = draft(unwritten(valid_record()), "transfer")
    assert headings(project) == [
        "三、绩效目标完成情况分析",
        "（一）资金投入情况分析",
        "（二）绩效目标完成情况分析",
        "四、偏离绩效目标的原因和下一步改进措施",
    ]


def test_bare_form_gets_chapters_from_one_on() -> None:
    project = replace(unwritten(valid_record()), form="national", sections=())
    assert headings(draft(project))[0] == "一、绩效情况分析"


def test_every_drafted_paragraph_is_marked(drafted: Draft) -> None:
    project = drafted()
    paragraphs = list(project.paragraphs(*DRAFTED))
    assert all(p.raw.startswith(DRAFT.zh) for p in paragraphs)
    assert marks_in([project], "zh") == (len(paragraphs), 5)


def test_written_chapters_stay_as_they_are() -> None:
    project = load_project(valid_record())
    assert draft(project) == project


def test_an_empty_chapter_is_filled_below_its_own_headings() -> None:
    whole = load_project(valid_record())
    project = draft(without_text(whole, Chapter.ANALYSIS, Chapter.PROBLEMS))
    assert headings(project) == headings(whole)
    filled = {s.title: s.text for s in project.chapter(Chapter.ANALYSIS)}
    assert "产出指标共5项" in filled["产出情况及分析"]
    assert "效益指标共2项" in filled["效益情况及分析"]
    assert filled["项目绩效分析"] == ""
    assert project.chapter(Chapter.MEASURES) == whole.chapter(Chapter.MEASURES)


def test_a_chapter_with_one_written_section_stays() -> None:
    whole = load_project(valid_record())
    sections = tuple(
        replace(s, paragraphs=()) if s.title == "效益情况及分析" else s
        for s in whole.sections
    )
    project = replace(whole, sections=sections)
    assert draft(project) == project


def test_what_has_no_section_of_its_own_goes_below_the_chapter() -> None:
    whole = unwritten(valid_record())
    own = (
        Section(Field("三、绩效分析"), 1, Chapter.ANALYSIS),
        Section(Field("（一）产出情况"), 2, Chapter.ANALYSIS),
    )
    project = draft(replace(whole, sections=(*whole.sections, *own)))
    chapter, output = project.chapter(Chapter.ANALYSIS)
    assert "预算执行率95%" in chapter.text
    assert "效益指标共2项" in chapter.text
    assert "产出指标共5项" in output.text


@pytest.mark.parametrize("chapter", DRAFTED)
def test_a_chapter_is_put_between_its_neighbours(chapter: Chapter) -> None:
    whole = load_project(valid_record())
    sections = tuple(s for s in whole.sections if s.chapter is not chapter)
    project = draft(replace(whole, sections=sections))
    assert headings(project) == headings(whole)


def test_drafting_again_changes_nothing(drafted: Draft) -> None:
    project = drafted()
    assert draft(project) == project


@pytest.mark.parametrize(
    ("before", "heading"),
    [
        ("一", "三、项目绩效分析"),
        ("九", "十、项目绩效分析"),
        ("十一", "十二、项目绩效分析"),
        ("十九", "二十、项目绩效分析"),
        ("二十", "二十一、项目绩效分析"),
    ],
)
def test_a_chapter_is_numbered_behind_those_before_it(
    before: str, heading: str
) -> None:
    whole = unwritten(valid_record())
    own = Section(Field(f"{before}、项目绩效情况"), 1, Chapter.PERFORMANCE)
    assert headings(draft(replace(whole, sections=(own,))))[0] == heading


def test_a_chapter_between_two_parts_of_another_leaves_that_alone() -> None:
    whole = load_project(valid_record())
    split = (
        Section(Field("三、绩效分析"), 1, Chapter.ANALYSIS),
        Section(
            Field("四、产出经验"), 1, Chapter.EXPERIENCE, (Field("按月轮换图书。"),)
        ),
        Section(Field("（二）产出情况"), 2, Chapter.ANALYSIS),
    )
    project = draft(replace(whole, sections=split))
    assert [s.text for s in project.chapter(Chapter.EXPERIENCE)] == ["按月轮换图书。"]
    assert "产出指标共5项" in project.sections[2].text


def test_a_chapter_of_no_layout_keeps_its_place_by_its_number() -> None:
    whole = unwritten(valid_record())
    others = tuple(
        Section(Field(heading), 1, Chapter.OTHER, (Field("略。"),))
        for heading in ("二、自评工作开展情况", "五、自评结果公开情况")
    )
    project = draft(replace(whole, sections=others), "transfer")
    assert [s.heading.raw for s in project.sections if s.level == 1] == [
        "二、自评工作开展情况",
        "三、绩效目标完成情况分析",
        "四、偏离绩效目标的原因和下一步改进措施",
        "五、自评结果公开情况",
    ]
