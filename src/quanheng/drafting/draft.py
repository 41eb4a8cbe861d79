"""Drafts the empty chapters of a report from its figures (起草)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain
from typing import Final

from quanheng.core.field import Field, text_of
from quanheng.core.report import Chapter, Project, Section
from quanheng.drafting.budget_facts import budget_facts
from quanheng.drafting.fact import Fact
from quanheng.drafting.indicator_facts import RowOutcome, row_facts, row_outcomes
from quanheng.drafting.paper import Paper
from quanheng.drafting.problem_facts import problem_facts
from quanheng.drafting.survey_facts import survey_facts
from quanheng.drafting.templates import ChapterPlan, SectionPlan, Templates
from quanheng.drafting.wording import Wording
from quanheng.drafting.year_on_year import comparison_facts, matched_rows
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
    """The project with its empty chapters drafted; written chapters are unchanged.

    Args:
        paper: The project with its scores.
        templates: Sentences and outlines.
        form: The layout; by default the project's own.
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
            filled = [(part, paragraphs) for part, paragraphs in drafted if paragraphs]
            sections = _with_chapter(sections, plan, filled)
    return replace(project, sections=sections)


def facts_of(paper: Paper, previous: Paper | None = None) -> Iterator[Fact]:
    """All facts that follow from the figures (事实)."""
    rows = row_outcomes(paper)
    yield from budget_facts(paper)
    yield from row_facts(rows, paper.law)
    yield from survey_facts(paper, rows)
    missed_before: list[RowOutcome] = []
    if previous is not None:
        pairs = matched_rows(rows, row_outcomes(previous), paper.law)
        yield from comparison_facts(paper, previous, pairs)
        missed_before = [row for row, last in pairs if last.is_problem]
    yield from problem_facts(paper, rows, previous, missed_before.__contains__)
    if items(text_of(paper.project.overview.plan)):
        yield Fact("plan")
    yield Fact("experience")


def _paragraphs(
    part: SectionPlan, facts: Sequence[Fact], wording: Wording, shortest: Decimal
) -> Iterator[Field]:
    """The drafted paragraphs of a section; one that is too short asks for more."""
    paragraphs = [_facts_in(part, names, facts) for names in part.paragraphs]
    if part.heading and len(wording.paragraph(chain(*paragraphs))) < shortest:
        paragraphs[0].append(Fact("untold"))
    for paragraph in paragraphs:
        if text := wording.paragraph(paragraph):
            yield Field(text)


def _facts_in(
    part: SectionPlan, names: Sequence[str], facts: Sequence[Fact]
) -> list[Fact]:
    """The facts of a paragraph in its order, of the categories of its section."""
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
    """The empty sections of a chapter with the drafts under their headings.

    A draft without a heading goes under the heading of the chapter, as does one for
    which a chapter with sections of its own has no section.
    """
    texts: list[tuple[Field, ...]] = [() for _ in own]
    new: list[Section] = []
    for part, paragraphs in drafted:
        place = next((n for n, s in enumerate(own) if n and _fits(part, plan, s)), 0)
        if part.heading and not place and len(own) == 1:
            heading = Field(part.heading)
            new.append(Section(heading, part.level, plan.chapter, paragraphs))
        else:
            texts[place if part.heading else 0] += paragraphs
    for section, paragraphs in zip(own, texts, strict=True):
        yield replace(section, paragraphs=paragraphs) if paragraphs else section
    yield from new


def _fits(part: SectionPlan, plan: ChapterPlan, section: Section) -> bool:
    is_same_chapter = section.chapter is plan.chapter
    return is_same_chapter and bool(part.words.search(section.heading.raw))


def _place(sections: Sequence[Section], plan: ChapterPlan) -> int:
    """The position of a new chapter; chapters unknown to the layout go by number."""
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
    """The heading of a chapter, numbered after the chapters before it."""
    last = max(map(_chapter_number, before), default=0)
    number = number_of(NumberLevel.FIRST, max(plan.number, last + 1))
    return f"{number}{plan.heading}"


def _chapter_number(section: Section) -> int:
    """The number of a chapter that begins with this section, 0 where none does."""
    number = heading_number(section.heading.raw)
    return number.value if number and number.level is NumberLevel.FIRST else 0
