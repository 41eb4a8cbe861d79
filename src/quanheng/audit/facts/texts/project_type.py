"""The type of the project as stated in the form (项目属性)."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final

from quanheng.core.field import Field
from quanheng.core.report import Project
from quanheng.language.words import any_of
from quanheng.law.book import Law

TYPE_LABELS: Final = "words.project_type_labels"
TYPES: Final = "words.project_types"
RECURRING: Final = "words.recurring"

_TICK: Final = "☑√✓✔■●☒⊠▣"
_MARK: Final = re.compile(
    rf"[\[（(]\s*[{_TICK}xX]?\s*[\]）)]|[□☐○◯{_TICK}](?:\s*[□☐○◯{_TICK}])*"
)
_TICKED: Final = re.compile(f"[{_TICK}xX]")
_OPTION_NUMBER: Final = re.compile(r"^\s*(?:\d+[.．、]|[①-⑳])\s*")


def type_cell(project: Project, law: Law) -> Field | None:
    """The cell that states the type of the project, None in a form without one."""
    labels = law.words(TYPE_LABELS)
    return next(
        (r.text for r in project.remarks if any_of(labels, r.label.raw)),
        None,
    )


def has_boxes(text: str) -> bool:
    """Whether a cell offers options with boxes (□新增 ☑延续)."""
    return _MARK.search(text) is not None


def ticked_options(text: str) -> tuple[str, ...]:
    """The options that are ticked; the whole text where it has no boxes."""
    marks = list(_MARK.finditer(text))
    if not marks:
        return (text,)
    return tuple(option for option, is_ticked in _options(text, marks) if is_ticked)


def _options(text: str, marks: list[re.Match[str]]) -> Iterator[tuple[str, bool]]:
    """Each option with whether it is ticked; boxes all come before or all after."""
    is_before = not _OPTION_NUMBER.sub("", text[: marks[0].start()]).strip()
    starts = [mark.end() for mark in marks] if is_before else [0]
    starts += [] if is_before else [mark.end() for mark in marks[:-1]]
    ends = [mark.start() for mark in marks]
    ends = [*ends[1:], len(text)] if is_before else ends
    for mark, start, end in zip(marks, starts, ends, strict=True):
        yield text[start:end].strip(), _TICKED.search(mark.group()) is not None


class TypeWords(StrEnum):
    """A type of project (项目属性), as in ``words.project_types``."""

    NEW = "new"
    CONTINUING = "continuing"
    ONE_OFF = "one-off"
    RECURRING = "recurring"


EXCLUSIVE: Final = (
    {TypeWords.NEW, TypeWords.CONTINUING},
    {TypeWords.ONE_OFF, TypeWords.RECURRING},
)
"""Types that exclude each other."""


def types_of(options: Iterable[str], law: Law) -> frozenset[TypeWords]:
    """The types that options name; an option that names both of a pair names none."""
    groups = law.word_groups(TYPES)
    found: set[TypeWords] = set()
    for option in options:
        named = {kind for kind in TypeWords if any_of(groups[kind], option)}
        if not any(pair <= named for pair in EXCLUSIVE):
            found |= named
    return frozenset(found)


def stated_types(project: Project, law: Law) -> frozenset[TypeWords]:
    """The types stated in the form; empty without such a cell."""
    cell = type_cell(project, law)
    return types_of(ticked_options(cell.raw), law) if cell else frozenset()


def is_recurring(project: Project, law: Law) -> bool:
    """Whether the project recurs every year, by its form or its overview."""
    stated = stated_types(project, law)
    if TypeWords.ONE_OFF in stated:
        return False
    if stated & {TypeWords.CONTINUING, TypeWords.RECURRING}:
        return True
    words = law.words(RECURRING)
    overview = project.overview
    parts = (project.name, overview.summary, overview.necessity, overview.plan)
    return any(any_of(words, part.raw) for part in parts if part)
