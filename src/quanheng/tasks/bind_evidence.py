"""Report and registers → proposed bindings (取数建议)."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from quanheng.core.report import Report
from quanheng.evidence.bindings.named import FILE_NAME, NamedBinding
from quanheng.evidence.bindings.suggest import Suggestion, Unbound, suggest
from quanheng.evidence.bindings.writing import appended
from quanheng.law.book import NATIONWIDE
from quanheng.law.schemes import AUTO
from quanheng.tasks.apply_evidence import EvidenceSource
from quanheng.tasks.choose_law import law_for


def suggested_bindings(
    report: Report,
    source: EvidenceSource,
    region: str = NATIONWIDE,
    scheme: str = AUTO,
) -> Iterator[Suggestion | Unbound]:
    """A proposal for every unbound value of the folder's projects, or why none."""
    for project in report.projects:
        if source.belongs_to(project):
            law = law_for(project, region, scheme)
            ground = source.ground(project, law)
            yield from suggest(project, source.named, ground, law)


def waiting(source: EvidenceSource) -> tuple[NamedBinding, ...]:
    """The bindings of the folder that nobody has confirmed yet."""
    return tuple(entry for entry in source.named if not entry.binding.confirmed)


def with_suggestions(
    source: EvidenceSource, found: Iterable[Suggestion | Unbound]
) -> tuple[Path, bytes | None, bytes]:
    """The bindings file of a folder, what it holds, and that with the proposals after.

    What a person wrote stays byte for byte; proposals are unconfirmed.
    """
    file = source.path / FILE_NAME
    before = file.read_bytes() if file.is_file() else None
    said = (before or b"").decode("utf-8-sig")
    proposals = (one for one in found if isinstance(one, Suggestion))
    whole = appended(said, proposals)
    if before is None or not said.strip():
        return file, before, whole.encode()
    return file, before, before + whole[len(said) :].encode()
