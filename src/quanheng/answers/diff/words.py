"""The words and counts of differences that all formats share (差异用词)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Final

from quanheng.comparing.change import (
    Change,
    Difference,
    Differences,
    Effect,
    Kind,
    Lack,
    Occasion,
    Part,
    ProjectDifferences,
    Trend,
)
from quanheng.core.bilingual import COMMA, SERIES, Words
from quanheng.core.field import text_of
from quanheng.core.quantity import plain

PART_WORDS: Final = {
    Part.PROJECT: Words("项目", "project"),
    Part.HEAD: Words("基本信息", "head"),
    Part.BUDGET: Words("预算", "budget"),
    Part.GOALS: Words("绩效目标", "goals"),
    Part.INDICATORS: Words("指标", "indicators"),
    Part.CHAPTER_TABLES: Words("正文中的指标表", "tables in the chapters"),
    Part.RESULT: Words("自评结果", "result"),
    Part.NARRATIVE: Words("正文", "narrative"),
    Part.REMARKS: Words("其他栏目", "remarks"),
}
KIND_WORDS: Final = {
    Kind.CHANGED: Words("修改", "changed"),
    Kind.ADDED: Words("新增", "added"),
    Kind.REMOVED: Words("删去", "removed"),
    Kind.REWRITTEN: Words("同值异写", "same value, written differently"),
}
EFFECT_WORDS: Final = {
    Effect.TIGHTENED: Words("收紧", "tightened"),
    Effect.LOOSENED: Words("放宽", "loosened"),
    Effect.BETTER: Words("变好", "better"),
    Effect.WORSE: Words("变差", "worse"),
}
OCCASION_WORDS: Final = {
    Occasion.APPROVED: Words("批复与自评", "approval and self-evaluation"),
    Occasion.YEARS: Words("两个年度", "two years"),
    Occasion.VERSIONS: Words("两个版本", "two versions"),
}
TRENDS: Final = Words("趋势", "Trend")
LEVEL: Final = Words("持平", "unchanged")
NO_DIFFERENCE: Final = Words("无差异", "no differences")
NAMELESS: Final = Words("未写明项目名称", "no project name")
OLD: Final = Words("旧", "old")
NEW: Final = Words("新", "new")
_WHOLES: Final = frozenset({"project", "row", "section", "paragraph"})
_UNITS: Final = {"个百分点": " percentage points", "天": " days"}


def shown(project: ProjectDifferences, *, everything: bool) -> tuple[Change, ...]:
    """The changes to show: with ``everything`` also values written differently."""
    if everything:
        return project.changes
    return tuple(c for c in project.changes if c.kind is not Kind.REWRITTEN)


def differs(found: Differences, *, everything: bool) -> bool:
    """Whether there is any difference to show."""
    return any(
        project.lacks or shown(project, everything=everything)
        for project in found.projects
    )


def by_part(
    changes: Sequence[Change],
) -> Iterator[tuple[Part, list[tuple[Words, list[Change]]]]]:
    """Changes grouped by part, then by row, in their order."""
    for part, group in groupby(changes, key=lambda change: change.part):
        rows = groupby(group, key=lambda change: change.row)
        yield part, [(row, list(inner)) for row, inner in rows]


def project_title(project: ProjectDifferences, lang: str) -> str:
    """The project's name; both where it was renamed."""
    names = [text_of(p.name) for p in (project.old, project.new) if p and p.name]
    return " → ".join(dict.fromkeys(names)) or NAMELESS.text(lang)


def difference_text(left: Difference | None, lang: str) -> str:
    """A difference as ``+2个百分点（+2.11%）``; empty without one."""
    if left is None:
        return ""
    if not left.value:
        return LEVEL.text(lang)
    unit = Words(left.unit, _UNITS.get(left.unit, left.unit)).text(lang)
    said = f"{signed(left.value)}{unit}"
    if left.percent is None:
        return said
    percent = f"{signed(left.percent)}%"
    return Words(f"{said}（{percent}）", f"{said} ({percent})").text(lang)


def signed(value: Decimal) -> str:
    """A number with its sign, zero without one."""
    return f"+{plain(value)}" if value > 0 else plain(value)


def outcome_text(change: Change | Trend, lang: str) -> str:
    """The difference of a value and its effect; empty if neither is known."""
    parts = [difference_text(change.difference, lang)]
    if change.effect is not None:
        parts.append(EFFECT_WORDS[change.effect].text(lang))
    return COMMA.text(lang).join(part for part in parts if part)


def label_text(change: Change, lang: str) -> str:
    """The name of the cell; a whole row or section with 新增 or 删去 before it."""
    label = change.label.text(lang)
    if change.key not in _WHOLES or change.kind is Kind.CHANGED:
        return label
    kind = KIND_WORDS[change.kind].text(lang)
    return Words(f"{kind}{label}", f"{kind} {label}").text(lang)


def counts(project: ProjectDifferences) -> dict[str, int]:
    """How many cells, rows and row names differ, by JSON key."""
    kinds = Counter(c.kind for c in project.changes if c.key != "row")
    rows = Counter(c.kind for c in project.changes if c.key == "row")
    renamed = (c.key == "level3" and c.kind is Kind.CHANGED for c in project.changes)
    return {
        "changed": kinds[Kind.CHANGED],
        "added": kinds[Kind.ADDED],
        "removed": kinds[Kind.REMOVED],
        "rows_added": rows[Kind.ADDED],
        "rows_removed": rows[Kind.REMOVED],
        "rows_renamed": sum(renamed),
        "rewritten": kinds[Kind.REWRITTEN],
    }


COUNT_WORDS: Final = {
    "changed": Words("修改", "changed"),
    "added": Words("新增", "added"),
    "removed": Words("删去", "removed"),
    "rows_added": Words("新增指标行", "rows added"),
    "rows_removed": Words("删去指标行", "rows removed"),
    "rows_renamed": Words("指标改名", "rows renamed"),
    "rewritten": Words("同值异写", "same value"),
}


def lack_text(lack: Lack, lang: str) -> str:
    """The cells that only one file fills in: 仅新文件填列：指标的业绩值、得分."""
    part = PART_WORDS[lack.part].text(lang)
    labels = [label.text(lang) for label in lack.labels]
    side = (OLD if lack.is_old else NEW).text(lang)
    what = part
    if labels:
        what += Words("的", ": ").text(lang) + SERIES.text(lang).join(labels)
    said = Words(f"仅{side}文件填列：{what}", f"only in the {side} file: {what}")
    return said.text(lang)
