"""Dates of one year's report moved into another year (随年度顺延)."""

from calendar import monthrange
from dataclasses import replace
from datetime import date

from quanheng.core.expression import Deadline, Expression
from quanheng.scoring.reading import RowReading


def moved_row(row: RowReading, years: int) -> RowReading:
    """A row whose points in time are those of so many years later."""
    if not years:
        return row
    return replace(
        row, target=_moved(row.target, years), actual=_moved(row.actual, years)
    )


def _moved(expression: Expression, years: int) -> Expression:
    if not isinstance(expression, Deadline):
        return expression
    start, day = _later(expression.start, years), _later(expression.day, years)
    return replace(expression, start=start, day=day)


def _later(day: date, years: int) -> date:
    """The same day of another year; the last of February stays the last."""
    year = day.year + years
    last, last_then = monthrange(day.year, day.month)[1], monthrange(year, day.month)[1]
    return day.replace(year=year, day=last_then if day.day == last else day.day)
