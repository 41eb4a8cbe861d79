from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    Answer,
    Edit,
    Fixing,
    Hit,
    Severity,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.field import Field
from quanheng.core.field_codes import without_bookmarks
from quanheng.core.report import Project
from quanheng.language.patterns.heading_numbers import (
    HeadingNumber,
    NumberLevel,
    example,
    heading_number,
)

NUMBER_SCHEME = "layout.number_scheme"


@rule(
    code="LY201",
    name="heading-level-jump",
    title=Words("标题序号层级混乱", "Heading numbers jump levels"),
    message=Words(
        "“{heading}”直接位于“{above}”之下，序号应为“{expected}”一级",
        "“{heading}” stands right below “{above}”: a level like “{expected}” is due",
    ),
    variants={
        "not next": Words(
            "“{heading}”接在序号“{before}”之后，序号不连续",
            "“{heading}” follows number “{before}”, so the numbers don't run on",
        )
    },
    severity=Severity.INFO,
    basis=(("GB/T 9704-2012", "7.3.3"),),
    law=(NUMBER_SCHEME,),
    fixing=Fixing.UNSAFE,
)
def heading_level_jump(dossier: Dossier) -> Iterator[Answer]:
    """Heading numbers (标题序号) skip a level or a number.

    Why it matters:
        Readers and reviewers cite a place by its numbers.

    What it leaves alone:
        Steps that the number scheme allows, such as 1. right below 一、; numbers used
        in the text; numbering that restarts at one; inline lists (一是).

    Catalogue:
        Only a skipped level has an edit: where numbers have a gap, a heading may be
        missing.
    """
    outline = tuple(_outline(dossier.project))
    if not outline:
        yield not_applicable("标题均无序号", "there are no numbered headings")
        return
    scheme = dossier.law.word_groups(NUMBER_SCHEME)
    for entry in outline:
        yield from _jump(entry, scheme)
        yield from _gap(entry)


@dataclass(slots=True)
class _Entry:
    """A numbered heading in the outline.

    Attributes:
        heading: The heading.
        number: Its number.
        above: The heading it belongs to, None at the top.
        before: The previous heading of its level, None for the first.
        between: Numbers of paragraphs between the two.
        siblings: The later headings of its level.
    """

    heading: Field
    number: HeadingNumber
    above: "_Entry | None"
    before: "_Entry | None"
    between: set[tuple[NumberLevel, int]]
    siblings: "list[_Entry]" = field(default_factory=list)


def _outline(project: Project) -> Iterator[_Entry]:
    open_entries: list[_Entry] = []
    between: set[tuple[NumberLevel, int]] = set()
    for section in project.sections:
        if number := heading_number(section.heading.raw):
            before = None
            while open_entries and open_entries[-1].number.level >= number.level:
                last = open_entries.pop()
                before = last if last.number.level is number.level else None
            above = open_entries[-1] if open_entries else None
            entry = _Entry(section.heading, number, above, before, set(between))
            first = before
            while first:
                first.siblings.append(entry)
                first = first.before
            open_entries.append(entry)
            yield entry
            between.clear()
        between.update(_numbers_in(section.paragraphs))


def _numbers_in(paragraphs: tuple[Field, ...]) -> Iterator[tuple[NumberLevel, int]]:
    for paragraph in paragraphs:
        for line in paragraph.raw.split("\n"):
            if number := heading_number(line):
                yield number.level, number.value


def _jump(entry: _Entry, scheme: Mapping[str, tuple[str, ...]]) -> Iterator[Hit]:
    if entry.above is None or entry.before is not None:
        return
    allowed = scheme.get(example(entry.above.number.level), ())
    if not allowed or example(entry.number.level) in allowed:
        return
    edits = [_renumbered(each, allowed[0]) for each in (entry, *entry.siblings)]
    yield Hit.on(
        entry.heading,
        {
            "heading": without_bookmarks(entry.heading.raw).strip(),
            "above": without_bookmarks(entry.above.heading.raw).strip(),
            "expected": allowed[0],
        },
        edits=tuple(edits),
    )


def _renumbered(entry: _Entry, shape: str) -> Edit:
    """The heading with its number in another level's shape: （2）. → 2."""
    raw = entry.heading.raw
    head, _, rest = raw.partition(entry.number.raw)
    number = shape.replace("1", entry.number.digits)
    new = f"{head}{number}{rest.lstrip()}"
    return Edit(entry.heading.at, raw, new, safe=False)


def _gap(entry: _Entry) -> Iterator[Hit]:
    before = entry.before
    if before is None or entry.number.value in (1, before.number.value + 1):
        return
    level = entry.number.level
    missing = range(before.number.value + 1, entry.number.value)
    if missing and all((level, value) in entry.between for value in missing):
        return
    yield Hit.on(
        entry.heading,
        {
            "heading": without_bookmarks(entry.heading.raw).strip(),
            "before": before.number.raw,
        },
        also=(before.heading.at,),
        variant="not next",
    )
