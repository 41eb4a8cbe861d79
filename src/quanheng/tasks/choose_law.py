"""Project → the law that it is judged by (选定适用口径)."""

from datetime import date
from functools import lru_cache

from quanheng.core.report import Project
from quanheng.law.book import NATIONWIDE, Law
from quanheng.law.load import load_book


def law_for(project: Project, region: str = NATIONWIDE) -> Law:
    """The law that a project is judged by: of the last day of its year (适用口径).

    Without a named year every version may apply.
    """
    return _law_of(project.evaluation_year, region)


@lru_cache(maxsize=64)
def _law_of(year: int | None, region: str) -> Law:
    """One law for all reports of a year and region: its values are chosen once."""
    return load_book().law(date(year, 12, 31) if year else None, region)
