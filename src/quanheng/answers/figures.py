"""Figures put into one format, as text (数字整理结果)."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from quanheng.answers.corrections import listed
from quanheng.core.bilingual import CLAUSES, SERIES, Words
from quanheng.tasks.writing.tidy_figures import Kept, Tidied

_DONE: Final = Words("已整理数字{}处", "{} figures rewritten")
_UNKNOWN: Final = Words(
    "{kind}保持原样，因部分数值无法确定",
    "each {kind} stays, for one of them is not surely known",
)
_FAULTS: Final = Words(
    "{kind}保持原样，因整理后会出现 {codes}",
    "each {kind} stays, for in the format of the house {codes} would be found",
)


def figures_difference(path: str, target: str, tidied: Tidied, lang: str) -> str:
    """Each change with its place, old and new text; empty without changes."""
    changes = [
        (change.cell.at, kind.text(lang), change.cell.raw, change.new)
        for kind, change in tidied.done
    ]
    return listed(path, target, changes, lang)


def figures_text(tidied: Tidied, lang: str) -> str:
    """How many figures were rewritten, by kind, and which stay as they are."""
    return CLAUSES.text(lang).join(_parts(tidied, lang))


def _parts(tidied: Tidied, lang: str) -> Iterator[str]:
    said = _DONE.text(lang).format(len(tidied.done))
    counts = Counter(kind.text(lang) for kind, _ in tidied.done)
    kinds = [f"{kind}×{number}" for kind, number in counts.items()]
    if kinds:
        said += Words(f"（{'、'.join(kinds)}）", f" ({', '.join(kinds)})").text(lang)
    yield said
    yield from (_kept(kept, lang) for kept in tidied.kept)


def _kept(kept: Kept, lang: str) -> str:
    words, joint = _FAULTS if kept.codes else _UNKNOWN, SERIES.text(lang)
    return words.text(lang).format(
        kind=kept.kind.text(lang), codes=joint.join(kept.codes)
    )
