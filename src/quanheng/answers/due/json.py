"""Deadlines as JSON (到期清单)."""

import json
from typing import Any

from quanheng.answers.due.due import moment_text
from quanheng.core.quantity import plain
from quanheng.tasks.evidence.list_due import DueList
from quanheng.watch.clocks.due import Due


def due_json(listed: DueList, lang: str) -> str:
    """The answer of ``evidence due --format json``; version 1."""
    data = {
        "version": 1,
        "on": moment_text(listed.now),
        "within": listed.within,
        "late": listed.late,
        "running": listed.running,
        "due": [_data(due, listed, lang) for due in listed.due],
        "unwatched": [
            {"register": one.register, "row": one.row, "reason": one.reason.text(lang)}
            for one in listed.unwatched
        ],
        "not_read": [
            {"file": left.file, "reason": left.reason.text(lang)}
            for left in listed.not_read
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _data(due: Due, listed: DueList, lang: str) -> dict[str, Any]:
    limit = due.limit
    return {
        "id": due.identity,
        "state": listed.state(due).value,
        "what": due.what.text(lang),
        "register": due.register,
        "row": due.row,
        "about": due.about or None,
        "owner": due.owner or None,
        "by": moment_text(due.by),
        "days_left": due.days_left(listed.now),
        "since": moment_text(due.since) if due.since else None,
        "limit": limit
        and {
            "parameter": limit.parameter,
            "number": plain(limit.number),
            "unit": limit.unit,
            "document": limit.cite.document,
            "article": limit.cite.article,
            "verified": limit.cite.verified,
        },
        "detail": due.detail.text(lang) or None,
    }
