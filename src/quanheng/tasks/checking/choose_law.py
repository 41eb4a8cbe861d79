"""Project → the law that it is judged by (选定适用口径)."""

from datetime import date
from functools import lru_cache

from quanheng.core.report import Project
from quanheng.law.book import NATIONWIDE, Law
from quanheng.law.load import load_book
from quanheng.law.schemes import AUTO, law_under


def law_for(project: Project, region: str = NATIONWIDE, scheme: str = AUTO) -> Law:
    """The law that a project is judged by: of the last day of its year (适用口径).

    Without a named year every version may apply.

    Args:
        project: The project.
        region: Its region, 全国 where unknown.
        scheme: ``auto``, or the scheme that is picked by name.

    Raises:
        ParameterNotInForceError: There is no such scheme.
    """
    return _law_of(project.evaluation_year, region, scheme)


@lru_cache(maxsize=64)
def _law_of(year: int | None, region: str, scheme: str) -> Law:
    """One law for all reports of a year and region: its values are chosen once."""
    day = date(year, 12, 31) if year else None
    return law_under(load_book(), scheme, day, region)
