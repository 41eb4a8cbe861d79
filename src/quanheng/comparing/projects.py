"""The projects of two papers brought together (项目对应)."""

from collections.abc import Sequence

from quanheng.comparing.counterparts import NAME_SIMILARITY
from quanheng.core.field import text_of
from quanheng.core.report import Project, Report
from quanheng.language.comparison.pairing import pairs_of_names
from quanheng.law.book import Law


def matched_projects(
    report: Report, paper: Report, law: Law
) -> tuple[Project | None, ...]:
    """What another paper says on each project of a report, in its order.

    By name; a single project in both papers is the same one whatever its name.
    """
    if len(report.projects) == len(paper.projects) == 1:
        return paper.projects
    pairs = pairs_of_names(
        _names(report.projects), _names(paper.projects), law.number(NAME_SIMILARITY)
    )
    found = {pair.one: paper.projects[pair.other] for pair in pairs}
    return tuple(found.get(position) for position in range(len(report.projects)))


def _names(projects: Sequence[Project]) -> list[str]:
    return [text_of(project.name) for project in projects]
