"""Report → the same report with its empty chapters drafted (起草正文)."""

from dataclasses import replace

from quanheng.core.report import Project, Report
from quanheng.drafting.draft import draft_project
from quanheng.drafting.paper import Paper
from quanheng.drafting.templates import Templates
from quanheng.law.book import NATIONWIDE
from quanheng.law.schemes import AUTO
from quanheng.scoring.scorecard import score_project
from quanheng.tasks.checking.choose_law import law_for
from quanheng.tasks.checking.other_papers import NO_OTHER_PAPERS, OtherPapers


def draft_narrative(
    report: Report,
    templates: Templates,
    *,
    form: str = "",
    other_papers: OtherPapers = NO_OTHER_PAPERS,
    region: str = NATIONWIDE,
    scheme: str = AUTO,
) -> Report:
    """Draft the chapters on results, problems and measures that are still empty.

    Args:
        report: The report; what is written in it stays.
        templates: The sentences and where they stand.
        form: The layout that is to be printed; each project's own by default.
        other_papers: What was handed over beside it; last year's report counts.
        region: The region whose parameters apply.
        scheme: ``auto``, or the scheme of scoring that is picked by name.
    """

    def paper(project: Project) -> Paper:
        law = law_for(project, region, scheme)
        return Paper(project, score_project(project, law), law)

    beside = other_papers.of_projects(report)
    projects = tuple(
        draft_project(
            paper(project),
            templates,
            form,
            paper(papers.previous) if papers.previous else None,
        )
        for project, papers in zip(report.projects, beside, strict=True)
    )
    return replace(report, projects=projects)
