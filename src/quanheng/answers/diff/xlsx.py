"""Differences as a workbook, one row per cell (比对结果工作簿)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from quanheng.answers.diff.words import (
    COUNT_WORDS,
    EFFECT_WORDS,
    KIND_WORDS,
    NEW,
    OCCASION_WORDS,
    OLD,
    PART_WORDS,
    TRENDS,
    counts,
    lack_text,
    project_title,
    shown,
)
from quanheng.answers.sheets import AMBER, BLUE, GREEN, RED, Head, sheet
from quanheng.comparing.change import (
    Change,
    Difference,
    Differences,
    Effect,
    Kind,
    ProjectDifferences,
    Trend,
)
from quanheng.core.bilingual import Words
from quanheng.writers.sheet import Entry, Sheet, Tinted, write_sheets

TITLE: Final = Words("报告比对", "Comparison")
SUMMARY: Final = Words("比对概况", "Summary")
_GREY: Final = ("#57606A", "#F3F5F7")
_KIND_COLOURS: Final = {
    Kind.CHANGED: BLUE,
    Kind.ADDED: GREEN,
    Kind.REMOVED: RED,
    Kind.REWRITTEN: _GREY,
}
_EFFECT_COLOURS: Final = {
    Effect.TIGHTENED: BLUE,
    Effect.LOOSENED: AMBER,
    Effect.BETTER: GREEN,
    Effect.WORSE: AMBER,
}
_DIFFERENCE: Final = (
    Head(Words("差额", "difference"), 11),
    Head(Words("单位", "unit"), 9, centred=True),
    Head(Words("变化率（%）", "relative (%)"), 11),
    Head(Words("含义", "meaning"), 8, centred=True),
)
_CHANGES: Final = (
    Head(Words("序号", "no."), 6, centred=True),
    Head(Words("项目", "project"), 14),
    Head(Words("部分", "part"), 9),
    Head(Words("行", "row"), 18),
    Head(Words("栏目", "cell"), 12),
    Head(Words("种类", "kind"), 9, centred=True),
    Head(OLD, 28),
    Head(NEW, 28),
    *_DIFFERENCE,
    Head(Words("旧文件位置", "place in old"), 13),
    Head(Words("新文件位置", "place in new"), 13),
)
_TRENDS: Final = (
    Head(Words("项目", "project"), 24),
    Head(Words("指标", "figure"), 30),
    Head(OLD, 22),
    Head(NEW, 22),
    *_DIFFERENCE,
)
_SUMMARY: Final = (
    Head(Words("旧文件", "old file"), 24),
    Head(Words("新文件", "new file"), 24),
    Head(Words("项目", "project"), 24),
    Head(Words("情形", "what they are"), 14),
    *(Head(words, 10) for words in COUNT_WORDS.values()),
    Head(Words("仅一份文件有", "only in one file"), 60),
)


def diff_xlsx(found: Differences, lang: str, *, everything: bool) -> bytes:
    """The answer of ``diff --format xlsx``."""
    sheets = [_changes(found, lang, everything=everything)]
    if any(project.trends for project in found.projects):
        sheets.append(_trends(found, lang))
    sheets.append(_summary(found, lang))
    return write_sheets(sheets, TITLE.text(lang))


def _changes(found: Differences, lang: str, *, everything: bool) -> Sheet:
    listed = (
        (project, change)
        for project in found.projects
        for change in shown(project, everything=everything)
    )
    rows = [
        (number, *_change(project, change, lang))
        for number, (project, change) in enumerate(listed, 1)
    ]
    return sheet(TITLE, _CHANGES, rows, lang)


def _change(
    project: ProjectDifferences, change: Change, lang: str
) -> tuple[Entry, ...]:
    old, new = change.texts
    return (
        project_title(project, lang),
        PART_WORDS[change.part].text(lang),
        change.row.text(lang) or None,
        change.label.text(lang),
        Tinted(KIND_WORDS[change.kind].text(lang), *_KIND_COLOURS[change.kind]),
        old or None,
        new or None,
        *_difference(change.difference),
        _effect(change.effect, lang),
        change.old.at.text(lang) if change.old else None,
        change.new.at.text(lang) if change.new else None,
    )


def _difference(left: Difference | None) -> tuple[Decimal | str | None, ...]:
    if left is None:
        return None, None, None
    return left.value, left.unit or None, left.percent


def _effect(effect: Effect | None, lang: str) -> Entry:
    if effect is None:
        return None
    return Tinted(EFFECT_WORDS[effect].text(lang), *_EFFECT_COLOURS[effect])


def _trends(found: Differences, lang: str) -> Sheet:
    rows = [
        _trend(project, trend, lang)
        for project in found.projects
        for trend in project.trends
    ]
    return sheet(TRENDS, _TRENDS, rows, lang)


def _trend(project: ProjectDifferences, trend: Trend, lang: str) -> tuple[Entry, ...]:
    return (
        project_title(project, lang),
        trend.label.text(lang),
        trend.old or None,
        trend.new or None,
        *_difference(trend.difference),
        _effect(trend.effect, lang),
    )


def _summary(found: Differences, lang: str) -> Sheet:
    return sheet(SUMMARY, _SUMMARY, _totals(found, lang), lang)


def _totals(found: Differences, lang: str) -> Iterator[tuple[Entry, ...]]:
    for project in found.projects:
        yield (
            found.old,
            found.new,
            project_title(project, lang),
            OCCASION_WORDS[project.occasion].text(lang),
            *counts(project).values(),
            "\n".join(lack_text(lack, lang) for lack in project.lacks) or None,
        )
