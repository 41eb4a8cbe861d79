"""The table of fields: what of a report stands where in a record (栏目总表).

It drives what is written as JSON, YAML and a workbook, and what is read from them. How
a value is written follows from its type; only what is called or placed otherwise than
the attribute stands here.
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
"""In place of a key: the keys of the attribute stand among those of its owner."""
_NEVER: Final = object()


@dataclass(frozen=True, slots=True)
class Key:
    """How an attribute stands in a record.

    Attributes:
        path: Its key, with that of a group before it; by default its name.
        label: What it is called in a workbook; empty where it has no cell there.
        kind: How it is written, where its type does not say.
        omit: The value that is left out.
        is_place: Whether it is left out where no places are written.
    """

    path: str | None = None
    label: str = ""
    kind: Kind | None = None
    omit: Any = _NEVER
    is_place: bool = False


PLACE_KEYS: Final = {"at": Key(is_place=True), "also": Key(omit=(), is_place=True)}
"""Places stand under the same keys everywhere, but for that of an indicator table."""
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
"""What is drawn from other attributes, and stands nowhere."""


def labels_of(kind: type, *above: str) -> dict[str, tuple[str, ...]]:
    """What values are called in a workbook, each with the keys that lead to it."""
    return {
        key.label: (*above, *(key.path or name).split("."))
        for name, key in KEYS[kind].items()
        if key.label
    }
