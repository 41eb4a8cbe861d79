"""The interface of an evidence folder, for tasks that do not read one (台账取数)."""

from collections.abc import Iterator
from typing import Protocol

from quanheng.core.bilingual import Words
from quanheng.core.report import Project, Report
from quanheng.evidence.evidence import Evidence
from quanheng.law.book import Law


class EvidenceProvider(Protocol):
    """An evidence folder that has been read (取数来源)."""

    def of(self, project: Project, law: Law) -> Evidence | None:
        """The evidence for a project, None if the folder belongs to another one."""

    def notes(self, report: Report) -> Iterator[Words]:
        """A sentence for each thing that is missing."""
