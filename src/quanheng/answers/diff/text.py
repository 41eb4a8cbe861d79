"""Differences on the terminal by part and row, one line per cell (比对结果文本)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from rich.cells import cell_len

from quanheng.answers.diff.words import (
    COUNT_WORDS,
    KIND_WORDS,
    LEVEL,
    NO_DIFFERENCE,
    OCCASION_WORDS,
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
from quanheng.answers.terminal import coloured, dim, folded, uncoloured, width, window
from quanheng.comparing.change import (
    Change,
    Differences,
    Effect,
    Kind,
    ProjectDifferences,
    Trend,
)
from quanheng.core.bilingual import COMMA, Words
from quanheng.language.comparison.stretches import Stretch, stretches

_INDENT: Final = 4
_CONTEXT: Final = 10
"""Unchanged characters that are shown on either side of a change."""
_LABEL: Final = 12
"""Terminal columns for the name of a cell."""
_LINES: Final = 4
"""The most lines for a text that only one of the reports has."""
_OLD: Final = re.compile(r"\[-.*?-\]", re.DOTALL)
_NEW: Final = re.compile(r"\{\+.*?\+\}", re.DOTALL)
_COLOURS: Final = {
    Effect.TIGHTENED: "cyan",
    Effect.LOOSENED: "yellow",
    Effect.BETTER: "green",
    Effect.WORSE: "yellow",
}
_MORE: Final = Words("（--all 显示）", " (--all shows them)")


def diff_text(found: Differences, lang: str, *, everything: bool) -> str:
    """The answer of ``diff --format text``."""
    lines = [dim(f"--- {found.old}"), dim(f"+++ {found.new}")]
    for project in found.projects:
        lines += _project(project, lang, everything=everything)
    return "\n".join(lines)


def _project(
    project: ProjectDifferences, lang: str, *, everything: bool
) -> Iterator[str]:
    occasion = OCCASION_WORDS[project.occasion].text(lang)
    yield ""
    yield coloured(project_title(project, lang), bold=True) + f"  {occasion}"
    yield folded(_summary(project, lang, everything=everything), 0)
    for lack in project.lacks:
        yield dim(folded(lack_text(lack, lang), 0))
    if project.trends:
        yield ""
        yield coloured(TRENDS.text(lang), bold=True)
        yield from _trends(project.trends, lang)
    for part, rows in by_part(shown(project, everything=everything)):
        yield ""
        yield coloured(PART_WORDS[part].text(lang), bold=True)
        for row, changes in rows:
            if name := row.text(lang):
                yield f"  {folded(name, 2)}"
            for change in changes:
                yield from _change(change, lang)


def _summary(project: ProjectDifferences, lang: str, *, everything: bool) -> str:
    joint = COMMA.text(lang)
    found = [
        f"{COUNT_WORDS[name].text(lang)} {number}"
        for name, number in counts(project).items()
        if number
    ]
    said = joint.join(found) or NO_DIFFERENCE.text(lang)
    hidden = any(c.kind is Kind.REWRITTEN for c in project.changes) and not everything
    return said + (_MORE.text(lang) if hidden else "")


def _trends(trends: Sequence[Trend], lang: str) -> Iterator[str]:
    widest = max(cell_len(trend.label.text(lang)) for trend in trends)
    for trend in trends:
        label = trend.label.text(lang)
        same = trend.old == trend.new
        old = "" if same else trend.old
        outcome = LEVEL.text(lang) if same else outcome_text(trend, lang)
        shown = _in_colour(outcome, trend.effect)
        yield from _line(label, old, trend.new, shown, (2, min(widest, 26)))


def _change(change: Change, lang: str) -> Iterator[str]:
    label, (old, new) = label_text(change, lang), change.texts
    margin = " " * _INDENT
    if change.is_text:
        is_same = change.kind is Kind.REWRITTEN
        kind = f"  {dim(KIND_WORDS[change.kind].text(lang))}" if is_same else ""
        yield f"{margin}{label}{kind}"
        yield f"{margin}  {_marked(stretches(old, new))}"
    elif (old and new) or not (_is_long(old) or _is_long(new)):
        said = outcome_text(change, lang)
        if change.kind is Kind.REWRITTEN:
            said = KIND_WORDS[change.kind].text(lang)
        outcome = _in_colour(said, change.effect)
        yield from _line(label, old or "—", new or "—", outcome, (_INDENT, _LABEL))
    else:
        yield f"{margin}{label}"
        yield _long("-", old, "red") if old else _long("+", new, "green")


def _is_long(text: str) -> bool:
    return len(text) > _CONTEXT


def _in_colour(said: str, effect: Effect | None) -> str:
    if not said:
        return ""
    return coloured(said, _COLOURS[effect]) if effect else dim(said)


def _line(
    label: str, old: str, new: str, outcome: str, at: tuple[int, int]
) -> Iterator[str]:
    """Old and new value on one line, or on lines of their own if too long.

    ``old`` is empty where nothing changed; ``at`` is the indent and the room for the
    label, in terminal columns.
    """
    indent, room = at
    margin = " " * indent
    old, new = " ".join(old.split()), " ".join(new.split())
    gap = " " * max(room - cell_len(label), 0)
    values = f"{old} → {new}" if old else new
    line = f"{label}{gap}  {values}"
    if indent + cell_len(line) + 2 + cell_len(uncoloured(outcome)) <= width():
        yield f"{margin}{line}  {outcome}".rstrip()
        return
    yield f"{margin}{label}{gap}  {outcome}".rstrip()
    if old:
        yield coloured(f"{margin}  - {folded(old, indent + 4)}", "red")
    sign = "+" if old else "="
    yield coloured(f"{margin}  {sign} {folded(new, indent + 4)}", "green")


def _long(sign: str, text: str, colour: str) -> str:
    """A text that only one report has, cut after a few lines."""
    indent = _INDENT + 4
    room = _LINES * (width() - indent)
    shortened = window(text, "", room)
    return " " * (indent - 2) + coloured(f"{sign} {folded(shortened, indent)}", colour)


def _marked(parts: Sequence[Stretch]) -> str:
    """A text with its differences marked and its unchanged stretches shortened."""
    last = len(parts) - 1
    said = "".join(
        _kept(part.new, is_first=number == 0, is_last=number == last)
        if part.is_same
        else _both(part)
        for number, part in enumerate(parts)
    )
    lines = folded(" ".join(said.split()), _INDENT + 2)
    lines = _OLD.sub(lambda match: coloured(match[0], "red"), lines)
    return _NEW.sub(lambda match: coloured(match[0], "green"), lines)


def _both(part: Stretch) -> str:
    old = f"[-{part.old}-]" if part.old else ""
    return old + (f"{{+{part.new}+}}" if part.new else "")


def _kept(text: str, *, is_first: bool, is_last: bool) -> str:
    room = _CONTEXT if is_first or is_last else 2 * _CONTEXT
    if len(text) <= room + 1:
        return text
    start = "" if is_first else text[:_CONTEXT]
    return f"{start}…" + ("" if is_last else text[-_CONTEXT:])
