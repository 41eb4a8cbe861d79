"""Why each value was read as it was, as data (读取说明数据)."""

import json
from typing import Any

from quanheng.forms.recognising.judging.path import Choice
from quanheng.record.kinds import place
from quanheng.tasks.reading.explain_reading import Explained, Reason


def explained_json(found: Explained, lang: str) -> str:
    """The values in order, each with place, state and what was decided there."""
    answer = {
        "version": 1,
        "file": found.document.name,
        "values": [_value(reason, lang) for reason in found.reasons],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _value(reason: Reason, lang: str) -> dict[str, Any]:
    field, decision = reason.field, reason.decision
    said: dict[str, Any] = {
        "project": reason.project,
        "name": reason.name.text(lang),
        "state": reason.state.value,
        "raw": field.raw,
        "seen": field.seen,
        "at": place(field.at, lang),
    }
    if decision is not None:
        said |= {
            "label": decision.beside.text if decision.beside else None,
            "head": decision.above.text if decision.above else None,
            "row": _choice(decision.row),
            "column": _choice(decision.column),
            "margin": f"{decision.margin:.2f}",
        }
    return said


def _choice(choice: Choice) -> dict[str, str] | None:
    if not choice.label:
        return None
    return {
        "is": choice.label,
        "runner_up": choice.runner_up,
        "margin": f"{choice.margin:.2f}",
    }
