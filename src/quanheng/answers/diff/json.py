"""Differences as JSON, contract version 1 (比对结果数据)."""

import json
from typing import Any, Final

from quanheng.answers.diff.words import counts, differs, shown
from quanheng.answers.findings.json import project_name
from quanheng.comparing.change import (
    Change,
    Difference,
    Differences,
    Effect,
    Lack,
    ProjectDifferences,
    Trend,
)
from quanheng.core.field import Field
from quanheng.core.quantity import plain
from quanheng.record.kinds import place

CONTRACT_VERSION: Final = 1


def diff_json(found: Differences, lang: str, *, everything: bool) -> str:
    """The answer of ``diff --format json``."""
    answer = {
        "version": CONTRACT_VERSION,
        "old": found.old,
        "new": found.new,
        "differs": differs(found, everything=everything),
        "projects": [
            _project(project, lang, everything=everything) for project in found.projects
        ],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1)


def _project(
    project: ProjectDifferences, lang: str, *, everything: bool
) -> dict[str, Any]:
    return {
        "old": project_name(project.old) if project.old else None,
        "new": project_name(project.new) if project.new else None,
        "occasion": project.occasion.value,
        "counts": counts(project),
        "only_in_one": [_lack(lack, lang) for lack in project.lacks],
        "trends": [_trend(trend, lang) for trend in project.trends],
        "changes": [
            _change(change, lang) for change in shown(project, everything=everything)
        ],
    }


def _change(change: Change, lang: str) -> dict[str, Any]:
    return {
        "part": change.part.value,
        "row": change.row.text(lang) or None,
        "key": change.key,
        "label": change.label.text(lang),
        "kind": change.kind.value,
        "old": _field(change.old, lang),
        "new": _field(change.new, lang),
        "difference": _difference(change.difference),
        "effect": _effect(change.effect),
    }


def _field(field: Field | None, lang: str) -> dict[str, Any] | None:
    if field is None:
        return None
    return {"raw": field.raw, "at": place(field.at, lang)}


def _difference(left: Difference | None) -> dict[str, str | None] | None:
    if left is None:
        return None
    percent = None if left.percent is None else plain(left.percent)
    return {"value": plain(left.value), "unit": left.unit or None, "percent": percent}


def _effect(effect: Effect | None) -> str | None:
    return effect.value if effect else None


def _lack(lack: Lack, lang: str) -> dict[str, Any]:
    return {
        "side": "old" if lack.is_old else "new",
        "part": lack.part.value,
        "labels": [label.text(lang) for label in lack.labels],
    }


def _trend(trend: Trend, lang: str) -> dict[str, Any]:
    return {
        "label": trend.label.text(lang),
        "old": trend.old,
        "new": trend.new,
        "difference": _difference(trend.difference),
        "effect": _effect(trend.effect),
    }
