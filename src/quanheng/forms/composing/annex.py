"""The annex of a report with the form in it (附件)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from quanheng.core.field import Field
from quanheng.core.report import Project
from quanheng.document.blocks import AnnexStart, Block, Heading, Paragraph
from quanheng.document.table import Table

_LABEL_AND_TITLE: Final = re.compile(r"(附件\d*)\s+(\S.*)")
_LABEL: Final = re.compile(r"附件\s*\d*")
_BELOW_THE_FIRST: Final = "　" * 5
"""Aligns the names of several annexes: the width of the indent and 附件：."""


def note_of_several(names: Sequence[str]) -> str:
    """The note on several annexes, each on a line of its own (7.3.4)."""
    return "附件：" + "\n".join(f"{n}.{name}" for n, name in enumerate(names, 1))


def annex_note(note: str) -> Paragraph:
    """The note below the text, the names of several annexes aligned."""
    return Paragraph(note.replace("\n", f"\n{_BELOW_THE_FIRST}"))


def annex_blocks(
    label: str, form: Table | None, *, across: bool = False
) -> Iterator[Block]:
    """The start of an annex, its title on a line of its own, and the form."""
    if apart := _LABEL_AND_TITLE.fullmatch(label):
        yield AnnexStart(apart[1], across=across)
        yield Heading(apart[2], 0)
    else:
        yield AnnexStart(label, across=across)
    if form is not None:
        yield form


def parted_front(project: Project) -> tuple[list[Block], Project]:
    """The blocks above the title of a form that is itself an annex, and the rest.

    Of the text before the first heading, everything up to a label (附件1) is above.
    """
    front = project.sections[0] if project.sections else None
    if front is None or front.heading.raw:
        return [], project
    lines = front.paragraphs
    end = max((n for n, line in enumerate(lines, 1) if _is_label(line)), default=0)
    rest = replace(front, paragraphs=lines[end:])
    sections = ((rest,) if rest.paragraphs else ()) + project.sections[1:]
    above: list[Block] = [Paragraph(line.raw) for line in lines[: max(0, end - 1)]]
    above += [AnnexStart(line.raw) for line in lines[end - 1 : end]]
    return above, replace(project, sections=sections)


def _is_label(line: Field) -> bool:
    return _LABEL.fullmatch(line.raw.strip()) is not None
