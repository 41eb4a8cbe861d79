"""What a careful hand would carry along after a change (随改), by name."""

import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from decimal import Decimal
from typing import Any, Final

from quanheng.core.field import Field
from quanheng.core.quantity import rounded
from quanheng.testing.mutation.sites import Record

_LEVELS: Final = ("central", "provincial", "municipal", "county")
_SOURCES: Final = ("fiscal", "carryover", "other")
_MONEY: Final = ("initial", "annual", "received", "spent")


def number(text: Any) -> Decimal | None:
    """The one number of a cell, None for a blank or any other text."""
    return Field(str(text)).number if text is not None else None


def is_execution(row: Mapping[str, Any]) -> bool:
    """Whether a row holds the execution rate."""
    return "预算执行" in str(row.get("level1", "")) + str(row.get("level3", ""))


def scored_rows(record: Record) -> Iterator[Record]:
    """The indicator rows other than that of the execution rate."""
    return (row for row in record.get("indicators", ()) if not is_execution(row))


def everywhere(data: Any, old: str, new: str) -> Any:
    """Plain data with a figure replaced wherever it stands as a whole figure."""
    if isinstance(data, str):
        return re.sub(rf"(?<![\d.]){re.escape(old)}(?![\d.])", new, data)
    if isinstance(data, list):
        return [everywhere(item, old, new) for item in data]
    if isinstance(data, dict):
        return {key: everywhere(item, old, new) for key, item in data.items()}
    return data


def add_up_scores(record: Record) -> Record:
    """The total made to fit the scores, wherever it stands."""
    if "total_row" not in record:
        return record
    old = str(record["total_row"].get("score", ""))
    scores = [number(row.get("score")) for row in record["indicators"]]
    scores.append(number(record.get("budget", {}).get("score")))
    new = f"{sum(score for score in scores if score is not None):f}"
    result: Record = everywhere(record, old, new) if old else record
    return result


def work_out_budget(record: Record) -> Record:
    """Sums, balance, rates and the points for them made to fit the amounts."""
    result = deepcopy(record)
    rows = result["budget"]["rows"]
    for name in _MONEY:
        if name in rows:
            _add_up(rows[name])
    for column, cell in rows["spent"].items():
        spent, planned = number(cell), number(rows["annual"].get(column))
        received = number(rows.get("received", {}).get(column))
        if spent is None or not planned:
            continue
        _put(rows, "execution_rate", column, spent / planned * 100)
        if received is not None:
            _put(rows, "balance", column, received - spent)
            _put(rows, "arrival_rate", column, received / planned * 100)
    return add_up_scores(_execution_points(result))


def _add_up(row: Record) -> None:
    levels = [number(row.get(name)) for name in _LEVELS]
    if any(level is not None for level in levels):
        row["fiscal"] = _money(sum(level or 0 for level in levels))
    total = sum(number(row.get(name)) or 0 for name in _SOURCES)
    row["total"] = _money(total)


def _put(rows: Record, name: str, column: str, value: Decimal) -> None:
    if (old := rows.get(name, {}).get(column)) is not None:
        rows[name][column] = _money(value) + ("%" if "%" in old else "")


def _money(value: Decimal | int) -> str:
    return f"{rounded(Decimal(value)):f}"


def _execution_points(record: Record) -> Record:
    rate = number(record["budget"]["rows"]["execution_rate"]["total"])
    share = min((rate or Decimal(0)) / 100, Decimal(1))
    points = f"{rounded(share * 10):f}"
    if "score" in record["budget"]:
        record["budget"]["score"] = points
    for row in record["indicators"]:
        if is_execution(row):
            text = f"{rate:f}%"
            row.update(actual=text, score=points)
            if row.get("completion"):
                row["completion"] = text
    return record


def turn_year_back(record: Record) -> Record:
    """The same report of the year before."""
    found = re.search(r"20\d\d", record["project"]["year"])
    if found is None:
        return record
    result: Record = deepcopy(record)
    result["project"]["year"] = f"{int(found[0]) - 1}年"
    return result


UPKEEP: Final[Mapping[str, Callable[[Record], Record]]] = {
    function.__name__: function for function in (add_up_scores, work_out_budget)
}
"""By the name that the lists of faults call them by."""
