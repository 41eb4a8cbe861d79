"""Options for the applicable law, and the workplace made of them (适用口径选项)."""

from datetime import date
from typing import Annotated

import typer

from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError
from quanheng.core.report import CREDIBLE_YEARS
from quanheng.law.book import NATIONWIDE, LawBook
from quanheng.law.regions import named_region
from quanheng.law.schemes import AUTO
from quanheng.tasks.workplace import Workplace


def shipped_book() -> LawBook:
    """The shipped law book."""
    # Loading takes a tenth of a second, so only where it is needed.
    from quanheng.law.load import load_book  # noqa: PLC0415

    return load_book()


def workplace_of(
    day: date, region: str | None = None, law: str | None = None
) -> Workplace:
    """The workplace of the tasks of a call."""
    return Workplace(shipped_book(), day, region or NATIONWIDE, law or AUTO)


def _known_region(name: str | None) -> str | None:
    return None if name is None else named_region(name, shipped_book())


RegionOption = Annotated[
    str | None,
    typer.Option(
        "--region", help="地区，如 山西省 region of the report", callback=_known_region
    ),
]
LawOption = Annotated[
    str | None,
    typer.Option("--law", metavar="NAME|auto", help="评价口径 如 2020 scoring scheme"),
]


def credible(year: int | None) -> int | None:
    """Validate an evaluation year.

    Raises:
        QuanhengError: No report can be of that year.
    """
    if year is not None and year not in CREDIBLE_YEARS:
        first, last = CREDIBLE_YEARS[0], CREDIBLE_YEARS[-1]
        raise QuanhengError(
            Words(f"{year} 不是评价年度", f"{year} is no evaluation year"),
            Words(f"应在{first}至{last}之间", f"it is between {first} and {last}"),
        )
    return year


YearOption = Annotated[
    int | None,
    typer.Option(
        "--year",
        callback=credible,
        help="报告未写明时的评价年度 if the report names no year",
    ),
]
