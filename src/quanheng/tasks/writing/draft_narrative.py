"""Draft the empty chapters of a report (起草正文)."""

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
        report: The report; its own text stays.
        templates: The sentences and their places.
        workplace: Law book, region and scheme.
        form: The form to be printed; each project's own by default.
        other_papers: Other papers, of which last year's report is used.
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
