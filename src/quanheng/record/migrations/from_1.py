"""Migration from version 1, without places of rows and tables (第1版数据)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from quanheng.core.bilingual import Words
from quanheng.core.report import TableShape
from quanheng.core.source import WHOLE_FILE, Source
from quanheng.core.unread import NOT_UNDERSTOOD, PICTURED, SCANNED

_WHOLE_PERIOD = Words("的实施期指标未读入", "indicators of the whole period, not read")
_REASONS = (SCANNED, PICTURED, _WHOLE_PERIOD, NOT_UNDERSTOOD)


def from_1(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The record with places of rows and tables, taken from those of values."""
    changed = dict(_with_tables(data))
    for part, change in ("projects", _with_tables), ("unread", _with_reason):
        if isinstance(data.get(part), list):
            changed[part] = [change(item) for item in data[part]]
    return changed


def _with_tables(project: Any) -> Any:
    """A project with the places of its tables; what is no project stays."""
    if not isinstance(project, Mapping):
        return project
    changed = dict(_placed(project))
    if isinstance(tables := project.get("section_tables"), list):
        changed["section_tables"] = [_placed(table) for table in tables]
    return changed


def _placed(table: Any) -> Any:
    rows = table.get("indicators") if isinstance(table, Mapping) else None
    places = [_place_of(row) for row in rows] if isinstance(rows, list) else []
    if not places or WHOLE_FILE in places:
        return table
    first = replace(places[0], row=0)
    tables = {replace(place, row=0) for place in places}
    shape = TableShape.SEVERAL if len(tables) > 1 else TableShape.ONE
    return {
        **table,
        "table_at": {"path": first.path},
        "shape": (shape if first.table or first.sheet else TableShape.LINES).value,
        "indicators": [
            {**row, "at": {"path": at.path}}
            for row, at in zip(table["indicators"], places, strict=True)
        ],
    }


def _place_of(row: Any) -> Source:
    """The place of a row, from that of its name; the whole file if it has none."""
    name = row.get("level3") if isinstance(row, Mapping) else None
    at = name.get("at") if isinstance(name, Mapping) else None
    path = at.get("path") if isinstance(at, Mapping) else None
    return replace(Source.parse(str(path or "")), column=0)


def _with_reason(part: Any) -> Any:
    if not isinstance(part, Mapping) or "reason" in part:
        return part
    why = str(part.get("why") or "")
    known = next((words for words in _REASONS if why in (words.zh, words.en)), None)
    zh, en = (known.zh, known.en) if known else (why, why)
    return {**part, "reason": {"zh": zh, "en": en}}
