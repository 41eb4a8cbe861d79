"""What an evidence folder gives, for tasks that need not read one (台账取数)."""

from collections.abc import Iterator
from typing import Protocol

from quanheng.core.bilingual import Words
from quanheng.core.report import Project, Report
from quanheng.evidence.evidence import Evidence
from quanheng.law.book import Law


class EvidenceProvider(Protocol):
    """An evidence folder that was read (取数来源)."""

    def of(self, project: Project, law: Law) -> Evidence | None:
        """What it gives for a project, None where it belongs to another one."""

    def notes(self, report: Report) -> Iterator[Words]:
        """What it does not give, a sentence each."""
