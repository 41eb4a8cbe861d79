"""Report → the same report with its empty chapters drafted (起草正文)."""

from dataclasses import replace

from quanheng.core.report import Project, Report
from quanheng.drafting.draft import draft_project
from quanheng.drafting.paper import Paper
from quanheng.drafting.templates import Templates
from quanheng.scoring.scorecard import score_project
from quanheng.tasks.checking.other_papers import NO_OTHER_PAPERS, OtherPapers
from quanheng.tasks.workplace import Workplace


def draft_narrative(
    report: Report,
    templates: Templates,
    workplace: Workplace,
    *,
    form: str = "",
    other_papers: OtherPapers = NO_OTHER_PAPERS,
) -> Report:
    """Draft the chapters on results, problems and measures that are still empty.

    Args:
        report: The report; what is written in it stays.
        templates: The sentences and where they stand.
        workplace: Law book, region and scheme.
        form: The layout that is to be printed; each project's own by default.
        other_papers: What was handed over beside it; last year's report counts.
    """

    def paper(project: Project) -> Paper:
        law = workplace.law_of(project)
        return Paper(project, score_project(project, law), law)

    own_papers = other_papers.of_projects(report, workplace)
    projects = tuple(
        draft_project(
            paper(project),
            templates,
            form,
            paper(papers.previous) if papers.previous else None,
        )
        for project, papers in zip(report.projects, own_papers, strict=True)
    )
    return replace(report, projects=projects)
