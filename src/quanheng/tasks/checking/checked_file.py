"""A file with the result of its check (审核的文件)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from quanheng.audit.engine import Finding
from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError
from quanheng.core.unread import Unread
from quanheng.document.blocks import Document
from quanheng.tasks.checking.check_report import CheckedProject
from quanheng.tasks.settings.settings import Threshold


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file with its checked projects, or the reason why it can't be read.

    Attributes:
        path: Its path as the call names it.
        projects: Its projects, checked.
        error: Why there are none.
        document: Its content, for an answer that shows it.
        own: Findings about the file itself, if it is a waiver file.
        fails: Whether an open finding reaches the threshold.
        notes: Notes on the papers that it is compared with.
        unread: The parts of the file that were not read, with the reason.
        before_baseline: Its projects before known findings were marked or left out.
        has_waivers: Whether there are waivers for its folder.
    """

    path: str
    projects: tuple[CheckedProject, ...] = ()
    error: QuanhengError | None = None
    document: Document | None = None
    own: tuple[Finding, ...] = ()
    fails: bool = False
    notes: tuple[Words, ...] = ()
    unread: tuple[Unread, ...] = ()
    before_baseline: tuple[CheckedProject, ...] = ()
    has_waivers: bool = False

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of its projects and those about itself."""
        found = (f for project in self.projects for f in project.findings)
        return (*found, *self.own)

    def entries(self) -> Iterator[tuple[CheckedProject | None, Finding]]:
        """All findings with their project, None for those about the file."""
        for project in self.projects:
            yield from ((project, finding) for finding in project.findings)
        yield from ((None, finding) for finding in self.own)

    def with_document(self, document: Document | None) -> "CheckedFile":
        """The same file with its document."""
        return replace(self, document=document)

    def with_notes(self, notes: Iterable[Words]) -> "CheckedFile":
        """The same file with more notes."""
        return replace(self, notes=(*self.notes, *notes))

    def judged(self, fail_on: Threshold) -> "CheckedFile":
        """The same file; it fails if an open finding reaches the threshold."""
        fails = any(fail_on.reached(f.severity) for f in self.findings if f.counts)
        return replace(self, fails=fails)
