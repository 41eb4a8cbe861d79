"""What came of one file that was to be checked (审核的文件)."""

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
    """A file with its projects, or with the reason why it can't be read.

    Attributes:
        path: As it was named in the call.
        projects: Its projects, checked.
        error: Why there are none.
        document: What the file holds, for an answer that shows it.
        own: Findings about the file itself, where it is a waiver file.
        fails: Whether an open finding reaches the threshold.
        notes: What is odd about the papers that it is compared with.
        unread: What of the file was not read, with the reason.
        before_baseline: Its projects before a baseline took known findings away.
        has_waivers: Whether waivers were held against its findings.
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
        """All findings: those of its projects and those about itself."""
        found = (f for project in self.projects for f in project.findings)
        return (*found, *self.own)

    def entries(self) -> Iterator[tuple[CheckedProject | None, Finding]]:
        """All findings, each with its project; None for those about the file."""
        for project in self.projects:
            yield from ((project, finding) for finding in project.findings)
        yield from ((None, finding) for finding in self.own)

    def showing(self, document: Document | None) -> "CheckedFile":
        """The same file with its document."""
        return replace(self, document=document)

    def told_also(self, notes: Iterable[Words]) -> "CheckedFile":
        """The same file with more notes."""
        return replace(self, notes=(*self.notes, *notes))

    def judged(self, fail_on: Threshold) -> "CheckedFile":
        """The same file, failing where an open finding reaches the threshold."""
        fails = any(fail_on.reached(f.severity) for f in self.findings if f.counts)
        return replace(self, fails=fails)
