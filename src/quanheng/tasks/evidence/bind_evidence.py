"""Report and registers → proposed bindings (取数建议)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from quanheng.core.bilingual import NO_WORDS, Words
from quanheng.core.report import Project, Report
from quanheng.evidence.bindings.book import BOOK_NAME, BookLine, write_book
from quanheng.evidence.bindings.compute import compute
from quanheng.evidence.bindings.named import FILE_NAME, NamedBinding
from quanheng.evidence.bindings.project import typed_actual
from quanheng.evidence.bindings.suggest import Suggestion, Unbound, suggest
from quanheng.evidence.bindings.writing import appended
from quanheng.law.book import Law
from quanheng.tasks.evidence.apply_evidence import EvidenceSource
from quanheng.tasks.evidence.folders.folder import own_file
from quanheng.tasks.workplace import Workplace

_ELSEWHERE: Final = Words("报告中无此指标或栏目", "the report has no such value")


@dataclass(frozen=True, slots=True)
class Change:
    """A file of the folder to be written anew (待写入的文件).

    Attributes:
        name: Its name.
        before: Its content; None if there is no such file.
        after: Its new content.
    """

    name: str
    before: bytes | None
    after: bytes


def suggested_bindings(
    report: Report, source: EvidenceSource, workplace: Workplace
) -> Iterator[Suggestion | Unbound]:
    """A proposal for every unbound value of the folder's projects, or why none."""
    for project in report.projects:
        if source.belongs_to(project):
            law = workplace.law_of(project)
            ground = source.ground(project, law)
            yield from suggest(project, source.named, ground, law)


def waiting(source: EvidenceSource) -> tuple[NamedBinding, ...]:
    """The unconfirmed bindings of the folder."""
    return tuple(entry for entry in source.named if not entry.binding.confirmed)


def with_suggestions(
    source: EvidenceSource, found: Iterable[Suggestion | Unbound]
) -> Change:
    """The bindings file of a folder with unconfirmed proposals appended.

    The existing text stays byte for byte.
    """
    before = own_file(source.folder, FILE_NAME)
    said = (before or b"").decode("utf-8-sig")
    proposals = (one for one in found if isinstance(one, Suggestion))
    whole = appended(said, proposals)
    if before is None or not said.strip():
        return Change(FILE_NAME, before, whole.encode())
    return Change(FILE_NAME, before, before + whole[len(said) :].encode())


def book_with_suggestions(
    report: Report,
    source: EvidenceSource,
    found: Iterable[Suggestion | Unbound],
    workplace: Workplace,
) -> Change:
    """The workbook of a folder with a row for each value.

    Confirmed bindings stay confirmed; bindings of other files are left out.
    """
    lines = [
        line
        for project in report.projects
        if source.belongs_to(project)
        for line in _bound(project, source, workplace.law_of(project))
    ]
    lines += map(_proposed, found)
    shown = [line.named for line in lines]
    lines += [
        BookLine(one.name, "", one, None, _ELSEWHERE)
        for one in source.book or ()
        if one not in shown
    ]
    counts = {name: len(register) for name, register in source.registers.items()}
    closed = source.contents.settings.closed
    counts |= dict.fromkeys(closed - counts.keys(), 0)
    before = own_file(source.folder, BOOK_NAME)
    return Change(BOOK_NAME, before, write_book(lines, counts, closed))


def _bound(project: Project, source: EvidenceSource, law: Law) -> Iterator[BookLine]:
    """The values of a project bound in the workbook, computed anew."""
    own, ground = source.book or (), source.ground(project, law)
    proposals = tuple(suggest(project, (), ground, law))
    budget = project.budget
    for one in own:
        if budget and one.cell and one.cell in budget.cells:
            said, head = budget.cells[one.cell], budget.unit_name
            found = compute(one.name, said, one.binding, ground, head)
            yield BookLine(one.name, said.raw, one, found, _reason(one, proposals))
    for row in project.indicators:
        for one in (entry for entry in own if entry.is_of(row)):
            typed = typed_actual(row)
            found = compute(row.title, typed, one.binding, ground, row.unit_in_name)
            yield BookLine(one.name, typed.raw, one, found, _reason(one, proposals))


def _reason(entry: NamedBinding, proposals: Iterable[Suggestion | Unbound]) -> Words:
    """Why a binding was proposed; empty if a person has changed it since."""
    for one in proposals:
        if isinstance(one, Suggestion):
            asked = replace(one.named.binding, confirmed=entry.binding.confirmed)
            if replace(one.named, binding=asked) == entry:
                return one.why
    return NO_WORDS


def _proposed(one: Suggestion | Unbound) -> BookLine:
    if isinstance(one, Unbound):
        row = one.indicator
        return BookLine(row.name.raw, typed_actual(row).raw, None, None, one.why)
    typed = one.computed.typed.raw
    return BookLine(one.named.name, typed, one.named, one.computed, one.why)
