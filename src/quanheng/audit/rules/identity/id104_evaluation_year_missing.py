from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import text_of
from quanheng.core.report import Project
from quanheng.language.patterns.named_years import names_a_year, qualified_years


@rule(
    code="ID104",
    name="evaluation-year-missing",
    title=Words("评价年度缺失", "Evaluation year missing"),
    message=Words(
        "标题、表头和评价结论均未注明评价年度，应补充",
        "neither title, head nor conclusion names the evaluation year",
    ),
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "附1 自评表"),),
    judges_whole=True,
)
def evaluation_year_missing(dossier: Dossier) -> Iterator[Answer]:
    """The report doesn't say which year (评价年度) it evaluates.

    Why it matters:
        Budget, targets and the law that applies are all of one year.

    What it leaves alone:
        A year in the project's name, the annex heading, the conclusion, or beside
        自评 or 年度目标 anywhere in the text. A submission that supplies the year
        needs its workflow and comes with that input.
    """
    project = dossier.project
    if project.named_year is not None or _is_named(project):
        return
    place = project.year or project.head
    yield Hit.on(place)


def _is_named(project: Project) -> bool:
    heads = (
        project.title,
        project.year,
        project.name,
        project.conclusion,
        project.annex,
    )
    if any(names_a_year(text_of(field)) for field in heads):
        return True
    before = (s for s in project.sections if s.level == 0)
    if any(names_a_year(f"{s.heading.raw}\n{s.text}") for s in before):
        return True
    return any(any(qualified_years(text.raw, ())) for text in project.texts())
