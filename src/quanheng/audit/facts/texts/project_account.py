"""How a report describes its project (项目自述)."""

from typing import Final

from quanheng.core.field import text_of
from quanheng.core.report import Project
from quanheng.language.similarity import bare
from quanheng.law.book import Law

GENERIC_PROJECTS: Final = "words.generic_projects"
SHORTEST_ACCOUNT: Final = 30
"""A shorter overview (in characters) does not show what belongs to the project."""


def overview_text(project: Project) -> str:
    """The overview of the project: summary, necessity and plan."""
    overview = project.overview
    parts = (overview.summary, overview.necessity, overview.plan)
    return "\n".join(text_of(part) for part in parts)


def goals_text(project: Project) -> str:
    """Both goals."""
    return f"{text_of(project.goals.period)}\n{text_of(project.goals.annual)}"


def names_text(project: Project) -> str:
    """Project, unit and department, with the basis and the safeguards."""
    overview = project.overview
    parts = (
        project.name,
        project.unit,
        project.department,
        overview.basis,
        overview.safeguards,
    )
    return "\n".join(text_of(part) for part in parts)


def is_described(project: Project, law: Law) -> bool:
    """Whether name and overview show what belongs to the project."""
    name = text_of(project.name)
    if not name or name.endswith(law.words(GENERIC_PROJECTS)):
        return False
    return len(bare(overview_text(project))) >= SHORTEST_ACCOUNT
