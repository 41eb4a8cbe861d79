"""Corrections of a file as text (修正结果的写法)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from quanheng.answers.terminal import coloured
from quanheng.core.bilingual import CLAUSES, SERIES, Words, bracketed
from quanheng.core.source import Source
from quanheng.tasks.writing.corrections import Correction, Fixed

_LEFT: Final = Words(
    "{}处（{}）由公式或自动编号得出，或由几个单元格拼成，无法写入本文件，请手工修改",
    "{} ({}) can't be written into this file: given by a formula or an automatic "
    "number, or put together from several cells; mend them by hand",
)


def difference(path: str, target: str, fixed: Fixed[Any], lang: str) -> str:
    """Each correction with its place, old and new text; empty without corrections."""
    done = [(c.edit.at, c.code, c.edit.old, c.edit.new) for c in fixed.done]
    return listed(path, target, done, lang)


def listed(
    path: str, target: str, changes: Sequence[tuple[Source, str, str, str]], lang: str
) -> str:
    """Changes like a unified diff of two files; empty without changes.

    Each change is its place, a word for its reason, the old text and the new one.
    """
    if not changes:
        return ""
    lines = [coloured(f"--- {path}", bold=True), coloured(f"+++ {target}", bold=True)]
    for at, reason, old, new in changes:
        lines.append(coloured(f"@@ {at.text(lang)} {reason} @@", "cyan"))
        lines += _marked("-", old, "red")
        lines += _marked("+", new, "green")
    return "\n".join(lines)


def _marked(mark: str, text: str, colour: str) -> Iterator[str]:
    for line in text.split("\n") if text else ():
        yield coloured(mark + line, colour)


def fixed_text(fixed: Fixed[Any], lang: str) -> str:
    """How many corrections were made and how many findings remain."""
    done, left, unsafe = len(fixed.done), len(fixed.left), len(fixed.unsafe)
    codes = _codes(fixed.done, lang)
    listed = bracketed(codes).text(lang) if codes else ""
    parts = [
        Words(f"已修正{done}处{listed}", f"corrected {done} places{listed}"),
        Words(f"仍有{fixed.remaining}处问题", f"{fixed.remaining} findings remain"),
    ]
    if left:
        codes = _codes(fixed.left, lang)
        parts.append(Words(_LEFT.zh.format(left, codes), _LEFT.en.format(left, codes)))
    if unsafe:
        more = "另有{}处可用 --unsafe-fixes 修正", "{} more with --unsafe-fixes"
        parts.append(Words(*(said.format(unsafe) for said in more)))
    return CLAUSES.text(lang).join(part.text(lang) for part in parts)


def _codes(corrections: Iterable[Correction], lang: str) -> str:
    counts = Counter(correction.code for correction in corrections)
    return SERIES.text(lang).join(
        f"{code}×{number}" if number > 1 else code for code, number in counts.items()
    )
