"""How long the law gives (法定时限)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from quanheng.core.errors import ParameterNotInForceError
from quanheng.evidence.time_limits import end_of_limit
from quanheng.law.book import LawBook
from quanheng.law.citation import Citation


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit of the law as it was on a day (法定时限).

    Attributes:
        parameter: Its name: ``petition.handling_days``.
        number: How long.
        unit: days, working_days, hours, months or percent.
        cite: Where it stands.
    """

    parameter: str
    number: Decimal
    unit: str
    cite: Citation

    def end(self, start: date, extension: int = 0) -> date:
        """When it ends after a start, some days of extension added."""
        return end_of_limit(start, int(self.number), self.unit, extension)


def limit_on(book: LawBook, name: str, day: date, region: str) -> Limit | None:
    """The limit in force on a day, None before there was one."""
    law = book.law(day, region)
    try:
        value = law.versions(name)[0]
    except ParameterNotInForceError:
        return None
    return Limit(name, law.number(name), book.parameters[name].unit, value.cite)
