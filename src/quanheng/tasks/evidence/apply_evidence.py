"""An evidence folder → the evidence for each project (台账取数)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import Computed
from quanheng.core.field import text_of
from quanheng.core.report import Project, Report
from quanheng.evidence.bindings.book import BOOK_NAME, read_book
from quanheng.evidence.bindings.compute import Ground
from quanheng.evidence.bindings.limits import limits_in, tolerances_in
from quanheng.evidence.bindings.named import (
    FILE_NAME,
    NamedBinding,
    named_bindings,
    parse_bindings,
)
from quanheng.evidence.bindings.project import ProjectValues, belongs_to, values_of
from quanheng.evidence.evidence import Evidence
from quanheng.language.similarity import bare
from quanheng.law.book import Law, LawBook
from quanheng.registers.register import Register
from quanheng.tasks.evidence.folders.folder import Folder, own_file, own_text
from quanheng.tasks.evidence.read_evidence import EvidenceContents, read_evidence
from quanheng.tasks.evidence.scan_proofs import ScannedFiles, WhenAsked, scan_files


@dataclass(frozen=True)
class EvidenceSource:
    """An evidence folder, read once for any number of projects (取数来源).

    Attributes:
        folder: The folder.
        contents: Its registers and settings.
        law_book: The law book, for the words that distinguish persons from bodies.
        named: Its bindings, from settings, ``bindings.yaml`` and workbook.
        book: The bindings of its workbook; None if it has none.
    """

    folder: Folder
    contents: EvidenceContents
    law_book: LawBook
    named: tuple[NamedBinding, ...] = ()
    book: tuple[NamedBinding, ...] | None = None

    @property
    def registers(self) -> Mapping[str, Register]:
        """Its registers by name."""
        return self.contents.registers

    @cached_property
    def files(self) -> ScannedFiles:
        """Its proof files, inspected on first use."""
        return scan_files(self.folder, self.contents, self.law_book)

    def belongs_to(self, project: Project) -> bool:
        """Whether the folder is for a project: by name, or because it names none."""
        name = self.contents.settings.project
        return not name or bare(name) == bare(text_of(project.name))

    def of(self, project: Project, law: Law) -> Evidence | None:
        """The evidence for a project, None if the folder belongs to another one."""
        if not self.belongs_to(project):
            return None
        ground = self.ground(project, law)
        values = values_of(project, self.named, ground)
        proven = tuple(values_proven(project, values))
        return Evidence(
            registers=self.registers,
            period=ground.period,
            indicators=values.indicators,
            money=values.money,
            proofs=WhenAsked(lambda: self.files.proving(proven)),
            completeness=ground.completeness,
            unseen=WhenAsked(self._unseen),
        )

    def ground(self, project: Project | None, law: Law) -> Ground:
        """The basis for computing values, in the folder's or the project's period."""
        year = project.evaluation_year if project else None
        period = self.contents.settings.period or _year(year)
        return Ground(
            self.registers,
            period,
            limits_in(law),
            tolerances_in(law),
            self.contents.completeness,
        )

    def _unseen(self) -> tuple[Words, ...]:
        found = [
            Words(
                f"佐证“{left.file}”未核对：{left.reason.zh}",
                f"“{left.file}” was not looked into: {left.reason.en}",
            )
            for left in self.files.troubles
        ]
        if self.files.has_photos_unseen:
            found.append(_PHOTOS)
        return tuple(found)

    def notes(self, report: Report) -> Iterator[Words]:
        """A sentence for each unread file, missing project and unused binding."""
        for left in self.contents.not_read:
            yield Words(
                f"佐证文件夹：{left.file}：{left.reason.zh}",
                f"evidence folder: {left.file}: {left.reason.en}",
            )
        own = [project for project in report.projects if self.belongs_to(project)]
        if not own:
            name = self.contents.settings.project
            yield Words(
                f"佐证文件夹属于项目“{name}”，报告中无此项目",
                f"the evidence is of the project “{name}”, which the report lacks",
            )
        for entry in self.named:
            if own and not any(belongs_to(entry, project) for project in own):
                yield Words(
                    f"取数方式“{entry.name}”在报告中无对应的指标或栏目",
                    f"the report has no value “{entry.name}” for the binding",
                )


_PHOTOS = Words(
    "未安装照片比对组件，照片仅按文件内容比对，拍摄日期未核对",
    "the package for photos is not installed: only their bytes were compared",
)


def values_proven(project: Project, values: ProjectValues) -> Iterator[Computed]:
    """The values that proofs support; money also supports the execution rate."""
    yield from values.money
    yield from values.indicators.values()
    for row in project.indicators:
        if row.is_execution:
            yield from (replace(value, name=row.title) for value in values.money)


def evidence_source(folder: Folder, law_book: LawBook) -> EvidenceSource:
    """Read an evidence folder with its bindings.

    Raises:
        UnreadableFileError: Its settings or bindings are wrong.
    """
    found = read_evidence(folder, law_book)
    named = [*named_bindings(found.settings.bindings, "evidence.yaml bindings")]
    if text := own_text(folder, FILE_NAME):
        named += parse_bindings(text)
    data = own_file(folder, BOOK_NAME)
    if data is None:
        return EvidenceSource(folder, found, law_book, tuple(named))
    book = read_book(data)
    closed = found.settings.closed | book.closed
    found = replace(found, settings=replace(found.settings, closed=closed))
    named += book.bindings
    return EvidenceSource(folder, found, law_book, tuple(named), book.bindings)


def _year(year: int | None) -> tuple[date, date] | None:
    return (date(year, 1, 1), date(year, 12, 31)) if year else None
