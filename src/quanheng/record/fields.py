"""The table of fields: the keys of a report in a record (栏目总表).

It drives reading and writing of JSON, YAML and workbooks. The notation of a value
follows from its type; attributes with the same key need no entry.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from quanheng.core.budget import Budget
from quanheng.core.indicator import Indicator
from quanheng.core.layout import TextLayout
from quanheng.core.report import (
    Goals,
    IndicatorTable,
    Preparer,
    Project,
    Section,
    TableShape,
)
from quanheng.forms.coverage import Coverage
from quanheng.forms.recognising.narrative import overview_of
from quanheng.record.kinds import (
    BINDABLE,
    CELLS,
    CHAPTER,
    LABELS,
    LEVEL,
    TABLE_PLACE,
    UNREAD,
    UNUSED,
    Kind,
)

INLINE: Final = ""
"""Instead of a key: the attribute's own keys are among those of its owner."""
_NEVER: Final = object()


@dataclass(frozen=True, slots=True)
class Key:
    """The key of an attribute in a record.

    Attributes:
        path: Its key, with that of a group before it; by default its name.
        label: Its name in a workbook; empty if it has no cell there.
        kind: The kind of its values, if not that of its type.
        omit: The value that is left out.
        is_place: Whether it is left out of records without places.
    """

    path: str | None = None
    label: str = ""
    kind: Kind | None = None
    omit: Any = _NEVER
    is_place: bool = False


PLACE_KEYS: Final = {"at": Key(is_place=True), "also": Key(omit=(), is_place=True)}
"""Keys of places, the same everywhere except in an indicator table."""
KEYS: Final[Mapping[type, Mapping[str, Key]]] = {
    Project: {
        "form": Key(label="表式"),
        "title": Key(label="标题"),
        "name": Key("project.name", "项目名称"),
        "year": Key("project.year", "评价年度"),
        "department": Key("project.department", "主管部门"),
        "unit": Key("project.unit", "实施单位"),
        "preparer": Key(),
        "budget": Key(),
        "goals": Key(),
        "table": Key(INLINE),
        "section_tables": Key(),
        "period_table": Key(omit=None),
        "stated_total": Key("total_score", "自评总分"),
        "grade": Key(label="自评等级"),
        "conclusion": Key(label="评价结论"),
        "sections": Key(),
        "annex": Key(label="附件标题"),
        "attachment_note": Key(label="附件说明"),
        "remarks": Key(),
        "assumed_year": Key(omit=None),
        "layout": Key(is_place=True),
    },
    Preparer: {
        "name": Key(label="填报人"),
        "head": Key(label="负责人"),
        "telephone": Key(label="联系电话"),
        "date": Key(label="填报日期"),
    },
    Budget: {
        "unit": Key(label="预算金额单位"),
        "weight": Key(label="预算执行率分值"),
        "score": Key(label="预算执行率得分"),
        "cells": Key("rows", kind=CELLS),
        "further": Key(label="其他来源金额"),
    },
    Goals: {
        "period": Key(label="实施期目标"),
        "annual": Key(label="年度目标"),
        "actual": Key(label="实际完成情况"),
    },
    IndicatorTable: {
        "labels": Key(kind=LABELS),
        "rows": Key("indicators"),
        "total_weight": Key("total_row.weight"),
        "total_score": Key("total_row.score"),
        "shape": Key(label="指标表形态", omit=TableShape.ONE),
        "at": Key("table_at", kind=TABLE_PLACE, is_place=True),
    },
    Indicator: {
        "level1": Key(label="一级指标"),
        "level1_weight": Key(label="一级权重"),
        "level2": Key(label="二级指标"),
        "level2_weight": Key(label="二级权重"),
        "name": Key("level3", "三级指标"),
        "weight": Key(label="权重"),
        "target": Key(label="目标值"),
        "actual": Key(label="业绩值", kind=BINDABLE),
        "completion": Key(label="完成率"),
        "score": Key(label="得分"),
        "reason": Key(label="偏差原因"),
        "remarks": Key(omit=()),
    },
    Section: {"heading": Key(), "level": Key(kind=LEVEL), "chapter": Key(kind=CHAPTER)},
    TextLayout: {"role": Key(), "setting": Key(INLINE)},
    Coverage: {
        "unused": Key(kind=UNUSED),
        "unread": Key(kind=UNREAD),
    },
}
DRAWN: Final[Mapping[type, Mapping[str, Callable[[Mapping[str, Any]], Any]]]] = {
    Project: {
        "overview": lambda said: overview_of(said.get("sections", ())),
        "table_total": lambda said: (
            said["table"].total_score if said.get("table") else None
        ),
    }
}
"""Attributes derived from others, which have no key."""


def labels_of(kind: type, *above: str) -> dict[str, tuple[str, ...]]:
    """Name of a value in a workbook → the keys of its path."""
    return {
        key.label: (*above, *(key.path or name).split("."))
        for name, key in KEYS[kind].items()
        if key.label
    }
