"""Law book, day, region and scheme of a task (工作口径)."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from quanheng.core.report import Project
from quanheng.law.book import NATIONWIDE, Law, LawBook
from quanheng.law.schemes import AUTO, law_under


@dataclass(frozen=True, slots=True)
class Workplace:
    """Law book, day, region and scheme of a task (工作口径).

    Attributes:
        book: All parameters: the shipped ones, or overridden by an office's own.
        day: The day of the work; only the command line reads a clock.
        region: The region whose parameters apply, 全国 where unknown.
        scheme: ``auto``, or the name of a scoring scheme.
    """

    book: LawBook
    day: date
    region: str = NATIONWIDE
    scheme: str = AUTO

    def law_of(self, project: Project) -> Law:
        """The law of a project, that of the last day of its year (适用口径).

        Without a year every version may apply.

        Raises:
            ParameterNotInForceError: There is no such scheme.
        """
        year = project.evaluation_year
        return self.law_on(date(year, 12, 31) if year else None)

    def law_on(self, day: date | None) -> Law:
        """The law of a day; None for every day.

        Raises:
            ParameterNotInForceError: There is no such scheme.
        """
        return _law(self.book, self.scheme, day, self.region)


@lru_cache(maxsize=64)
def _law(book: LawBook, scheme: str, day: date | None, region: str) -> Law:
    """The law for all reports of a year and region, with its values chosen once."""
    return law_under(book, scheme, day, region)
