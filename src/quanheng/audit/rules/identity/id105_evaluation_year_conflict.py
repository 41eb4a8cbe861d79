import re
from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import Field, text_of
from quanheng.core.report import Chapter, Project
from quanheng.language.patterns.named_years import QualifiedYear, qualified_years

OTHER_YEARS = "words.other_years"
_OPENING: Final = re.compile(r"\s*20\d{2}\s*年度?(?!\s*[至到—–~～-])")


@rule(
    code="ID105",
    name="evaluation-year-conflict",
    title=Words("评价年度前后不一致", "Two different evaluation years"),
    message=Words(
        "评价年度为{year}年，此处写为“{words}”，应一致",
        "the evaluation year is {year}, but here it says “{words}”",
    ),
    severity=Severity.ERROR,
    basis=(("财预〔2020〕10号", "附1 自评表"),),
    law=(OTHER_YEARS,),
)
def evaluation_year_conflict(dossier: Dossier) -> Iterator[Answer]:
    """The text evaluates another year than the head of the form (评价年度).

    Why it matters:
        A text carried over from last year makes every figure in it doubtful.

    What it leaves alone:
        Years in document titles and numbers, in the project's name, in clauses on
        earlier or coming years, ranges of years, and the chapters on problems and
        measures. The year of the submission needs its workflow.

    Catalogue:
        The year of 年度预算 is not compared: the text rightly names budgets of other
        years where it says how the money came about.
    """
    project = dossier.project
    year = project.named_year
    also = (project.year.at,) if project.year else ()
    if year is None:
        yield not_applicable("未注明评价年度", "the evaluation year is not named")
        return
    other = dossier.law.words(OTHER_YEARS)
    for field in _fields(project):
        named = _years(field, project, other)
        wrong = next((each for each in named if each.year != year), None)
        if wrong and all(each.year != year for each in named):
            yield Hit.on(field, {"year": year, "words": wrong.words}, also=also)
    goal = project.goals.annual
    opening = _OPENING.match(goal.raw) if goal else None
    if goal and opening and str(year) not in goal.raw:
        yield Hit.on(goal, {"year": year, "words": opening.group()}, also=also)


def _fields(project: Project) -> Iterator[Field]:
    for section in project.sections:
        if section.chapter in (Chapter.PROBLEMS, Chapter.MEASURES):
            continue
        if section.heading.raw:
            yield section.heading
        yield from section.paragraphs
    if project.annex:
        yield project.annex


def _years(
    field: Field, project: Project, other: tuple[str, ...]
) -> tuple[QualifiedYear, ...]:
    name = text_of(project.name)
    text = field.raw.replace(name, "") if name else field.raw
    return tuple(qualified_years(text, other))
