"""Differences as one page, old and new side by side (比对结果网页)."""

from collections.abc import Iterator, Sequence
from typing import Final

from quanheng.answers.assets import asset
from quanheng.answers.diff.words import (
    COUNT_WORDS,
    KIND_WORDS,
    LEVEL,
    NEW,
    NO_DIFFERENCE,
    OCCASION_WORDS,
    OLD,
    PART_WORDS,
    TRENDS,
    by_part,
    counts,
    label_text,
    lack_text,
    outcome_text,
    project_title,
    shown,
)
from quanheng.comparing.change import (
    Change,
    Differences,
    Kind,
    ProjectDifferences,
    Trend,
)
from quanheng.core.bilingual import LANGUAGE_TAG, Words
from quanheng.language.comparison.stretches import stretches
from quanheng.writers.html.page import page
from quanheng.writers.html.text import attribute, text

TITLE: Final = Words("报告比对", "Comparison of reports")
CELL: Final = Words("栏目", "cell")
OUTCOME: Final = Words("变化", "change")
_NONE: Final = "—"


def diff_html(found: Differences, lang: str, *, everything: bool) -> str:
    """The answer of ``diff --format html``."""
    title = TITLE.text(lang)
    parts = "".join(
        _project(project, lang, everything=everything) for project in found.projects
    )
    papers = "".join(
        f"<div><dt>{words.text(lang)}</dt><dd>{text(name)}</dd></div>"
        for words, name in ((OLD, found.old), (NEW, found.new))
    )
    content = (
        f'<header><h1>{title}</h1><dl class="papers">{papers}</dl></header>{parts}'
    )
    style = asset("diff.css")
    language = LANGUAGE_TAG.text(lang)
    return page(f"{title} {found.new}", content, lang=language, style=style)


def _project(project: ProjectDifferences, lang: str, *, everything: bool) -> str:
    changes = shown(project, everything=everything)
    return (
        f'<section class="project">{_summary(project, lang)}'
        f"{_trends(project.trends, lang)}"
        f"{''.join(_parts(changes, lang))}</section>"
    )


def _summary(project: ProjectDifferences, lang: str) -> str:
    figures = "".join(
        f"<div><dt>{COUNT_WORDS[name].text(lang)}</dt><dd>{number}</dd></div>"
        for name, number in counts(project).items()
        if number
    )
    said = f'<dl class="figures">{figures}</dl>' if figures else ""
    lacks = "".join(f"<li>{text(lack_text(lack, lang))}</li>" for lack in project.lacks)
    if not figures and not lacks:
        said = f"<p>{NO_DIFFERENCE.text(lang)}</p>"
    occasion = OCCASION_WORDS[project.occasion].text(lang)
    return (
        f"<h2>{text(project_title(project, lang))} <span>{occasion}</span></h2>{said}"
        + (f'<ul class="lacks">{lacks}</ul>' if lacks else "")
    )


def _trends(trends: Sequence[Trend], lang: str) -> str:
    if not trends:
        return ""
    rows = "".join(
        _row(
            trend.label.text(lang),
            (text(trend.old) or _NONE, text(trend.new) or _NONE),
            LEVEL.text(lang) if trend.old == trend.new else outcome_text(trend, lang),
            lang,
            trend.effect.value if trend.effect else "",
        )
        for trend in trends
    )
    return _table(TRENDS.text(lang), f'<tbody role="rowgroup">{rows}</tbody>', lang)


def _parts(changes: Sequence[Change], lang: str) -> Iterator[str]:
    for part, rows in by_part(changes):
        groups = "".join(_group(row, inner, lang) for row, inner in rows)
        yield _table(PART_WORDS[part].text(lang), groups, lang)


def _table(title: str, groups: str, lang: str) -> str:
    heads = "".join(
        f'<th scope="col" role="columnheader">{words.text(lang)}</th>'
        for words in (CELL, OLD, NEW, OUTCOME)
    )
    return (
        f'<h3>{text(title)}</h3><table role="table" class="pairs">'
        f"<caption>{text(title)}</caption>"
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>{groups}</table>'
    )


def _group(row: Words, changes: Sequence[Change], lang: str) -> str:
    """The changes of one row below its name."""
    name = row.text(lang)
    head = (
        f'<tr role="row" class="name"><th role="rowheader" scope="rowgroup" '
        f'colspan="4">{text(name)}</th></tr>'
        if name
        else ""
    )
    rows = "".join(_change(change, lang) for change in changes)
    return f'<tbody role="rowgroup">{head}{rows}</tbody>'


def _change(change: Change, lang: str) -> str:
    kind = KIND_WORDS[change.kind].text(lang)
    said = kind if change.kind is Kind.REWRITTEN else outcome_text(change, lang) or kind
    look = change.effect.value if change.effect else change.kind.value
    return _row(label_text(change, lang), _sides(change), said, lang, look)


def _sides(change: Change) -> tuple[str, str]:
    """Old and new text as markup; in changed wording the differences are marked."""
    old, new = change.texts
    is_worded = change.kind is Kind.CHANGED and change.difference is None
    parts = stretches(old, new) if is_worded else ()
    if not any(part.is_same for part in parts):
        return text(old) or _NONE, text(new) or _NONE
    before = "".join(_marked("del", p.old, is_same=p.is_same) for p in parts)
    after = "".join(_marked("ins", p.new, is_same=p.is_same) for p in parts)
    return before, after


def _marked(tag: str, said: str, *, is_same: bool) -> str:
    return text(said) if is_same or not said else f"<{tag}>{text(said)}</{tag}>"


def _row(label: str, sides: tuple[str, str], outcome: str, lang: str, look: str) -> str:
    cells = "".join(
        f'<td role="cell" data-label="{attribute(words.text(lang))}" lang="zh-CN">'
        f"{markup}</td>"
        for words, markup in zip((OLD, NEW), sides, strict=True)
    )
    return (
        f'<tr role="row"><th scope="row" role="rowheader">{text(label)}</th>{cells}'
        f'<td role="cell" class="outcome" data-look="{look}">{text(outcome)}</td></tr>'
    )
