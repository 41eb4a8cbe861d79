"""Chapters that a report has still to write, drafted from its figures (起草)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain
from typing import Final

from quanheng.core.field import Field, text_of
from quanheng.core.report import Chapter, Project, Section
from quanheng.drafting.budget_facts import money_facts
from quanheng.drafting.fact import Fact
from quanheng.drafting.indicator_facts import Standing, row_facts, standings
from quanheng.drafting.paper import Paper
from quanheng.drafting.problem_facts import problem_facts
from quanheng.drafting.survey_facts import survey_facts
from quanheng.drafting.templates import ChapterPlan, SectionPlan, Templates
from quanheng.drafting.wording import Wording
from quanheng.drafting.year_on_year import beside_facts, twins_of
from quanheng.language.clauses import items
from quanheng.language.patterns.heading_numbers import (
    NumberLevel,
    heading_number,
    number_of,
)

SHORTEST: Final = "self_evaluation.min_analysis_length"
_ORDER: Final = {chapter: number for number, chapter in enumerate(Chapter)}


def draft_project(
    paper: Paper, templates: Templates, form: str = "", previous: Paper | None = None
) -> Project:
    """The project with its empty chapters drafted; what is written stays.

    Args:
        paper: The project with its scores.
        templates: Sentences and outlines.
        form: The layout; the project's own where none is named.
        previous: Last year's report, None without one.
    """
    facts = tuple(facts_of(paper, previous))
    shortest = paper.law.number(SHORTEST)
    project = paper.project
    sections = project.sections
    for plan in templates.outline(form or project.form):
        drafted = [
            (part, tuple(_paragraphs(part, facts, templates.wording, shortest)))
            for part in plan.sections
        ]
        if _is_empty(sections, plan.chapter):
            told = [(part, paragraphs) for part, paragraphs in drafted if paragraphs]
            sections = _with_chapter(sections, plan, told)
    return replace(project, sections=sections)


def facts_of(paper: Paper, previous: Paper | None = None) -> Iterator[Fact]:
    """All that the figures say (事实)."""
    rows = standings(paper)
    yield from money_facts(paper)
    yield from row_facts(rows, paper.law)
    yield from survey_facts(paper, rows)
    missed_before: list[Standing] = []
    if previous is not None:
        twins = twins_of(rows, standings(previous), paper.law)
        yield from beside_facts(paper, previous, twins)
        missed_before = [row for row, last in twins if last.is_problem]
    yield from problem_facts(paper, rows, previous, missed_before.__contains__)
    if items(text_of(paper.project.overview.plan)):
        yield Fact("plan")
    yield Fact("experience")


def _paragraphs(
    part: SectionPlan, facts: Sequence[Fact], wording: Wording, shortest: Decimal
) -> Iterator[Field]:
    """The drafted paragraphs of a section; what is too short to tell asks for more."""
    told = [_told(part, names, facts) for names in part.paragraphs]
    if part.heading and len(wording.paragraph(chain(*told))) < shortest:
        told[0].append(Fact("untold"))
    for paragraph in told:
        if text := wording.paragraph(paragraph):
            yield Field(text)


def _told(part: SectionPlan, names: Sequence[str], facts: Sequence[Fact]) -> list[Fact]:
    """The facts of a paragraph: in its order, and of its section's categories."""
    return [
        fact
        for name in names
        for fact in facts
        if fact.name == name and (not part.of or fact.category in part.of)
    ]


_Drafted = Iterable[tuple[SectionPlan, tuple[Field, ...]]]


def _is_empty(sections: Sequence[Section], chapter: Chapter) -> bool:
    return not any(s.text.strip() for s in sections if s.chapter is chapter)


def _with_chapter(
    sections: tuple[Section, ...], plan: ChapterPlan, drafted: _Drafted
) -> tuple[Section, ...]:
    own = [n for n, s in enumerate(sections) if s.chapter is plan.chapter]
    if own:
        first, end = own[0], own[-1] + 1
        filled = _filled(sections[first:end], plan, drafted)
        return (*sections[:first], *filled, *sections[end:])
    place = _place(sections, plan)
    heading = Field(_heading(sections[:place], plan))
    chapter = _filled((Section(heading, 1, plan.chapter),), plan, drafted)
    return (*sections[:place], *chapter, *sections[place:])


def _filled(
    own: Sequence[Section], plan: ChapterPlan, drafted: _Drafted
) -> Iterator[Section]:
    """The empty sections of a chapter with the drafts below their headings.

    A draft without a heading of its own goes below that of the chapter; so does one
    whose place the chapter, which has other sections, does not have.
    """
    texts: list[tuple[Field, ...]] = [() for _ in own]
    new: list[Section] = []
    for part, paragraphs in drafted:
        there = [
            n
            for n, section in enumerate(own)
            if n
            and section.chapter is plan.chapter
            and part.words.search(section.heading.raw)
        ]
        if part.heading and not there and len(own) == 1:
            new.append(
                Section(Field(part.heading), part.level, plan.chapter, paragraphs)
            )
        else:
            place = there[0] if part.heading and there else 0
            texts[place] += paragraphs
    for section, paragraphs in zip(own, texts, strict=True):
        yield replace(section, paragraphs=paragraphs) if paragraphs else section
    yield from new


def _place(sections: Sequence[Section], plan: ChapterPlan) -> int:
    """Where a chapter goes: behind all that come before it.

    What no layout knows comes before it by its number.
    """
    place = number = 0
    for end, section in enumerate(sections, 1):
        number = _chapter_number(section) or number
        if section.chapter is Chapter.OTHER:
            is_before = number < plan.number
        else:
            is_before = _ORDER[section.chapter] < _ORDER[plan.chapter]
        if is_before or not section.level:
            place = end
    return place


def _heading(before: Sequence[Section], plan: ChapterPlan) -> str:
    """The heading of a chapter, its number no lower than those before it."""
    last = max(map(_chapter_number, before), default=0)
    number = number_of(NumberLevel.FIRST, max(plan.number, last + 1))
    return f"{number}{plan.heading}"


def _chapter_number(section: Section) -> int:
    """The number of a chapter that begins with this section, 0 where none does."""
    number = heading_number(section.heading.raw)
    return number.value if number and number.level is NumberLevel.FIRST else 0
